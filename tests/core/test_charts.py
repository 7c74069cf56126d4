"""Charts: lengths and heights are true to the numbers, and names do not crowd each other."""

import pytest

from iclds.core.charts import COLUMNS_HEIGHT, column_chart, round_step, share


@pytest.mark.parametrize(
    ("most", "step"),
    [(0, 1), (1, 1), (3, 1), (4, 2), (6, 2), (7, 5), (15, 5), (16, 10), (30, 10), (31, 20), (2_000, 1_000)],
)
def test_lines_stand_at_round_numbers_and_reach_the_highest(most: int, step: int) -> None:
    assert round_step(most) == step


def test_a_column_is_as_high_as_its_number() -> None:
    chart = column_chart([(2019, 3), (2020, 6), (2021, 0)])

    heights = [COLUMNS_HEIGHT - column.top for column in chart.columns]
    assert heights == [75, 150, 0]
    assert [line.value for line in chart.lines] == [2, 4, 6]
    assert {line.value: COLUMNS_HEIGHT - line.y for line in chart.lines} == {2: 50, 4: 100, 6: 150}


def test_columns_share_the_width() -> None:
    assert [column.x for column in column_chart([(year, 1) for year in range(2000, 2004)]).columns] == [
        12.5, 37.5, 62.5, 87.5,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last", "named"),
    [
        pytest.param(2020, 2022, ["2020", "2021", "2022"], id="few: all"),
        pytest.param(1999, 2024, ["1999", "2005", "2010", "2015", "2020", "2024"], id="every fifth and the ends"),
        pytest.param(2003, 2012, ["2003", "2012"], id="2005 and 2010 would touch the ends"),
        pytest.param(2024, 2024, ["2024"], id="one year"),
    ],
)
def test_some_years_have_their_names(first: int, last: int, named: list[str]) -> None:
    chart = column_chart([(year, 1) for year in range(first, last + 1)])

    assert [column.label for column in chart.columns if column.is_labelled] == named


def test_nothing_to_show_is_no_fault() -> None:
    assert column_chart([]).columns == ()
    assert share(0, 0) == 0


def test_a_bar_is_a_share_of_the_longest() -> None:
    assert [share(value, 33) for value in (33, 11, 1, 0)] == [100, 33.3, 3, 0]
