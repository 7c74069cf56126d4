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
from tests.factories.media import DocumentFactory, ImageFactory
from tests.factories.pages import (
    CountryPageFactory,
    NewsPageFactory,
    ProjectPageFactory,
    StandardPageFactory,
    in_both_trees,
)
from tests.factories.programmes import ProgrammeCountryFactory
from tests.factories.projects import ProjectFactory
from tests.factories.registers import ContactFactory, SharedCalloutFactory
from tests.factories.streams import stream
from tests.little_site import LittleSite


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

    assert warned(editor, answer) == ["The lead has 230 characters; search engines are shown the first 220."]


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


def test_what_a_page_shows_instead_of_a_lead_counts(site: LittleSite, editor: Client) -> None:
    story = ProjectPageFactory(parent=site.projects["en"], project=ProjectFactory(summary_en="Two wells."), lead="")

    assert warned(editor, send(editor, edit(story))) == []


def test_a_country_that_no_programme_names_is_told(site: LittleSite) -> None:
    page = CountryPageFactory(parent=site.countries["en"], lead="A lake.")
    told = "No programme names this country: readers are told that it is not a partner country."
    assert page.quality_warnings() == [told]

    ProgrammeCountryFactory(programme=site.programme, country=page.country)

    assert page.quality_warnings() == []


def test_the_heading_that_a_block_writes_counts(site: LittleSite) -> None:
    steps = {"title": "To apply", "items": [{"title": "Talk", "text": ""}, {"title": "Write", "text": ""}]}
    page = StandardPageFactory(
        parent=site.home["en"], lead="It is.", body=stream(("steps", steps), ("text", "<h3>Small</h3>"))
    )

    assert page.quality_warnings() == []


def test_many_pages_at_once_are_asked_for_too(both: dict[str, Page], editor: Client) -> None:
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])

    answer = editor.post(f"{bulk}?next=/admin/&id={both['en'].pk}")

    assert [label for label, _address in question(editor, answer)] == ["Unpublish it too"]


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


@pytest.mark.parametrize("kind", ["contact", "callout", "document", "picture"])
def test_before_something_is_deleted_its_use_is_shown(kind: str, site: LittleSite, editor: Client) -> None:
    contact, callout, document, image = ContactFactory(), SharedCalloutFactory(), DocumentFactory(), ImageFactory()
    StandardPageFactory(
        parent=site.home["en"],
        title="Office",
        picture=image,
        body=stream(
            ("contact", {"contact": contact.pk}),
            ("shared_callout", {"callout": callout.pk}),
            ("documents", {"title": "Forms", "items": [document.pk]}),
        ),
    )
    delete, usage = {
        "contact": (f"wagtailsnippets_core_contact:{name}" for name in ("delete", "usage")),
        "callout": (f"wagtailsnippets_core_sharedcallout:{name}" for name in ("delete", "usage")),
        "document": ("wagtaildocs:delete", "wagtaildocs:document_usage"),
        "picture": ("wagtailimages:delete", "wagtailimages:image_usage"),
    }[kind]
    key = {"contact": contact, "callout": callout, "document": document, "picture": image}[kind].pk

    question = editor.get(reverse(delete, args=[key]))

    address = reverse(usage, args=[key])
    assert [link for link in soup(question).select("main a[href]") if str(link["href"]).startswith(address)]
    assert "Office" in " ".join(texts(editor.get(address), "tbody tr"))
