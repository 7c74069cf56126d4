"""Loads the registers: countries, organisations, core areas, subjects, contacts, the programme."""

from typing import Any

from django.core.exceptions import ValidationError

from iclds.core.models import Contact
from iclds.home.loader.entries import Entry, read_file, read_list
from iclds.registers.codelists import OrganisationKind, Region
from iclds.registers.models import CoreArea, Country, Organisation, Subject
from programmes.models import ApplicationRound, Programme, ProgrammeCountry

PROGRAMME_FILE = "programme.yaml"


def make_if_missing(entry: Entry, model: type[Any], key: dict[str, Any], **values: Any) -> Any:
    """The row with this key; made from `values`, checked, where it is missing. Raises ContentError."""
    row = model.objects.filter(**key).first()
    if row is None:
        row = model(**key, **values)
        check(entry, row)
        row.save()
    return row


def check(entry: Entry, row: Any, **kwargs: Any) -> None:
    """Run the model's own checks; its errors become the entry's."""
    try:
        row.full_clean(**kwargs)
    except ValidationError as error:
        field, problems = next(iter(error.message_dict.items()))
        raise entry.error(field, " ".join(problems)) from error


def load_countries() -> dict[str, Country]:
    return {
        entry.text("code"): make_if_missing(
            entry,
            Country,
            {"code": entry.text("code")},
            **entry.columns("name", longest=160),
            region=entry.choice("region", Region.values, required=False),
        )
        for entry in read_list("countries.yaml", "code")
    }


def load_organisations(countries: dict[str, Country]) -> dict[str, Organisation]:
    entries = read_list("organisations.yaml", "key")
    made = {
        entry.name: make_if_missing(
            entry,
            Organisation,
            {"slug": entry.text("key", longest=80)},
            **entry.columns("name", longest=160),
            kind=entry.choice("kind", OrganisationKind.values),
            country=entry.look_up("country", entry.text("country"), countries),
            municipality_code=entry.text("municipality_code", required=False),
            latitude=_degrees(entry, "latitude"),
            longitude=_degrees(entry, "longitude"),
        )
        for entry in entries
    }
    for entry in entries:
        if successor := entry.text("successor", required=False):
            organisation = made[entry.name]
            if organisation.successor_id is None:
                organisation.successor = entry.look_up("successor", successor, made)
                organisation.save()
    return made


def _degrees(entry: Entry, field: str) -> str | None:
    value = entry.get(field, (int, float, str))
    return None if value is None else str(value)


def load_core_areas() -> dict[str, CoreArea]:
    return {
        entry.name: make_if_missing(
            entry,
            CoreArea,
            {"slug": entry.text("key")},
            **entry.columns("name", longest=160),
            **entry.columns("description"),
            order=position,
        )
        for position, entry in enumerate(read_list("core_areas.yaml", "key"), start=1)
    }


def load_subjects() -> dict[str, Subject]:
    return {
        entry.name: make_if_missing(entry, Subject, {"slug": entry.text("key")}, **entry.columns("name", longest=160))
        for entry in read_list("subjects.yaml", "key")
    }


def load_contacts() -> dict[str, Contact]:
    return {
        entry.name: make_if_missing(
            entry,
            Contact,
            {"key": entry.text("key")},
            **entry.columns("role", longest=120),
            **entry.columns("description", required=False),
            email=entry.text("email"),
        )
        for entry in read_list("contacts.yaml", "key")
    }


def load_programme(countries: dict[str, Country]) -> Programme:
    """The programme with its countries and rounds, which are made only together with it."""
    entry = Entry(PROGRAMME_FILE, "programme", read_file(PROGRAMME_FILE))
    existing = Programme.objects.filter(code=entry.text("code")).first()
    if existing:
        return existing
    programme = Programme(
        code=entry.text("code"),
        accepts_applications=entry.get("accepts_applications", bool, True),
        **entry.columns("name", longest=160),
        **entry.columns("label", longest=60),
        **entry.columns("usual_rounds", longest=300, required=False),
    )
    check(entry, programme)
    programme.save()
    for position, row in enumerate(entry.entries("countries")):
        member = ProgrammeCountry(
            programme=programme,
            country=row.look_up("country", row.text("country"), countries),
            from_year=row.get("from_year", int),
            to_year=row.get("to_year", int),
            sort_order=position,
        )
        check(row, member)
        member.save()
    for position, row in enumerate(entry.entries("rounds")):
        application_round = ApplicationRound(
            programme=programme,
            opens=row.moment("opens", required=False),
            closes=row.moment("closes"),
            sort_order=position,
            **row.columns("open_for", required=False, longest=200),
            **row.columns("note", required=False, longest=300),
        )
        check(row, application_round)
        application_round.save()
    return programme
