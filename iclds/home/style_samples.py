"""The parts that pages are made of, each with the states that it can be in: what the style page shows."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from iclds.core.blocks import PlainBlocks
from iclds.core.charts import Bar, column_chart
from iclds.core.languages import active_language, other_languages
from iclds.core.models import Contact, SiteDocument
from iclds.core.navigation import Crumb, LanguageLink
from iclds.core.notices import Notice
from iclds.core.pagination import paginate
from iclds.registers.codelists import PartnerRole, Region
from iclds.registers.models import Country, Organisation
from iclds.registers.terms import Term
from news.models import NewsPage, PublicationPage
from programmes.country_lists import ListedCountry, RegionGroup
from programmes.models import Programme
from programmes.rounds import RoundState
from projects.forms import LONGEST_QUERY, ProjectFilterForm
from projects.models import Project, ProjectPartner
from projects.status import ProjectStatus

# The longest that an editor may write, of words as long as Swedish has them.
LONG_TITLE = ("Tillgänglighetsredogörelse för kommunalförbundens avfallshanteringssamarbete " * 3)[:200]
LONG_NAME = "Kommunalförbundet Västmanlands avfallshantering"


@dataclass(frozen=True)
class Sample:
    """One template of the site in one state. `drawn` where a block has filled it in already."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)
    drawn: str = ""


@dataclass(frozen=True)
class Group:
    """Samples that stand under one heading."""

    title: str
    samples: list[Sample]


def groups(request: HttpRequest) -> list[Group]:
    """All samples besides what stands round every page.

    News, publications and articles are the site's latest, where it has any.
    """
    return [
        Group(_("The way and the language"), list(_ways())),
        Group(_("Labels"), list(_labels())),
        Group(_("Forms"), list(_forms())),
        Group(_("Lists"), list(_lists(request))),
        Group(_("Text"), list(_text())),
        Group(_("Cards"), list(_cards())),
        Group(_("Charts"), list(_charts())),
    ]


def _ways() -> Iterator[Sample]:
    crumbs = [Crumb(_("Home"), "#"), Crumb(_("Projects"), "#"), Crumb(LONG_TITLE, "#", "sv")]
    yield Sample("components/breadcrumbs.html", {"crumbs": crumbs})
    (code,) = other_languages(active_language())
    yield Sample("components/notice.html", {"notice": Notice(_("The office is closed until 7 January."))})
    name = dict(settings.LANGUAGES)[code]
    yield Sample("components/language_note.html", {"links": [LanguageLink(code, name, "#", is_same_view=False)]})


def _labels() -> Iterator[Sample]:
    yield Sample("components/tag.html", {"text": _("A label")})
    yield Sample("components/tag.html", {"text": _("A label that leads on"), "url": "#"})
    for state in [*ProjectStatus, *RoundState]:
        yield Sample("components/tag.html", {"text": state.label, "kind": state.value})
    for code in ("en", "sv", "es", "fr", "uk"):
        yield Sample("components/language_mark.html", {"code": code})


def _forms() -> Iterator[Sample]:
    terms = {"country": [Term("country", "KE", "Kenya", "Kenya")], "organisation": [], "corearea": []}
    wrong = {"q": "x" * (LONGEST_QUERY + 1), "country": "nowhere"}
    for state, data in {"right": {"country": "KE"}, "wrong": wrong}.items():
        form = ProjectFilterForm(data, terms)
        form.auto_id = f"{state}-%s"
        for name in ("q", "country"):
            yield Sample("components/field.html", {"field": form[name]})


def _lists(request: HttpRequest) -> Iterator[Sample]:
    yield Sample("components/pagination.html", {"listing": paginate(range(200), request, per_page=10)})
    nothing = {
        "title": _("No project meets all of this"),
        "text": _("Take one of the filters away, or use fewer words."),
    }
    yield Sample("components/empty.html", nothing)
    yield Sample("components/empty.html", {**nothing, "url": "#", "link": _("Remove all filters")})
    document = SiteDocument(pk=0, title=_("Programme guidelines"), file="guidelines.pdf", file_size=310_000)
    yield Sample("components/document_link.html", {"document": document})
    role = _("Reporting and finance")
    contact = Contact(role_en=role, role_sv=role, email="name@example.org", phone="0498 000 00")
    yield Sample("components/contact.html", {"contact": contact})


def _text() -> Iterator[Sample]:
    blocks = PlainBlocks().child_blocks
    callout = blocks["callout"]
    values = [(block, block.get_preview_value()) for block in blocks.values()]
    values.append((callout, callout.normalize({**callout.meta.preview_value, "kind": "note"})))
    for block, value in values:
        yield Sample(block.meta.template, drawn=block.render(value))
    answer = _("Yes, if both partners answer for it.")
    question = SimpleNamespace(anchor="sample-question", question=_("May a school take part?"), answer=answer)
    yield Sample("components/question.html", {"question": question})


def _cards() -> Iterator[Sample]:
    projects = [_project(_("Clean water"), "Växjö", "Kisumu"), _project(LONG_TITLE, LONG_NAME, LONG_NAME)]
    for context in ({}, {"is_row": True}):
        for project in projects:
            yield Sample("cards/project.html", {"project": project, **context})
    for template in ("cards/project_teaser.html", "components/bridge.html"):
        for project in projects:
            yield Sample(template, {"project": project})
    news = NewsPage.objects.live().latest_first().for_cards()
    latest = {
        "cards/news.html": news.current(),
        "cards/article.html": news.articles(),
        "cards/publication.html": PublicationPage.objects.live().latest_first().for_cards(),
    }
    for template, items in latest.items():
        for item in items[:1]:
            yield Sample(template, {"item": item})
    countries = [
        ListedCountry(Country(code="KE", name_en=name, name_sv=name), "", is_eligible=True, was_eligible=False)
        for name in ("Kenya", "Tanzania")
    ]
    region = RegionGroup(Region.EAST_AFRICA, eligible=countries[:1], former=countries[1:])
    yield Sample("cards/region.html", {"group": region})


def _project(name: str, swedish: str, abroad: str) -> Project:
    """A project that no register holds."""
    project = Project(
        slug="sample",
        name_en=name,
        name_sv=name,
        starts_on=datetime.date(2018, 1, 1),
        ends_on=datetime.date(2020, 12, 31),
        only_years=True,
        programme=Programme(name_en="Municipal Partnership", name_sv="Kommunalt partnerskap"),
    )
    country = Country(code="KE", name_en="Kenya", name_sv="Kenya")
    for place, role in ((swedish, PartnerRole.SWEDISH), (abroad, PartnerRole.INTERNATIONAL)):
        organisation = Organisation(name_en=place, name_sv=place, country=country)
        project.partners.add(ProjectPartner(organisation=organisation, role=role))
    return project


def _charts() -> Iterator[Sample]:
    bars = [Bar("Kenya", 33, 100, group="east-africa"), Bar(LONG_NAME, 11, 33.3, group="europe"), Bar("Zambia", 1, 3)]
    words = {"what": _("Partner country"), "counted": _("Projects"), "title": _("Projects by partner country")}
    yield Sample("components/charts/bars.html", {"bars": bars, **words})
    years = column_chart([(year, year % 7) for year in range(1999, 2027)])
    text = {"key": "sample-years", "text": _("The table says the same."), "summary": _("All years as a table")}
    yield Sample("components/charts/columns.html", {"chart": years, **words, **text, "what": _("Year")})
