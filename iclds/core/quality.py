"""What an editor is told about a page after saving it: warnings, not walls. Rules alone, without a request."""

import re
from collections.abc import Iterator
from typing import Protocol

from django.utils.translation import gettext as _

# As long as search engines show it; a longer one is cut where it goes there.
LONGEST_DESCRIPTION = 220
_HEADING = re.compile(r"<h([2-6])[ >]")


class Picture(Protocol):
    description: str
    description_sv: str


def lead_warnings(lead: str, instead: str = "") -> Iterator[str]:
    """Whether the summary that lists and search engines show is there and short enough.

    `instead` is what a type of page shows where it has no lead, such as the summary in the register.
    """
    if not (lead or instead).strip():
        yield _("There is no lead: lists and search engines have nothing to show below the title.")
    elif len(lead) > LONGEST_DESCRIPTION:
        yield _("The lead has %(length)d characters; search engines are shown the first %(longest)d.") % {
            "length": len(lead),
            "longest": LONGEST_DESCRIPTION,
        }


def picture_warnings(picture: Picture | None) -> Iterator[str]:
    """Whether the page's picture is described in both languages (WCAG 2.2, 1.1.1)."""
    if picture and not (picture.description and picture.description_sv):
        yield _("The picture lacks its description in one language or both; open it under Images.")


def heading_warnings(texts: list[str]) -> Iterator[str]:
    """Whether headings go down one step at a time below the page's title (WCAG 2.2, 1.3.1). `texts` in page order."""
    before = 1
    for level in (int(found) for markup in texts for found in _HEADING.findall(markup)):
        if level > before + 1:
            yield _("A small heading stands where no larger one is above it.")
            return
        before = level
