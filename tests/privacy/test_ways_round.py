"""Ways round the rule that were found by trying: each is closed."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from iclds.core.models import SiteDocument
from iclds.core.privacy_actions import bring_up_to_date
from iclds.users.models import User
from tests.factories.media import DocumentFactory
from tests.factories.pages import GuidancePageFactory, NewsPageFactory, PublicationPageFactory, StandardPageFactory
from tests.factories.projects import ProjectFactory
from tests.factories.streams import document_link, text
from tests.little_site import LittleSite


def status_of(document: SiteDocument) -> int:
    return Client().get(document.url).status_code


def restrict(page: Page, **fields: str) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, **(fields or {"restriction_type": "login"}))


def deleted(page: Page) -> None:
    Page.objects.get(pk=page.pk).delete()


def test_deleting_a_private_section_opens_none_of_its_documents(site: LittleSite) -> None:
    document = DocumentFactory()
    section = GuidancePageFactory(parent=site.programme_page["en"])
    restrict(section)
    NewsPageFactory(parent=section, body=text(document_link(document)))
    PublicationPageFactory(parent=section, document=document)
    before = status_of(document)

    deleted(section)

    assert (before, status_of(document)) == (404, 404)


def test_a_wrong_password_does_not_tell_where_the_page_stands(site: LittleSite) -> None:
    page = StandardPageFactory(parent=site.home["en"], title="Secret salaries", slug="secret-salaries")
    restriction = restrict(page, restriction_type="password", password="open")

    answer = Client().post(f"/en/_util/authenticate_with_password/{restriction.pk}/1/", {"password": "x"})

    assert (answer.status_code, "secret-salaries" in answer.content.decode()) == (403, False)


def test_the_right_password_leads_to_the_page_though_nobody_said_where_from(site: LittleSite) -> None:
    page = StandardPageFactory(parent=site.home["en"], slug="secret-salaries")
    restriction = restrict(page, restriction_type="password", password="open")
    address = f"/en/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"

    answer = Client().post(address, {"password": "open"}, headers={"Sec-Fetch-Site": "same-origin"})

    assert (answer.status_code, answer["Location"]) == (302, "/en/secret-salaries/")


@pytest.mark.parametrize("header", ["Origin", "Referer"])
def test_an_origin_that_is_no_address_is_another_site(header: str, site: LittleSite) -> None:
    restriction = restrict(StandardPageFactory(parent=site.home["en"]), restriction_type="password", password="open")
    address = f"/en/_util/authenticate_with_password/{restriction.pk}/1/"

    answer = Client().post(address, {"password": "open"}, headers={header: "http://["})

    assert (answer.status_code, answer.cookies) == (403, {})


def test_what_is_unpublished_in_bulk_keeps_its_document_private_when_it_is_deleted(
    site: LittleSite, publisher: User, log_in: Callable[[User], Client]
) -> None:
    document = DocumentFactory()
    page = PublicationPageFactory(parent=site.knowledge["en"], document=document)
    before = status_of(document)

    log_in(publisher).post(f"/admin/bulk/wagtailcore/page/unpublish/?id={page.pk}&next=/admin/", {})
    is_live = Page.objects.get(pk=page.pk).live
    deleted(page)

    assert (before, is_live, status_of(document)) == (200, False, 404)


def test_a_project_that_is_hidden_keeps_its_storys_document_private_when_the_story_is_deleted(site: LittleSite) -> None:
    document = DocumentFactory()
    project = ProjectFactory()
    from tests.factories.pages import ProjectPageFactory

    story = ProjectPageFactory(parent=site.projects["en"], project=project, body=text(document_link(document)))
    before = status_of(document)

    project.is_public = False
    project.save()
    deleted(story)

    assert (before, status_of(document)) == (200, 404)


def test_a_document_that_only_a_draft_uses_any_more_is_private_again_within_minutes(site: LittleSite) -> None:
    document = DocumentFactory()
    open_page = StandardPageFactory(parent=site.home["en"], body=text(document_link(document)))
    draft = StandardPageFactory(parent=site.home["en"])
    draft.body = text(document_link(document))
    draft.save_revision()
    before = status_of(document)

    deleted(open_page)
    bring_up_to_date()

    assert (before, status_of(document)) == (200, 404)


def test_an_alias_is_as_private_as_itself_and_as_what_it_repeats(site: LittleSite) -> None:
    section = StandardPageFactory(parent=site.home["en"])
    inside = StandardPageFactory(parent=section, title="Minutes", lead="Who said what.")
    elsewhere = inside.create_alias(parent=site.home["en"], update_slug="second")
    third = elsewhere.create_alias(parent=site.home["en"], update_slug="third")
    own = StandardPageFactory(parent=site.home["en"], title="Open").create_alias(
        parent=site.home["en"], update_slug="closed"
    )
    restrict(section)
    restrict(own)

    answers = [Client().get(page.get_url()) for page in (elsewhere, third, own)]

    assert [(answer.status_code, "no-store" in answer["Cache-Control"]) for answer in answers] == [(302, True)] * 3


@pytest.mark.parametrize("why", ["private", "a draft", "in a private section"])
def test_an_old_address_does_not_tell_the_new_one_of_what_a_stranger_may_not_see(why: str, site: LittleSite) -> None:
    section = StandardPageFactory(parent=site.home["en"])
    page = StandardPageFactory(parent=section, slug="secret-salaries", live=why != "a draft")
    Redirect.objects.create(old_path="/en/old-name", redirect_page=page)
    opened = Client().get("/en/old-name/")

    if why != "a draft":
        restrict(page if why == "private" else section)

    assert opened.status_code == (404 if why == "a draft" else 301)
    assert Client().get("/en/old-name/").status_code == 404


@pytest.mark.parametrize("key", ["²", "9" * 26])
@pytest.mark.parametrize("kind", ["page", "document"])
def test_a_link_with_an_odd_key_is_plain_text(kind: str, key: str, site: LittleSite) -> None:
    page = StandardPageFactory(
        parent=site.home["en"], body=text(f'<p><a linktype="{kind}" id="{key}">these words</a></p>')
    )

    answer = Client().get(page.get_url())

    assert (answer.status_code, "<a>these words</a>" in answer.content.decode()) == (200, True)
