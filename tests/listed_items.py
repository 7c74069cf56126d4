"""As many items as asked for, on whatever page lists them: with pictures, partners and links in their texts."""

import datetime
from collections.abc import Callable

from wagtail.models import Page, PageViewRestriction

from projects.models import Project
from tests.every_page import questions
from tests.factories.media import DocumentFactory, ImageFactory, document_with_cover
from tests.factories.news import PublicationAuthorFactory
from tests.factories.pages import (
    CountryPageFactory,
    FAQPageFactory,
    GuidancePageFactory,
    NewsPageFactory,
    ProjectPageFactory,
    PublicationPageFactory,
    StandardPageFactory,
)
from tests.factories.programmes import ApplicationRoundFactory, ProgrammeCountryFactory
from tests.factories.projects import ProjectDocumentFactory, ProjectFactory, ProjectGrantFactory
from tests.factories.registers import (
    ContactFactory,
    CoreAreaFactory,
    CountryFactory,
    OrganisationFactory,
    SubjectFactory,
)
from tests.factories.streams import document_link, link, picture, stream
from tests.little_site import LittleSite

FILL = Callable[[LittleSite, int], str]
CODES = ("KE", "ZM", "UA")


def texts_with_links(site: LittleSite, count: int, *, pictures: bool = True) -> str:
    """Blocks of text, each with a link to a page and a document, and pictures between them."""
    document, target = DocumentFactory(), site.news["sv"]
    blocks = []
    for _ in range(count):
        blocks.append(("text", f"<p>{link(target)} {link(site.home['en'])} {document_link(document)}</p>"))
        blocks += [picture(ImageFactory())] if pictures else []
    return stream(*blocks)


def add_projects(count: int) -> list[Project]:
    country = CountryFactory(code="KE")
    return [
        ProjectFactory(
            picture=ImageFactory(), countries=[country], starts_on=datetime.date(2018, 1, 1 + number),
            swedish=[OrganisationFactory()], international=[OrganisationFactory(country=country)],
        )
        for number in range(count)
    ]  # fmt: skip


def add_news(site: LittleSite, section: str, count: int, **fields: object) -> list[Page]:
    """Items in English, and as many that exist only in Swedish."""
    news = []
    for language in ("en", "sv"):
        for _ in range(count):
            page = NewsPageFactory(
                parent=getattr(site, section)[language], picture=ImageFactory(), programme=site.programme,
                body=texts_with_links(site, 1), **fields,
            )  # fmt: skip
            page.countries.set([CountryFactory(code="KE")])
            page.save()
            news.append(page)
    return news


def add_publications(site: LittleSite, count: int) -> list[Page]:
    publications = []
    for language in ("en", "sv"):
        for _ in range(count):
            page = PublicationPageFactory(
                parent=site.knowledge[language],
                document=document_with_cover(),
                programme=site.programme,
                abstract=f"<p>{link(site.home['en'])}</p>",
            )
            for _author in range(count):
                PublicationAuthorFactory(page=page)
            page.countries.set([CountryFactory(code="KE")])
            page.save()
            publications.append(page)
    return publications


def fill_everything(site: LittleSite, count: int) -> None:
    add_projects(count)
    add_news(site, "news", count)
    add_news(site, "knowledge", count)
    add_publications(site, count)
    for code in CODES[:count]:
        country = CountryFactory(code=code)
        CountryPageFactory(parent=site.countries["en"], country=country, slug=code.lower(), title=code)
        ProgrammeCountryFactory(programme=site.programme, country=country)
        ApplicationRoundFactory(programme=site.programme)
        CoreAreaFactory()


def home(site: LittleSite, count: int) -> str:
    fill_everything(site, count)
    page = site.home["en"]
    page.picture, page.body = ImageFactory(), texts_with_links(site, count, pictures=False)
    page.save()
    return "/en/"


def programme(site: LittleSite, count: int) -> str:
    fill_everything(site, count)
    page = site.programme_page["en"]
    page.picture = ImageFactory()
    page.about = page.body = page.who_may_apply = texts_with_links(site, count, pictures=False)
    page.save()
    return page.get_url()


def projects(site: LittleSite, count: int) -> str:
    fill_everything(site, count + 2)  # three are enough for figures
    return "/en/projects/?country=KE"


def countries(site: LittleSite, count: int) -> str:
    fill_everything(site, count)
    return "/en/partner-countries/"


def country(site: LittleSite, count: int) -> str:
    fill_everything(site, count)
    page = site.countries["en"].get_children().get(slug="ke").specific
    page.picture, page.body = ImageFactory(), texts_with_links(site, count, pictures=False)
    page.save()
    return page.get_url()


def news(site: LittleSite, count: int) -> str:
    fill_everything(site, count)
    return "/en/news/"


def publications(site: LittleSite, count: int) -> str:
    fill_everything(site, count)
    return "/en/knowledge-centre/"


def articles(site: LittleSite, count: int) -> str:
    fill_everything(site, count)
    return "/en/knowledge-centre/?show=articles"


def publication(site: LittleSite, count: int) -> str:
    page = add_publications(site, count + 1)[0]
    page.subjects.set([SubjectFactory() for _ in range(count)])
    page.save()
    return page.get_url()


def news_item(site: LittleSite, count: int) -> str:
    page = add_news(site, "news", count + 1)[0]
    page.projects.set(add_projects(count))
    page.body = texts_with_links(site, count)
    page.save()
    return page.get_url()


def project(site: LittleSite, count: int) -> str:
    found = add_projects(1)[0]
    found.core_areas.set([CoreAreaFactory() for _ in range(count)])
    found.subjects.set([SubjectFactory() for _ in range(count)])
    for page in add_news(site, "news", count):
        page.projects.set([found])
        page.save()
    for _ in range(count):
        ProjectGrantFactory(project=found)
        ProjectDocumentFactory(project=found)
    return f"/en/projects/{found.slug}/"


def story(site: LittleSite, count: int) -> str:
    address = project(site, count)
    ProjectPageFactory(
        parent=site.projects["en"], project=Project.objects.get(), picture=ImageFactory(),
        body=texts_with_links(site, count),
    )  # fmt: skip
    return address


def guidance_body(site: LittleSite, count: int) -> str:
    contacts = [("contact", {"contact": ContactFactory().pk}) for _ in range(count)]
    documents = ("documents", {"title": "Files", "items": [DocumentFactory().pk for _ in range(count)]})
    return stream(*contacts, documents, *[picture(ImageFactory()) for _ in range(count)])


def guidance(site: LittleSite, count: int) -> str:
    page = GuidancePageFactory(parent=site.programme_page["en"], body=guidance_body(site, count))
    return page.get_url()


def faq(site: LittleSite, count: int) -> str:
    page = FAQPageFactory(
        parent=site.programme_page["en"], sections=questions(*"abc"[:count]), body=guidance_body(site, count)
    )
    return page.get_url()


def standard(site: LittleSite, count: int) -> str:
    page = StandardPageFactory(parent=site.home["en"], picture=ImageFactory(), body=guidance_body(site, count))
    return page.get_url()


def search(site: LittleSite, count: int) -> str:
    fill_everything(site, count)
    for _ in range(count):
        ProjectFactory(name_en="A page on the project")
    return "/en/search/?q=page"


def search_with_a_private_page(site: LittleSite, count: int) -> str:
    private = StandardPageFactory(parent=site.home["en"])
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    return search(site, count)
