"""Counts what an editor does: every click, field filled and file chosen is a step; waiting and looking are not."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page, expect


def field_named(label: str, where: Page | Locator) -> Locator:
    """The field with exactly this label; required ones end in a star."""
    labelled = where.get_by_label(re.compile(rf"^\s*{re.escape(label)}\s*\*?\s*$"))
    return labelled.and_(where.locator("input, textarea")).first


@dataclass
class Steps:
    page: Page
    taken: list[str] = field(default_factory=list)

    def click(self, what: Locator, words: str = "") -> None:
        what.click()
        self.taken.append(f"click {words or what.inner_text().strip()}")

    def open(self, what: Locator, words: str) -> None:
        """A click that leads to another screen."""
        with self.page.expect_navigation():
            what.click()
        self.taken.append(f"click {words}")

    def fill(self, label: str, text: str, where: Locator | None = None) -> None:
        field_named(label, where or self.page).fill(text)
        self.taken.append(f"fill {label}")

    def fill_date(self, label: str, text: str, where: Locator | None = None) -> None:
        """A date written by hand; its calendar opens a moment later, and closes when the field is left by Tab.

        The field that comes next may have a calendar too, which opens a moment later again.
        """
        date = field_named(label, where or self.page)
        calendar = self.page.locator(".xdsoft_datetimepicker:visible")
        date.fill(text)
        expect(calendar).to_have_count(1)
        for _field in range(3):
            self.page.keyboard.press("Tab")
            self.page.wait_for_timeout(400)
            if calendar.count() == 0:
                break
        expect(calendar).to_have_count(0)
        expect(date).to_have_value(text)
        self.taken.append(f"fill {label}")

    def type(self, what: Locator, text: str, words: str) -> None:
        """Where no field is: an editor of running text is clicked and written in, over what stood there."""
        what.click()
        self.page.keyboard.press("Control+A")
        what.press_sequentially(text)
        expect(what).to_have_text(text)
        self.page.wait_for_timeout(600)  # the widget stores what was typed a quarter of a second later
        self.taken.append(f"write {words}")

    def choose(self, what: Locator, value: str, words: str) -> None:
        what.select_option(value)
        self.taken.append(f"choose {words}")

    def attach(self, what: Locator, file: Path) -> None:
        what.set_input_files(file)
        self.taken.append(f"attach {file.name}")

    def count(self, title: str) -> int:
        """The number of steps; told with the steps themselves when a test fails or pytest is asked for output."""
        print(
            f"{title}: {len(self.taken)} steps\n" + "\n".join(f"  {n}. {step}" for n, step in enumerate(self.taken, 1))
        )
        return len(self.taken)
