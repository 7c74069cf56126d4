"""Fills the bench's database: the site's first content, and as many items more as asked for."""

import datetime
import json
import uuid
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, transaction
from wagtail.models import Collection, Page

from iclds.background.worker import work_off
from iclds.core.models import SiteDocument
from iclds.home.loader import load_content
from iclds.home.models import HomePage
from iclds.registers.codelists import PartnerRole
from iclds.registers.models import SWEDEN, Country, Organisation
from news.models import KnowledgeCentrePage, NewsIndexPage, NewsPage, PublicationPage
from programmes.models import Programme
from projects.models import Project, ProjectPartner

FIRST_DAY = datetime.date(2010, 1, 1)
TEXT = json.dumps(
    [{"type": "text", "value": "<p>" + "A bench text about waste and water. " * 40 + "</p>", "id": str(uuid.uuid4())}]
)


def make_site() -> None:
    load_content()
    work_off()  # the covers of its documents
    home = HomePage.objects.get(locale__language_code="en")
    home.add_child(instance=Page(title="One line", slug="one-line", locale=home.locale))


def fill(size: int) -> None:
    """Grow to `size` projects, news items, publications and documents besides the first content."""
    with transaction.atomic():
        _projects(size)
        _documents(size)
        _pages(NewsPage, NewsIndexPage, "news", size, {"place": "Visby", "body": TEXT})
        _pages(PublicationPage, KnowledgeCentrePage, "publication", size, {"abstract": "<p>Bench.</p>"})
    call_command("update_index", verbosity=0)
    call_command("rebuild_references_index", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _projects(size: int) -> None:
    programme = Programme.objects.get()
    kenya = Country.objects.get(code="KE")
    swedish = Organisation.objects.filter(country__code=SWEDEN)[0]
    abroad = Organisation.objects.filter(country=kenya)[0]
    start = Project.objects.filter(slug__startswith="bench-project-").count() + 1
    projects = Project.objects.bulk_create(
        Project(
            slug=f"bench-project-{number}",
            name_en=f"Bench project {number}",
            name_sv=f"Mätprojekt {number}",
            summary_en="A bench project.",
            summary_sv="Ett mätprojekt.",
            programme=programme,
            starts_on=FIRST_DAY + datetime.timedelta(days=number % 5000),
            ends_on=FIRST_DAY + datetime.timedelta(days=number % 5000 + 4000),
        )
        for number in range(start, size + 1)
    )
    ProjectPartner.objects.bulk_create(
        ProjectPartner(project=project, organisation=organisation, role=role)
        for project in projects
        for organisation, role in ((swedish, PartnerRole.SWEDISH), (abroad, PartnerRole.INTERNATIONAL))
    )
    countries = Project.countries.through
    countries.objects.bulk_create(countries(project_id=project.pk, country_id=kenya.pk) for project in projects)


def _documents(size: int) -> None:
    root = Collection.get_first_root_node()
    start = SiteDocument.objects.filter(title__startswith="Bench document ").count() + 1
    SiteDocument.objects.bulk_create(
        SiteDocument(
            title=f"Bench document {number}", file=f"documents/bench-{number}.pdf", file_size=1_000, collection=root
        )
        for number in range(start, size + 1)
    )


def _pages(model: Any, parent_model: Any, word: str, size: int, fields: dict[str, Any]) -> None:
    """Pages straight into the tables: add_child would take minutes for ten thousand."""
    parent = parent_model.objects.get(locale__language_code="en")
    kind = ContentType.objects.get_for_model(model)
    start = model.objects.filter(slug__startswith=f"bench-{word}-").count() + 1
    last = Page.objects.filter(path__startswith=parent.path, depth=parent.depth + 1).order_by("path").last()
    steps = Page._str2int(last.path[-Page.steplen :]) if last else 0
    numbers = range(start, size + 1)
    pages = [
        model(
            title=f"Bench {word} {number}",
            draft_title=f"Bench {word} {number}",
            slug=f"bench-{word}-{number}",
            lead="A bench item about waste and water.",
            published_on=FIRST_DAY + datetime.timedelta(days=number % 5000),
            locale_id=parent.locale_id,
            content_type=kind,
            path=Page._get_path(parent.path, parent.depth + 1, steps + offset),
            depth=parent.depth + 1,
            numchild=0,
            url_path=f"{parent.url_path}bench-{word}-{number}/",
            translation_key=uuid.uuid4(),
            **fields,
        )
        for offset, number in enumerate(numbers, start=1)
    ]
    columns = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    rows = Page.objects.bulk_create(Page(**{name: getattr(page, name) for name in columns}) for page in pages)
    for page, row in zip(pages, rows, strict=True):
        page.pk = page.page_ptr_id = row.pk
        page.save_base(raw=True, force_insert=True)
    parent_model.objects.filter(pk=parent.pk).update(numchild=steps + len(pages))
