"""Dates of which only a part may be known, written in both languages."""

import datetime

import pytest
from django.utils import translation

from iclds.core.dates import DatePrecision, iso_date, known_date, machine_date, parse_partial_date
from iclds.core.templatetags.site_tags import date_element

DAY = datetime.date(2018, 5, 3)


@pytest.mark.parametrize(
    ("precision", "english", "swedish", "machine", "iso"),
    [
        pytest.param(DatePrecision.DAY, "3 May 2018", "3 maj 2018", "2018-05-03", "2018-05-03", id="the day"),
        pytest.param(DatePrecision.MONTH, "May 2018", "maj 2018", "2018-05", "2018-05", id="the month"),
        pytest.param(DatePrecision.YEAR, "2018", "2018", "2018", "2018", id="the year"),
        pytest.param(DatePrecision.DAY_OF_YEAR, "3 May", "3 maj", "05-03", None, id="the day without its year"),
        pytest.param(DatePrecision.NONE, "", "", "", None, id="nothing"),
    ],
)
def test_the_known_part_of_a_date(
    precision: DatePrecision, english: str, swedish: str, machine: str, iso: str | None
) -> None:
    assert known_date(DAY, precision) == english
    with translation.override("sv"):
        assert known_date(DAY, precision).lower() == swedish
    assert machine_date(DAY, precision) == machine
    assert iso_date(DAY, precision) == iso


@pytest.mark.parametrize("precision", DatePrecision.values)
def test_without_a_date_nothing_is_shown(precision: str) -> None:
    shown = (known_date(None, precision), machine_date(None, precision), iso_date(None, precision))

    assert shown == ("", "", None)
    assert date_element(None, precision) == ""


def test_an_unknown_precision_shows_nothing() -> None:
    assert known_date(DAY, "century") == machine_date(DAY, "century") == ""


def test_a_year_before_1000_is_written_with_four_digits() -> None:
    assert machine_date(datetime.date(999, 1, 1), DatePrecision.YEAR) == "0999"


def test_a_date_as_an_element() -> None:
    assert date_element(DAY, DatePrecision.MONTH) == '<time datetime="2018-05">May 2018</time>'
    assert date_element(DAY, DatePrecision.NONE) == ""


@pytest.mark.parametrize(
    ("text", "date", "precision"),
    [
        pytest.param("2018-09-20", datetime.date(2018, 9, 20), DatePrecision.DAY, id="a day"),
        pytest.param("2018-09", datetime.date(2018, 9, 1), DatePrecision.MONTH, id="a month"),
        pytest.param("2018", datetime.date(2018, 1, 1), DatePrecision.YEAR, id="a year"),
        pytest.param("2016-02-29", datetime.date(2016, 2, 29), DatePrecision.DAY, id="a leap day"),
    ],
)
def test_partial_dates_are_read(text: str, date: datetime.date, precision: DatePrecision) -> None:
    assert parse_partial_date(text) == (date, precision)


@pytest.mark.parametrize("text", ["", "soon", "20 September 2018", "2017-02-29", "2018-13", "2018-09-20T10:00", "18"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is neither a day"):
        parse_partial_date(text)
