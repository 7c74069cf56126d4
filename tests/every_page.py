"""One page of every type, below the sections of a little site."""

from typing import Any

from wagtail.models import Page

from iclds.core.text import one_line
from tests.factories.media import DocumentFactory, ImageFactory
from tests.factories.news import PublicationAuthorFactory
from tests.factories.pages import (
    AccessibilityPageFactory,
    CountryPageFactory,
    FAQPageFactory,
    GuidancePageFactory,
    NewsPageFactory,
    ProjectPageFactory,
    PublicationPageFactory,
    StandardPageFactory,
)
from tests.factories.projects import ProjectFactory, ProjectGrantFactory
from tests.factories.registers import (
    ContactFactory,
    CoreAreaFactory,
    CountryFactory,
    OrganisationFactory,
    SubjectFactory,
)
from tests.factories.streams import every_block, picture, stream, text
from tests.little_site import LittleSite

# What each type of page shows under its title, by the name that the tests give the type.
KINDS = ("standard", "accessibility", "guidance", "faq", "country", "story", "news", "article", "publication")


def make_every_page(site: LittleSite, language: str = "en", title: str = "A title", **fields: Any) -> dict[str, Page]:
    """A page of every type in a language, rich in content, all with `title` and `fields`; by the names of KINDS."""
    image, document = ImageFactory(), DocumentFactory()
    everything = every_block(image, document, ContactFactory().pk)
    story = stream(("text", "<p>It began in Kisumu.</p>"), picture(image))
    shared = {"picture": image, "lead": "What it is about.", **fields, "title": title}
    country = CountryFactory(code="KE", name_en="Kenya", name_sv="Kenya")
    project = _project(title, country, image)
    programme = site.programme_page[language]
    section = {name: getattr(site, name)[language] for name in ("home", "countries", "projects", "news", "knowledge")}
    publication = PublicationPageFactory(
        parent=section["knowledge"], slug="a-publication", abstract="<p>What it says.</p>", document=document,
        series="research-report", number="7", isbn="978-91-86725-00-0", doi="10.1234/abc", **shared,
    )  # fmt: skip
    PublicationAuthorFactory(page=publication)
    publication.save()
    return {
        "standard": StandardPageFactory(parent=section["home"], slug="a-standard-page", body=everything, **shared),
        "accessibility": AccessibilityPageFactory(
            parent=section["home"],
            slug="accessibility",
            body=text("<h2>What is missing</h2><p>Captions.</p>"),
            **shared,
        ),
        "guidance": GuidancePageFactory(parent=programme, slug="a-guidance-page", body=everything, **shared),
        "faq": FAQPageFactory(
            parent=programme, slug="an-faq", sections=questions(one_line(title)), body=everything, **shared
        ),
        "country": CountryPageFactory(parent=section["countries"], slug="a-country", country=country, **shared),
        "story": ProjectPageFactory(parent=section["projects"], project=project, body=story, **shared),
        "news": NewsPageFactory(parent=section["news"], slug="a-news-item", body=story, place=title[:80], **shared),
        "article": NewsPageFactory(parent=section["knowledge"], slug="an-article", body=story, **shared),
        "publication": publication,
    }


def questions(*words: str) -> str:
    """One section of questions with these words."""
    asked = [{"question": question, "answer": f"<p>The answer to {n}.</p>"} for n, question in enumerate(words)]
    return stream(("section", {"heading": "Money", "questions": asked}))


def _project(title: str, country: Any, image: Any) -> Any:
    project = ProjectFactory(
        slug="a-project", name_en=title[:160], name_sv=title[:160], summary_en=title, summary_sv=title,
        countries=[country], picture=image, reference="2016-0025", goals=[6, 16], type="project",
        swedish=[OrganisationFactory(name_en="Växjö", name_sv="Växjö")],
        international=[OrganisationFactory(name_en="Kisumu", country=country)],
    )  # fmt: skip
    project.full_clean()
    project.save()
    project.core_areas.set([CoreAreaFactory()])
    project.subjects.set([SubjectFactory()])
    ProjectGrantFactory(project=project)
    return project
