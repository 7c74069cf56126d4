"""Editors and readers of a started site, each a thread that acts and pauses until its time is over."""

import random
import re
import time
import urllib.error
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup
from wagtail.test.utils.form_data import nested_form_data

from tests.admin.editing import FORM, STREAMS, fields_of, story
from tests.started.browser import PlainBrowser, signed_in, token_in

MARK = re.compile(r"mark-(\d+)-(\d+)")


@dataclass
class Seen:
    """What somebody met: seconds of each answer by what was done, and whatever should not have been."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def note(self, act: str, begun: float) -> None:
        self.seconds.setdefault(act, []).append(time.monotonic() - begun)


class Reader:
    """Opens one public page after the other."""

    def __init__(self, url: str, paths: list[str], pause: float) -> None:
        self.browser = PlainBrowser(url)
        self.paths = paths
        self.pause = pause
        self.seen = Seen()

    def act(self, until: float) -> None:
        time.sleep(random.uniform(0, self.pause))
        while time.monotonic() < until:
            path = random.choice(self.paths)
            begun = time.monotonic()
            try:
                self.browser.read(path)
            except (urllib.error.URLError, OSError) as error:
                self.seen.faults.append(f"{path}: {error}")
            self.seen.note("read", begun)
            time.sleep(self.pause)


class Editor:
    """Opens the edit form of a page of his own, looks whether it is his text, changes it and saves, again and again."""

    def __init__(self, url: str, number: int, page: int, password: str) -> None:
        self.browser = signed_in(url, f"editor{number}", password)
        self.number = number
        self.address = f"/admin/pages/{page}/edit/"
        self.saved = 0
        self.fields: dict[str, Any] = {}
        self.seen = Seen()

    def act(self, until: float) -> None:
        while time.monotonic() < until:
            try:
                self._save(self._open())
            except (urllib.error.URLError, OSError) as error:
                self.seen.faults.append(f"editor {self.number}: {error}")
            time.sleep(random.uniform(2, 4))

    def _open(self) -> str:
        begun = time.monotonic()
        form = self.browser.read(self.address)
        self.seen.note("open the form", begun)
        marks = set(MARK.findall(form))
        if marks != {(str(self.number), str(self.saved))}:
            self.seen.faults.append(f"editor {self.number} expected version {self.saved} and found {sorted(marks)}")
        return form

    def _save(self, form: str) -> None:
        if not self.fields:  # reading a form takes longer than the site needs to write it
            self.fields = fields_of(BeautifulSoup(form, "html.parser").select_one(FORM))  # type: ignore[arg-type]
        found = re.search(r'name="loaded_revision_id"[^>]*value="(\d+)"', form)
        text = f"mark-{self.number}-{self.saved + 1}"
        fields = {
            **{f"{name}-count": "0" for name in STREAMS},
            **self.fields,
            "csrfmiddlewaretoken": token_in(form),
            "loaded_revision_id": found[1] if found else "",
            **nested_form_data({"body": story(text)}),
            "action-publish" if self.saved % 3 == 0 else "comment": "",
        }
        pairs = [
            (name, str(one))
            for name, value in fields.items()
            for one in (value if isinstance(value, list) else [value])
        ]
        begun = time.monotonic()
        answer = self.browser.send(self.address, pairs)
        self.seen.note("save", begun)
        if "could not be saved" in answer or "cannot be saved" in answer:
            self.seen.faults.append(f"editor {self.number}: the page could not be saved")
        else:
            self.saved += 1

    def is_kept(self, content: object) -> bool:
        """Whether the page's newest version, as the database gives it, has the text that was saved last."""
        return f"mark-{self.number}-{self.saved}" in str(content)
