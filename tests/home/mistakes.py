"""Mistakes that somebody may make in a content file, each with where and how the loader tells it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

Edit = Callable[[Any], object]

PROJECT = "equal-value-democratic-process"
NEWS = "news-russian-swedish-cities"
PUBLICATION = "publication-local-government-and-migration"


@dataclass(frozen=True)
class Mistake:
    """What is done to a file, and what the loader says: the entry, the field and the problem."""

    file: str
    edit: Edit
    entry: str
    field: str
    problem: str


def put(position: Any, field: str, value: Any) -> Edit:
    return lambda rows: rows[position].__setitem__(field, value)


def drop(position: Any, field: str) -> Edit:
    return lambda rows: rows[position].pop(field)


def update(position: Any, **fields: Any) -> Edit:
    return lambda rows: rows[position].update(fields)


def add_block(block: Any) -> Edit:
    return lambda pages: pages["about"]["body"]["en"].append(block)


def below(field: str, **values: Any) -> Edit:
    return lambda programme: programme[field][0].update(values)


CROOKED = {"rows": [["a"], ["b", "c"]], "headers": "row", "caption": "x"}
NO_PAGE = {"text": '<p><a href="page:atlantis">x</a></p>'}
NO_DOCUMENT = {"text": '<a href="document:x">x</a>'}

# fmt: off
MISTAKES: list[tuple[str, Mistake]] = [
    ("a wrong code", Mistake("countries.yaml", put(0, "code", "KEN"), "KEN", "code", "Two capital letters")),
    ("an unknown region",
     Mistake("countries.yaml", put(0, "region", "atlantis"), "XX", "region", "“atlantis” is none of")),
    ("a key twice", Mistake("countries.yaml", put(1, "code", "XX"), "XX", "code", "stands twice")),
    ("a name missing", Mistake("countries.yaml", drop(0, "name"), "XX", "name", "is missing")),
    ("a name in one language", Mistake("countries.yaml", put(0, "name", {"en": "X"}), "XX", "name.sv", "is missing")),
    ("an unknown country",
     Mistake("organisations.yaml", put(0, "country", "QQ"), "ale", "country", "“QQ” is not known")),
    ("a place off the globe",
     Mistake("organisations.yaml", put(0, "latitude", 99), "ale", "latitude", "less than or equal to 90")),
    ("half a place",
     Mistake("organisations.yaml", drop(0, "longitude"), "ale", "__all__", "both latitude and longitude")),
    ("a number for a name",
     Mistake("core_areas.yaml", put(0, "name", 7.5), "equity", "name", "7.5 is not what belongs here")),
    ("years in the wrong order",
     Mistake("programme.yaml", below("countries", to_year=1999), "programme › countries 1", "__all__",
             "The last year lies before the first")),
    ("a round without a time",
     Mistake("programme.yaml", below("rounds", closes="soon"), "programme › rounds 1", "closes",
             "'soon' is not a time")),
    ("a month that does not exist",
     Mistake("projects.yaml", put(0, "starts", "2019-13"), PROJECT, "starts", "is neither a day")),
    ("an end before the start",
     Mistake("projects.yaml", update(0, starts="2019", ends="2018"), PROJECT, "ends_on", "ends before it starts")),
    ("a year and a day",
     Mistake("projects.yaml", update(0, starts="2018", ends="2018-05-01"), PROJECT, "starts", "both dates as days")),
    ("a goal too many", Mistake("projects.yaml", put(0, "goals", [18]), PROJECT, "goals", "1 to 17")),
    ("an unknown partner",
     Mistake("projects.yaml", put(0, "swedish_partners", ["atlantis"]), PROJECT, "swedish_partners",
             "“atlantis” is not known")),
    ("a partner twice",
     Mistake("projects.yaml", put(0, "swedish_partners", ["ale", "ale"]), PROJECT, "__all__", "already")),
    ("a sum in words",
     Mistake("projects.yaml", put(0, "grants", [{"amount": "much"}]), f"{PROJECT} › grants 1", "amount",
             "'much' is not what belongs here")),
    ("too long a name",
     Mistake("projects.yaml", put(0, "name", {"en": "x" * 161, "sv": "x"}), PROJECT, "name.en",
             "161 characters, at most 160")),
    ("a page missing",
     Mistake("pages.yaml", lambda pages: pages.pop("about"), "about", "(all)", "missing from the file")),
    ("a slug twice",
     Mistake("pages.yaml", put("about", "slug", {"en": "news", "sv": "om"}), "about", "slug", "already in use")),
    ("a reserved slug",
     Mistake("pages.yaml", put("about", "slug", {"en": "search", "sv": "om"}), "about", "slug",
             "The site itself uses the address")),
    ("a reserved Swedish slug",
     Mistake("pages.yaml", put("about", "slug", {"en": "about", "sv": "sok"}), "about", "slug",
             "The site itself uses the address")),
    ("a link to no page",
     Mistake("pages.yaml", add_block(NO_PAGE), "about", "body.en", "links to the unknown page “atlantis”")),
    ("a link to no document", Mistake("pages.yaml", add_block(NO_DOCUMENT), "about", "body.en", "“x” is not known")),
    ("a script in a text",
     Mistake("pages.yaml", add_block({"text": "<script>"}), "about", "body.en", "the tag <script> is not allowed")),
    ("an unknown block",
     Mistake("pages.yaml", add_block({"video": "x"}), "about", "body.en", "there is no block “video”")),
    ("half a block",
     Mistake("pages.yaml", add_block({"steps": {"title": "x"}}), "about", "body.en", "is not a whole “steps” block")),
    ("a crooked table", Mistake("pages.yaml", add_block({"table": CROOKED}), "about", "body.en", "not equally long")),
    ("an unknown contact",
     Mistake("pages.yaml", add_block({"contact": "nobody"}), "about", "body.en", "“nobody” is not known")),
    ("an unknown section",
     Mistake("news-1.yaml", put(0, "section", "sport"), NEWS, "section", "“sport” is none of")),
    ("dates that contradict",
     Mistake("news-1.yaml", put(0, "sort_date", "2017-11-12"), NEWS, "sort_date", "the same day of some year")),
    ("an unknown project",
     Mistake("news-1.yaml", put(0, "projects", ["atlantis"]), NEWS, "projects", "“atlantis” is not known")),
    ("an unknown series",
     Mistake("publications.yaml", put(0, "series", "novel"), PUBLICATION, "series", "“novel” is none of")),
    ("a wrong DOI",
     Mistake("publications.yaml", put(0, "doi", "x"), PUBLICATION, "doi", "Write it from “10.” on")),
]
# fmt: on
CASES = [pytest.param(mistake, id=name) for name, mistake in MISTAKES]
