"""Dates of which only a part may be known.

Much of what ICLD has published carries a month or a year, or a day without its year. A full date orders the lists;
what a reader sees is the part that is known.
"""

import datetime

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _


class DatePrecision(models.TextChoices):
    """Which part of a date is known, and so shown."""

    DAY = "day", _("The day")
    MONTH = "month", _("The month")
    YEAR = "year", _("The year")
    DAY_OF_YEAR = "day-of-year", _("Day and month, not the year")
    NONE = "none", _("Nothing: the date only orders the lists")


_FORMATS = {
    DatePrecision.DAY: "DATE_FORMAT",
    DatePrecision.MONTH: "YEAR_MONTH_FORMAT",
    DatePrecision.YEAR: "Y",
    DatePrecision.DAY_OF_YEAR: "MONTH_DAY_FORMAT",
}
# The valid values of <time datetime>: HTML Living Standard, section 4.5.14. Parts of the ISO form, since strftime
# leaves the zeros of early years out.
_MACHINE_PARTS = {
    DatePrecision.DAY: slice(0, 10),
    DatePrecision.MONTH: slice(0, 7),
    DatePrecision.YEAR: slice(0, 4),
    DatePrecision.DAY_OF_YEAR: slice(5, 10),
}


def known_date(date: datetime.date | None, precision: str) -> str:
    """The known part of a date, written in the active language; empty where nothing is known."""
    if date is None or precision not in _FORMATS:
        return ""
    return date_format(date, _FORMATS[DatePrecision(precision)])


def machine_date(date: datetime.date | None, precision: str) -> str:
    """The known part of a date for `<time datetime>`; empty where nothing is known."""
    if date is None or precision not in _MACHINE_PARTS:
        return ""
    return date.isoformat()[_MACHINE_PARTS[DatePrecision(precision)]]


def iso_date(date: datetime.date | None, precision: str) -> str | None:
    """The known part for schema.org and feeds (ISO 8601), which have no form for a day without its year."""
    return None if precision == DatePrecision.DAY_OF_YEAR else machine_date(date, precision) or None


def parse_partial_date(text: str) -> tuple[datetime.date, DatePrecision]:
    """Read "2018-09-20", "2018-09" or "2018" as the first day it may mean, and its precision.

    Raises ValueError for anything else.
    """
    for pattern, precision in (
        ("%Y-%m-%d", DatePrecision.DAY),
        ("%Y-%m", DatePrecision.MONTH),
        ("%Y", DatePrecision.YEAR),
    ):
        try:
            return datetime.datetime.strptime(text, pattern).date(), precision
        except ValueError:
            continue
    raise ValueError(f"{text!r} is neither a day (2018-09-20), a month (2018-09) nor a year (2018)")
