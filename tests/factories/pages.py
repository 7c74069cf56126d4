"""Every type of page. A page stands in the tree of its parent, and so in its parent's language."""

import datetime
from typing import Any

import factory
import wagtail_factories
from django.utils.text import slugify
from wagtail.models import Locale, Page

from iclds.home.models import AccessibilityPage, HomePage, StandardPage
from news.models import KnowledgeCentrePage, NewsIndexPage, NewsPage, PublicationPage
from programmes.models import CountryIndexPage, CountryPage, FAQPage, GuidancePage, ProgrammePage
from projects.models import ProjectIndexPage, ProjectPage
from tests.factories.programmes import ProgrammeFactory
from tests.factories.projects import ProjectFactory
from tests.factories.registers import CountryFactory


def in_both_trees(
    page_factory: type["BasePageFactory"], parents: dict[str, Page], titles: dict[str, str], **fields: Any
) -> dict[str, Page]:
    """A page and its translation, by language, below `parents` and known as versions of one page."""
    first = page_factory(parent=parents["en"], title=titles["en"], **fields)
    second = page_factory(parent=parents["sv"], title=titles["sv"], translation_key=first.translation_key, **fields)
    return {"en": first, "sv": second}


class BasePageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda number: f"Page {number}")
    slug = factory.LazyAttribute(lambda page: slugify(page.title))
    locale = factory.LazyAttribute(lambda page: page.parent.locale if page.parent else Locale.get_default())
    lead = factory.LazyAttribute(lambda page: f"About {page.title}.")

    class Meta:
        abstract = True


class HomePageFactory(BasePageFactory):
    """The home page of a language: HomePageFactory(language="sv")."""

    title = "ICLD"
    slug = factory.LazyAttribute(lambda page: f"home-{page.language}")
    locale = factory.LazyAttribute(lambda page: Locale.objects.get_or_create(language_code=page.language)[0])
    parent = factory.LazyFunction(Page.get_first_root_node)

    class Meta:
        model = HomePage

    class Params:
        language = "en"


class StandardPageFactory(BasePageFactory):
    show_in_menus = True

    class Meta:
        model = StandardPage


class AccessibilityPageFactory(BasePageFactory):
    title = "Accessibility"
    show_in_menus = True
    assessed_on = datetime.date(2026, 11, 25)

    class Meta:
        model = AccessibilityPage


class ProgrammePageFactory(BasePageFactory):
    show_in_menus = True
    programme = factory.SubFactory(ProgrammeFactory)

    class Meta:
        model = ProgrammePage


class GuidancePageFactory(BasePageFactory):
    show_in_menus = True

    class Meta:
        model = GuidancePage


class FAQPageFactory(BasePageFactory):
    show_in_menus = True

    class Meta:
        model = FAQPage


class CountryIndexPageFactory(BasePageFactory):
    show_in_menus = True

    class Meta:
        model = CountryIndexPage


class CountryPageFactory(BasePageFactory):
    country = factory.SubFactory(CountryFactory)
    title = factory.LazyAttribute(lambda page: page.country.name_en)

    class Meta:
        model = CountryPage


class ProjectIndexPageFactory(BasePageFactory):
    show_in_menus = True

    class Meta:
        model = ProjectIndexPage


class ProjectPageFactory(BasePageFactory):
    """A story; its title and slug follow from the project."""

    project = factory.SubFactory(ProjectFactory)
    title = factory.LazyAttribute(lambda page: page.project.name_en)
    slug = factory.LazyAttribute(lambda page: page.project.slug)

    class Meta:
        model = ProjectPage


class NewsIndexPageFactory(BasePageFactory):
    show_in_menus = True

    class Meta:
        model = NewsIndexPage


class NewsPageFactory(BasePageFactory):
    place = "Visby"
    published_on = datetime.date(2018, 9, 20)

    class Meta:
        model = NewsPage


class KnowledgeCentrePageFactory(BasePageFactory):
    show_in_menus = True

    class Meta:
        model = KnowledgeCentrePage


class PublicationPageFactory(BasePageFactory):
    published_on = datetime.date(2018, 1, 1)
    date_precision = "year"

    class Meta:
        model = PublicationPage
