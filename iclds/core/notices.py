"""The notice that stands on every page for a while: when, and in which language."""

import datetime
from dataclasses import dataclass

from iclds.core.languages import active_language, in_language, other_languages


@dataclass(frozen=True)
class Notice:
    """What is told; `language` only where it is not the reader's."""

    text: str
    language: str = ""


def stands_now(starts: datetime.datetime | None, ends: datetime.datetime | None, now: datetime.datetime) -> bool:
    """Whether `now` lies between both ends; an end that is not given does not limit. The last moment is out."""
    return (starts is None or starts <= now) and (ends is None or now < ends)


def notice_in(obj: object, now: datetime.datetime) -> Notice | None:
    """The notice of an object with notice_en, notice_sv, notice_starts and notice_ends, if it stands at `now`."""
    if not stands_now(obj.notice_starts, obj.notice_ends, now):  # type: ignore[attr-defined]
        return None
    text = in_language(obj, "notice")
    if not text:
        return None
    language = active_language()
    own = getattr(obj, f"notice_{language}")
    return Notice(text, "" if own else next(iter(other_languages(language))))
