"""A document is as private as all that uses it; without a use it keeps its last answer, until an editor changes it."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from iclds.core import jobs
from iclds.core.models import DocumentList, DocumentListEntry, SiteDocument, SiteRendition
from iclds.users.models import User
from projects.models import Project
from tests.factories.media import DocumentFactory, ImageFactory
from tests.factories.pages import PublicationPageFactory, StandardPageFactory
from tests.factories.projects import ProjectDocumentFactory, ProjectFactory
from tests.factories.streams import document_link, stream, text
from tests.little_site import LittleSite


def status_of(document: SiteDocument, client: Client | None = None) -> int:
    return (client or Client()).get(document.url).status_code


def publication(site: LittleSite, document: SiteDocument, **fields: Any) -> Page:
    page: Page = PublicationPageFactory(parent=site.knowledge["en"], document=document, **fields)
    return page


def in_list(document: SiteDocument) -> tuple[str, dict[str, int]]:
    found = DocumentList.objects.create(name="Forms", title_en="Forms", title_sv="Blanketter")
    DocumentListEntry.objects.create(list=found, document=document)
    return "document_list", {"list": found.pk}


def test_one_that_nothing_uses_is_open_to_who_has_its_address(site: LittleSite) -> None:
    answer = Client().get(DocumentFactory().url)

    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-cache")


def test_a_draft_makes_it_private_and_publishing_opens_it(site: LittleSite) -> None:
    document = DocumentFactory()
    page = StandardPageFactory(parent=site.home["en"])

    page.body = text(f"<p>{document_link(document)}</p>")
    revision = page.save_revision()
    as_draft = status_of(document)
    revision.publish()

    assert (as_draft, status_of(document)) == (404, 200)


def test_a_draft_closes_nothing_that_an_open_page_uses(site: LittleSite) -> None:
    document = DocumentFactory()
    publication(site, document)
    publication(site, document, live=False).save_revision()

    assert status_of(document) == 200


def test_right_and_wrong_names_get_the_answer_of_a_document_that_is_not_there(site: LittleSite) -> None:
    document = DocumentFactory(title="Salaries", file__filename="salaries.pdf")
    publication(site, document, title="Report", live=False)

    answers = [Client().get(f"/documents/{document.pk}/{name}") for name in ("salaries.pdf", "anything", "")]
    missing = Client().get("/documents/99999/anything")

    assert {(found.status_code, found["Cache-Control"]) for found in answers} == {(404, missing["Cache-Control"])}
    assert "no-store" in missing["Cache-Control"]
    assert [found for found in answers if b"alaries" in found.content] == []


def test_a_list_counts_with_the_pages_that_show_it(site: LittleSite) -> None:
    document = DocumentFactory()
    block = in_list(document)
    page = StandardPageFactory(parent=site.home["en"], body=stream(block), live=False)
    while_draft = status_of(document)

    page.save_revision().publish()

    assert (while_draft, status_of(document)) == (404, 200)


def test_it_is_as_hidden_as_its_project(site: LittleSite) -> None:
    project = ProjectFactory()
    document = DocumentFactory()
    ProjectDocumentFactory(project=project, document=document)
    while_public = status_of(document)

    Project.objects.filter(pk=project.pk).update(is_public=False)

    assert (while_public, status_of(document)) == (200, 404)


@pytest.mark.parametrize(("is_live", "after"), [(True, 200), (False, 404)], ids=["open", "private"])
def test_when_the_last_use_goes_the_last_answer_stays(is_live: bool, after: int, site: LittleSite) -> None:
    document = DocumentFactory()
    page = publication(site, document, live=is_live)

    page.delete()

    assert status_of(document) == after


def test_unpublishing_and_then_deleting_leaves_it_private(site: LittleSite) -> None:
    document = DocumentFactory()
    page = publication(site, document)

    page.unpublish()
    page.delete()

    assert status_of(document) == 404


def test_a_page_moved_into_a_private_section_takes_its_document_along(site: LittleSite) -> None:
    document = DocumentFactory()
    section = StandardPageFactory(parent=site.home["en"])
    page = StandardPageFactory(parent=site.home["en"], body=text(document_link(document)))
    PageViewRestriction.objects.create(page=section, restriction_type="login")

    page.move(Page.objects.get(pk=section.pk), pos="last-child")
    Page.objects.get(pk=page.pk).delete()

    assert status_of(document) == 404


def test_an_editor_may_have_what_others_may_not(
    site: LittleSite, publisher: User, log_in: Callable[..., Client]
) -> None:
    collection = Collection.get_first_root_node().add_child(name="Board")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="password", password="open")
    draft, shut_away = DocumentFactory(), DocumentFactory(collection=collection)
    publication(site, draft, live=False)

    client = log_in(publisher)

    assert [status_of(draft, client), status_of(shut_away, client)] == [200, 200]
    assert [status_of(draft), status_of(shut_away)] == [404, 302]


def test_a_logged_in_visitor_who_is_no_editor_may_not(
    site: LittleSite, onlooker: User, log_in: Callable[..., Client]
) -> None:
    document = DocumentFactory()
    publication(site, document, live=False)

    assert status_of(document, log_in(onlooker)) == 404


def test_an_editor_shuts_what_nothing_uses(site: LittleSite, publisher: User, log_in: Callable[..., Client]) -> None:
    document = DocumentFactory(title="Old minutes")
    form = {"title": "Old minutes", "is_private": "on", "tags": ""}

    log_in(publisher).post(reverse("wagtaildocs:edit", args=[document.pk]), form)

    assert status_of(document) == 404


def test_the_form_says_why_and_leaves_the_choice_to_the_uses(
    site: LittleSite, publisher: User, log_in: Callable[..., Client]
) -> None:
    document = DocumentFactory(title="Guidelines")
    publication(site, document, title="Report")
    address, client = reverse("wagtaildocs:edit", args=[document.pk]), log_in(publisher)

    shown = client.get(address).content.decode()
    client.post(address, {"title": "Guidelines", "is_private": "on", "tags": ""})

    assert "Open to everybody: it is used on “Report”." in shown
    assert status_of(document) == 200


def test_the_covers_renditions_are_forgotten_when_a_bulk_action_shuts_it_away(site: LittleSite) -> None:
    document = DocumentFactory()
    SiteDocument.objects.filter(pk=document.pk).update(cover=ImageFactory())
    document.refresh_from_db()
    publication(site, document)
    Client().get("/en/knowledge-centre/")
    rendition = SiteRendition.objects.filter(image=document.cover).first()
    assert rendition is not None
    assert Client().get(rendition.url).status_code == 200
    collection = Collection.get_first_root_node().add_child(name="Board")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    SiteDocument.objects.filter(pk=document.pk).update(collection=collection)  # as Wagtail's bulk action does

    with TestCase.captureOnCommitCallbacks(execute=True):
        jobs.forget_private_renditions.func()

    assert Client().get(rendition.url).status_code == 404
    assert not SiteRendition.objects.filter(image=document.cover).exists()


def test_what_is_scheduled_is_private_until_then(site: LittleSite) -> None:
    document = DocumentFactory()
    page = publication(site, document, live=False)
    page.go_live_at = timezone.now() + datetime.timedelta(days=1)
    page.save_revision().publish()

    assert status_of(document) == 404


def test_pictures_lie_in_folders_that_nobody_can_guess(site: LittleSite) -> None:
    first, second = ImageFactory(), ImageFactory()
    names = [first.file.name, second.file.name, first.get_rendition("width-10").file.name]

    folders = [name.split("/")[1] for name in names]

    assert [name.split("/")[0] for name in names] == ["original_images", "original_images", "images"]
    assert len({*folders}) == 3
    assert [len(folder) for folder in folders] == [24, 24, 24]
