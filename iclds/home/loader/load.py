"""Loads everything, or nothing."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from iclds.home.loader.markup import Known
from iclds.home.loader.media import make_card_renditions
from iclds.home.loader.news import load_news, load_publications
from iclds.home.loader.pages import load_country_pages, load_stories, load_trees
from iclds.home.loader.pictures import Pictures
from iclds.home.loader.projects import Registers, load_project, project_entries
from iclds.home.loader.registers import (
    load_contacts,
    load_core_areas,
    load_countries,
    load_organisations,
    load_programme,
    load_subjects,
)
from iclds.home.loader.settings import load_settings
from iclds.home.loader.tree import Tree
from projects.models import Project


@dataclass(frozen=True)
class Loaded:
    """How much a run has made; what was there already is not counted."""

    projects: int
    pages: int


def load_content(report: Callable[[str], None] = lambda line: None, *, draw: bool = True) -> Loaded:
    """Load the content files in one transaction, telling `report` what goes on.

    `draw` makes the pictures too; tests that look at none leave them out. Raises ContentError, and then nothing has
    been changed.
    """
    with transaction.atomic():
        report("Registers: countries, organisations, core areas, subjects, contacts, programme")
        countries = load_countries()
        programme = load_programme(countries)
        registers = Registers(programme, countries, load_organisations(countries), load_core_areas(), load_subjects())
        pictures = Pictures(draw, countries)
        known = Known(contacts=load_contacts(), documents=pictures.documents(), drawings=pictures.drawings())
        report("Projects, with a drawing for each")
        projects, made = _load_projects(registers, pictures)
        known.projects = set(projects)
        report("Pages in English and Swedish")
        tree = Tree(known)
        load_trees(tree, programme, pictures)
        load_country_pages(tree, countries, pictures)
        load_news(tree, programme, countries, projects, pictures)
        load_publications(tree, programme, countries, registers.subjects, pictures)
        load_stories(tree, projects)
        report("Texts and the links between them")
        tree.write_texts()
        load_settings(pictures)
    if draw:
        report("Pictures in the sizes that lists show")
        make_card_renditions()
    return Loaded(made, tree.made)


def _load_projects(registers: Registers, pictures: Pictures) -> tuple[dict[str, Project], int]:
    existing = {project.slug: project for project in Project.objects.all()}
    projects: dict[str, Project] = {}
    for entry in project_entries():
        known = existing.get(entry.name)
        projects[entry.name] = known or load_project(entry, registers, pictures.of_project(entry))
    return projects, len(projects.keys() - existing.keys())
