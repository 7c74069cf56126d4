"""The table of docs/tasks.md, and a task done by the role that it names."""

import re
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from playwright.sync_api import Page

from tests.browser.moves import add_page, go_to_section, publish, write_text
from tests.browser.steps import Steps
from tests.browser.watching import Watched

AtDesk = Callable[..., Watched]
Walk = Callable[..., Watched]

TABLE = Path(settings.BASE_DIR) / "docs" / "tasks.md"


def table() -> dict[str, tuple[str, int]]:
    """Of each task, who does it and in how many steps."""
    rows = re.findall(r"^\| \d+ \| ([^|]+) \| ([^|]+) \| (\d+) \|", TABLE.read_text(), flags=re.MULTILINE)
    return {task.strip(): (role.strip(), int(steps)) for task, role, steps in rows}


class Task:
    """One line of the table, done by its role; `done` compares the steps with it."""

    def __init__(self, name: str, at_desk: AtDesk) -> None:
        self.name = name
        role, self.expected = table()[name]
        self.page: Page = at_desk(role).page
        self.steps = Steps(self.page)

    def done(self) -> None:
        assert (self.name, self.steps.count(self.name)) == (self.name, self.expected)


def write_news(steps: Steps, title: str) -> None:
    """A news item of today, published on the English pages."""
    go_to_section(steps, "en", "News")
    add_page(steps)
    steps.fill("Title", title)
    steps.fill("Lead", "Two wells are open.")
    write_text(steps, "The mayor drank first.")
    publish(steps)
