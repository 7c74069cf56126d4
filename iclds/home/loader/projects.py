"""Loads the register of projects."""

import datetime
from dataclasses import dataclass
from typing import Any

from wagtail.search import index

from iclds.core.dates import DatePrecision
from iclds.core.models import SiteImage
from iclds.home.loader.entries import Entry, read_list
from iclds.home.loader.registers import check
from iclds.registers.codelists import ApplicationType, PartnerRole
from iclds.registers.models import CoreArea, Country, Organisation, Subject
from programmes.models import Programme
from projects.models import Project, ProjectGrant, ProjectPartner

PARTNER_FIELDS = {
    "swedish_partners": PartnerRole.SWEDISH,
    "international_partners": PartnerRole.INTERNATIONAL,
    "third_partners": PartnerRole.THIRD,
}


@dataclass
class Registers:
    """What project entries refer to, by key."""

    programme: Programme
    countries: dict[str, Country]
    organisations: dict[str, Organisation]
    core_areas: dict[str, CoreArea]
    subjects: dict[str, Subject]


def project_entries() -> list[Entry]:
    return read_list("projects.yaml", "slug")


def load_project(entry: Entry, registers: Registers, picture: SiteImage | None) -> Project:
    """Make the project with its partners, grants and subjects. Raises ContentError."""
    starts_on, ends_on, only_years = _dates(entry)
    project = Project(
        slug=entry.text("slug", longest=80),
        reference=entry.text("reference", required=False, longest=20),
        programme=registers.programme,
        type=entry.choice("type", ApplicationType.values, required=False),
        starts_on=starts_on,
        ends_on=ends_on,
        only_years=only_years,
        goals=entry.list_of("goals", int),
        picture=picture,
        featured=entry.get("featured", int),
        **entry.columns("name", longest=160),
        **entry.columns("summary", required=False),
    )
    check(entry, project)
    project.save()
    _add_partners(entry, project, registers)
    _add_grants(entry, project)
    for field, attribute, rows in (
        ("countries", project.countries, registers.countries),
        ("core_areas", project.core_areas, registers.core_areas),
        ("subjects", project.subjects, registers.subjects),
    ):
        chosen: list[Any] = [entry.look_up(field, key, rows) for key in entry.list_of(field)]
        attribute.set(chosen)
    # Once more, now that it can be found by its partners and countries too.
    index.insert_or_update_object(project)
    return project


def _dates(entry: Entry) -> tuple[datetime.date | None, datetime.date | None, bool]:
    """First and last day, and whether only their years are known. A known year lasts to its end."""
    starts_on, start_precision = entry.date("starts")
    ends_on, end_precision = entry.date("ends")
    known = [
        precision for date, precision in ((starts_on, start_precision), (ends_on, end_precision)) if date is not None
    ]
    only_years = bool(known) and all(precision == DatePrecision.YEAR for precision in known)
    if known and not only_years and any(precision != DatePrecision.DAY for precision in known):
        raise entry.error("starts", "write both dates as days, or both as years")
    if only_years and ends_on is not None:
        ends_on = ends_on.replace(month=12, day=31)
    return starts_on, ends_on, only_years


def _add_partners(entry: Entry, project: Project, registers: Registers) -> None:
    position = 0
    for field, role in PARTNER_FIELDS.items():
        for key in entry.list_of(field):
            organisation = entry.look_up(field, key, registers.organisations)
            partner = ProjectPartner(project=project, organisation=organisation, role=role, sort_order=position)
            check(entry, partner)
            partner.save()
            position += 1


def _add_grants(entry: Entry, project: Project) -> None:
    for position, row in enumerate(entry.entries("grants")):
        grant = ProjectGrant(
            project=project,
            year=row.get("year", int),
            amount=row.get("amount", int),
            is_approximate=row.get("approximate", bool, False),
            sort_order=position,
        )
        check(row, grant)
        grant.save()
