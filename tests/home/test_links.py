"""Broken links are found, listed, and forgotten when their page is mended. No test asks another site."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from iclds.home.broken_links import check_links
from iclds.home.link_checks import (
    Ask,
)
from iclds.home.models import AccessibilityReport, BrokenLink
from iclds.users.models import User
from tests.admin.editing import publish, story, texts
from tests.factories.media import DocumentFactory
from tests.factories.pages import NewsPageFactory, PublicationPageFactory, StandardPageFactory
from tests.factories.registers import SharedCalloutFactory
from tests.factories.reports import BrokenLinkFactory
from tests.factories.streams import document_link, link, stream, text
from tests.little_site import LittleSite

GONE = "https://gone.example/report"


def web(**statuses: int) -> Ask:
    """Other sites, by the first part of their name: what each answers; others are well."""

    def ask(address: str, method: str) -> int:
        return statuses.get(address.split("//")[1].split(".")[0], 200)

    return ask


def found() -> dict[str, str]:
    return {row.leads_to: row.what_is_wrong for row in BrokenLink.objects.all()}


def test_links_to_other_sites(site: LittleSite) -> None:
    NewsPageFactory(
        parent=site.news["en"],
        body=text(f'<p><a href="{GONE}">The report</a> <a href="https://well.example/">Well</a></p>'),
    )

    assert check_links(ask=web(gone=404)) == (2, 1)
    row = BrokenLink.objects.get()
    assert (row.text, row.leads_to, row.what_is_wrong) == ("The report", GONE, "The page is not there (404)")


@pytest.mark.parametrize("status", [401, 403, 429, 503])
def test_a_site_that_lets_no_programs_in_says_nothing(status: int, site: LittleSite) -> None:
    NewsPageFactory(parent=site.news["en"], body=text(f'<p><a href="{GONE}">The report</a></p>'))

    assert check_links(ask=web(gone=status)) == (1, 0)


def test_a_link_in_a_callout_that_is_written_once_is_found_on_every_page(site: LittleSite) -> None:
    callout = SharedCalloutFactory(text_en=f'<p><a href="{GONE}">The report</a></p>', text_sv="<p>Ingen länk</p>")
    body = stream(("shared_callout", {"callout": callout.pk}))
    english, other, _swedish = (
        StandardPageFactory(parent=site.home[language], title=title, body=body)
        for language, title in (("en", "Office"), ("en", "About"), ("sv", "Kontor"))
    )

    check_links(ask=web(gone=404))

    assert set(BrokenLink.objects.values_list("page", flat=True)) == {english.pk, other.pk}


def test_links_within_the_site(site: LittleSite) -> None:
    draft, deleted = (
        NewsPageFactory(parent=site.news["en"], title=title, live=live)
        for title, live in (("A plan", False), ("A report", True))
    )
    document = DocumentFactory()
    words = f"<p>{link(draft)} {link(deleted)} {link(site.home['sv'])} {document_link(document)}</p>"
    PublicationPageFactory(parent=site.knowledge["en"], title="A report", abstract=words)
    deleted.delete()
    document.delete()

    check_links(ask=web())

    assert found() == {
        "A plan": "The page is not published",
        "a page of this site": "The page has been deleted",
        "a document of this site": "The document has been deleted",
    }


def test_drafts_are_not_checked(site: LittleSite) -> None:
    NewsPageFactory(parent=site.news["en"], live=False, body=text(f'<p><a href="{GONE}">The report</a></p>'))

    assert check_links(ask=web(gone=404)) == (0, 0)


def test_what_has_no_turn_tonight_keeps_what_is_known(site: LittleSite) -> None:
    NewsPageFactory(parent=site.news["en"], body=text(f'<p><a href="{GONE}">The report</a></p>'))
    check_links(ask=web(gone=404))

    assert check_links(most=0, ask=web()) == (0, 1)
    assert check_links(ask=web()) == (1, 0)


def test_a_mended_page_leaves_the_list_when_it_is_published(
    site: LittleSite, publisher: User, log_in: Callable[[User], Client]
) -> None:
    page = NewsPageFactory(parent=site.news["en"], body=text(f'<p><a href="{GONE}">The report</a></p>'))
    check_links(ask=web(gone=404))
    editor = log_in(publisher)
    listed = editor.get(reverse("broken_links:index"))
    assert GONE in listed.content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in listed.content.decode()
    assert "Broken links" in " ".join(texts(editor.get(reverse("wagtailadmin_home")), "[id^=to-do] li"))

    publish(editor, reverse("wagtailadmin_pages:edit", args=[page.pk]), body=story("No link any more."))

    assert found() == {}


def test_a_callout_mended_once_takes_its_pages_from_the_list(
    site: LittleSite, publisher: User, log_in: Callable[[User], Client]
) -> None:
    broken = f'<p><a href="{GONE}">The report</a></p>'
    callout = SharedCalloutFactory(text_en=broken, text_sv="<p>Ingen länk</p>")
    for title in ("Office", "About"):
        StandardPageFactory(
            parent=site.home["en"], title=title, body=stream(("shared_callout", {"callout": callout.pk}))
        )
    with_its_own = NewsPageFactory(parent=site.news["en"], body=text(broken))
    check_links(ask=web(gone=404))

    callout.text_en = "<p>No link any more.</p>"
    callout.save()

    assert [row.page.pk for row in BrokenLink.objects.all()] == [with_its_own.pk]


def test_a_page_that_is_published_again_mends_the_links_to_it(site: LittleSite) -> None:
    aim = NewsPageFactory(parent=site.news["en"], title="A plan", live=False)
    NewsPageFactory(parent=site.news["en"], body=text(f"<p>{link(aim)}</p>"))
    check_links(ask=web())
    assert found() == {"A plan": "The page is not published"}

    aim.save_revision().publish()

    assert found() == {}


def test_a_page_that_was_unpublished_has_no_broken_links(site: LittleSite) -> None:
    page = NewsPageFactory(parent=site.news["en"], body=text(f'<p><a href="{GONE}">The report</a></p>'))
    check_links(ask=web(gone=404))

    page.unpublish()

    assert found() == {}


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", ["The page is not there (404)", "English"]), ("sv", ["Sidan finns inte (404)", "English"])],
)
def test_every_editor_reads_the_list_in_their_own_language(
    language: str, shown: list[str], site: LittleSite, publisher: User, log_in: Callable[[User], Client]
) -> None:
    NewsPageFactory(parent=site.news["en"], body=text(f'<p><a href="{GONE}">The report</a></p>'))
    check_links(ask=web(gone=404))
    UserProfile.objects.update_or_create(user=publisher, defaults={"preferred_language": language})

    editor = log_in(publisher)
    listed = texts(editor.get(reverse("broken_links:index")), "tbody td")
    file = b"".join(editor.get(reverse("broken_links:index"), {"export": "csv"}).streaming_content).decode()

    assert [cell for cell in listed if cell in shown] == [shown[1], shown[0]]
    assert shown[0] in file


def test_a_page_that_goes_while_others_are_asked_takes_nothing_with_it(site: LittleSite) -> None:
    words = text(f'<p><a href="{GONE}">The report</a></p>')
    deleted, unpublished, mended, left = (
        NewsPageFactory(parent=site.news["en"], title=title, body=words)
        for title in ("Deleted", "Unpublished", "Mended", "Left")
    )

    def meanwhile(address: str, method: str) -> int:
        if method == "HEAD":
            deleted.delete()
            unpublished.unpublish()
            mended.body = text("<p>No link any more.</p>")
            mended.save_revision().publish()
        return 404

    check_links(ask=meanwhile)

    assert [row.page.pk for row in BrokenLink.objects.all()] == [left.pk]


def test_since_when_a_link_is_broken_is_remembered(site: LittleSite) -> None:
    NewsPageFactory(parent=site.news["en"], body=text(f'<p><a href="{GONE}">The report</a></p>'))
    check_links(ask=web(gone=404))
    first = timezone.now() - datetime.timedelta(days=30)
    BrokenLink.objects.update(found_at=first)

    check_links(ask=web(gone=404))

    assert BrokenLink.objects.get().found_at == first


def test_a_link_to_a_number_that_no_page_can_have(site: LittleSite) -> None:
    NewsPageFactory(parent=site.news["en"], body=text(f'<p><a linktype="page" id="{"9" * 20}">The report</a></p>'))

    check_links(ask=web())

    assert found() == {"a page of this site": "The page has been deleted"}


def test_the_check_asks_no_more_for_ten_pages_than_for_one(
    site: LittleSite, django_assert_max_num_queries: Any
) -> None:
    NewsPageFactory(parent=site.news["en"])
    check_links(ask=web())
    with django_assert_max_num_queries(40) as few:
        check_links(ask=web())
    for _ in range(10):
        NewsPageFactory(parent=site.news["en"])

    with django_assert_max_num_queries(len(few)):
        check_links(ask=web())


def test_nobody_adds_or_changes_a_broken_link_by_hand(site: LittleSite, admin_client: Client) -> None:
    row = BrokenLinkFactory()
    screen = admin_client.get(reverse("broken_links:index"))

    assert screen.status_code == 200
    assert reverse("broken_links:add") not in screen.content.decode()
    for name, keys in (("add", []), ("edit", [row.pk])):
        assert admin_client.post(reverse(f"broken_links:{name}", args=keys), {}).status_code == 302
    assert admin_client.post(reverse("accessibility_reports:add"), {"text": "By hand"}).status_code == 302
    assert (BrokenLink.objects.count(), AccessibilityReport.objects.count()) == (1, 0)


def test_the_command_tells_what_it_found(site: LittleSite, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("check_links")

    assert capsys.readouterr().out == "Asked for 0 addresses on other sites; 0 links lead nowhere\n"
