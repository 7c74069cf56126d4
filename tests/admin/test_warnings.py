"""What an editor is told after saving: warnings that stop nothing, and whether the other language should follow."""

import datetime
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from wagtail.models import Page

from iclds.core.quality import heading_warnings
from news.models import NewsPage
from tests.admin.editing import publish, send, soup, texts
from tests.factories.media import ImageFactory
from tests.factories.pages import NewsPageFactory, StandardPageFactory, in_both_trees
from tests.little_site import LittleSite

WARNINGS = ".messages .warning li li, .messages .warning ul li"


def edit(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def warned(browser: Client, answer) -> list[str]:
    screen = browser.get(answer.url)
    return sorted({" ".join(found.get_text(" ").split()) for found in soup(screen).select(".messages .warning ul li")})


def test_a_page_that_lacks_something_is_published_and_its_editor_told(site: LittleSite, editor: Client) -> None:
    item = NewsPageFactory(parent=site.news["en"], lead="", live=False, picture=ImageFactory(description_sv=""))

    answer = publish(editor, edit(item), published_on=str(localdate() + datetime.timedelta(days=3)))

    assert NewsPage.objects.get(pk=item.pk).live
    assert warned(editor, answer) == [
        "The date has not come yet, and the page stands first until it has.",
        "The picture lacks its description in one language or both; open it under Images.",
        "There is no lead: lists and search engines have nothing to show below the title.",
    ]


def test_a_long_lead_is_told_with_its_length(site: LittleSite, editor: Client) -> None:
    item = NewsPageFactory(parent=site.news["en"])

    answer = send(editor, edit(item), lead="x" * 230)

    assert warned(editor, answer) == ["The lead has 230 characters; lists and search engines cut it after 220."]


def test_a_page_in_order_is_saved_without_a_word(site: LittleSite, editor: Client) -> None:
    item = NewsPageFactory(parent=site.news["en"], lead="Two wells are open.")

    assert warned(editor, send(editor, edit(item))) == []


def test_autosave_says_nothing(site: LittleSite, editor: Client) -> None:
    item = NewsPageFactory(parent=site.news["en"], lead="")
    editor.defaults["HTTP_ACCEPT"] = "application/json"
    answer = send(editor, edit(item), title="Saved by itself")
    del editor.defaults["HTTP_ACCEPT"]

    assert answer.json()["success"]
    assert texts(editor.get(reverse("wagtailadmin_home")), ".messages .warning") == []


@pytest.mark.parametrize(
    ("texts", "warns"),
    [
        pytest.param(["<p>a</p>", "<h2>b</h2><h3>c</h3>", "<h2>d</h2>"], False, id="one step at a time"),
        pytest.param(["<h3>small</h3>"], True, id="a small one first"),
        pytest.param(["<h2>large</h2><h4>smaller than the next</h4>"], True, id="one left out"),
        pytest.param(["<h3>a</h3>", "<h3>b</h3>"], True, id="told once"),
        pytest.param(["<p>h3 in words, and <hr></p>"], False, id="none"),
    ],
)
def test_headings_go_down_one_step_at_a_time(texts: list[str], warns: bool) -> None:
    assert len(list(heading_warnings(texts))) == int(warns)


@pytest.fixture
def both(site: LittleSite) -> dict[str, Page]:
    pages = in_both_trees(StandardPageFactory, site.home, {"en": "Office", "sv": "Kontor"})
    return {"en": pages["en"], "sv": pages["sv"]}


def question(browser: Client, answer) -> list[tuple[str, str]]:
    """What is asked after an action, and where its button leads."""
    shown = soup(browser.get(answer.url)).select(".messages .warning")
    return [(link.get_text().strip(), str(link["href"])) for found in shown for link in found.select("a")]


def test_unpublishing_asks_for_the_other_language(both: dict[str, Page], editor: Client) -> None:
    answer = editor.post(reverse("wagtailadmin_pages:unpublish", args=[both["en"].pk]))

    ((label, address),) = question(editor, answer)
    assert label == "Unpublish it too"
    editor.post(address)
    assert not Page.objects.get(pk=both["sv"].pk).live


def test_deleting_asks_for_the_other_language(both: dict[str, Page], editor: Client) -> None:
    answer = editor.post(reverse("wagtailadmin_pages:delete", args=[both["en"].pk]))

    ((label, address),) = question(editor, answer)
    assert label == "Delete it too"
    editor.post(address)
    assert not Page.objects.filter(translation_key=both["en"].translation_key).exists()


def test_moving_asks_for_the_other_language(both: dict[str, Page], site: LittleSite, editor: Client) -> None:
    places = in_both_trees(StandardPageFactory, site.home, {"en": "About", "sv": "Om"})

    answer = editor.post(reverse("wagtailadmin_pages:move_confirm", args=[both["en"].pk, places["en"].pk]))

    ((label, address),) = question(editor, answer)
    assert label == "Move it too"
    editor.post(address)
    assert Page.objects.get(pk=both["sv"].pk).is_child_of(places["sv"])


def test_nothing_is_asked_where_there_is_nothing_to_follow(site: LittleSite, editor: Client) -> None:
    alone = StandardPageFactory(parent=site.home["en"], title="Alone")

    assert question(editor, editor.post(reverse("wagtailadmin_pages:unpublish", args=[alone.pk]))) == []
    assert question(editor, editor.post(reverse("wagtailadmin_pages:delete", args=[alone.pk]))) == []


def test_who_may_not_unpublish_the_other_is_not_asked(
    both: dict[str, Page], site: LittleSite, publisher, log_in: Callable[..., Client]
) -> None:
    publisher.groups.first().page_permissions.filter(page=site.home["sv"]).delete()
    browser = log_in(publisher)

    answer = browser.post(reverse("wagtailadmin_pages:unpublish", args=[both["en"].pk]))

    assert question(browser, answer) == []
