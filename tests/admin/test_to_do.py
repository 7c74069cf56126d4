"""The first screen tells what needs me, and each line leads to where it is acted on."""

import datetime
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from iclds.core.models import SiteImage
from iclds.home.reviews import make_reviews
from iclds.home.roles import EDITOR, WRITER, make_roles
from iclds.home.to_do import PAGE_LISTS
from iclds.users.models import User
from tests.admin.editing import send, soup
from tests.factories.media import ImageFactory
from tests.factories.pages import GuidancePageFactory, NewsPageFactory, PublicationPageFactory
from tests.factories.programmes import ApplicationRoundFactory
from tests.factories.projects import ProjectFactory
from tests.factories.registers import CoreAreaFactory, OrganisationFactory
from tests.factories.reports import BrokenLinkFactory
from tests.factories.users import UserFactory
from tests.little_site import LittleSite

LogIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def _all_is_done(site: LittleSite) -> None:
    """Nothing of the little site itself waits: its sections are new, translated and published together."""
    Page.objects.update(last_published_at=timezone.now())
    site.programme.accepts_applications = False
    site.programme.save()


def counts(browser: Client) -> dict[str, str]:
    """What the first screen says, and how often."""
    screen = BeautifulSoup(browser.get(reverse("wagtailadmin_home")).content, "html.parser")
    lines = screen.select("#to-do-section li a, #to-do-content li a, [id^=to-do] li a")
    return {str(line.select("span")[0].get_text()): line.strong.get_text() for line in lines if line.strong}


def to_do(browser: Client) -> dict[str, int]:
    return {text: int(count) for text, count in counts(browser).items()}


def behind_the_line(browser: Client, text: str) -> str:
    """The words of the screen that a line leads to."""
    screen = BeautifulSoup(browser.get(reverse("wagtailadmin_home")).content, "html.parser")
    (line,) = {str(link["href"]) for link in screen.select("[id^=to-do] li a") if text in link.get_text()}
    answer = browser.get(line)
    assert answer.status_code == 200
    return " ".join(BeautifulSoup(answer.content, "html.parser").select("main")[0].get_text(" ").split())


def test_nothing_to_do_is_said(editor: Client) -> None:
    assert to_do(editor) == {}
    assert "Nothing waits for you." in editor.get(reverse("wagtailadmin_home")).content.decode()


def published(page: Page, days_ago: float) -> Page:
    Page.objects.filter(pk=page.pk).update(last_published_at=timezone.now() - datetime.timedelta(days=days_ago))
    return page


def test_drafts_of_mine(site: LittleSite, editor: Client, log_in: LogIn) -> None:
    page = NewsPageFactory(parent=site.news["en"], title="A grant", live=False)
    NewsPageFactory(parent=site.news["en"], title="Somebody else's", live=False)
    send(editor, reverse("wagtailadmin_pages:edit", args=[page.pk]), title="A grant for wells")

    assert to_do(editor)["Your drafts"] == 1
    shown = behind_the_line(editor, "Your drafts")
    assert "A grant for wells" in shown
    assert "Somebody else's" not in shown


def test_what_waits_for_my_review(site: LittleSite, log_in: LogIn) -> None:
    groups = make_roles()
    make_reviews()
    people = {}
    for role in (WRITER, EDITOR):
        people[role.name] = UserFactory()
        people[role.name].groups.add(groups[role.name])
    news = NewsPageFactory(parent=site.news["en"], title="A grant", live=False)
    guidance = GuidancePageFactory(parent=site.programme_page["en"], title="How to apply", live=False)
    writer, reviewer = log_in(people[WRITER.name]), log_in(people[EDITOR.name])
    for page in (news, guidance):
        send(writer, reverse("wagtailadmin_pages:edit", args=[page.pk]), **{"action-submit": "Submit"})

    assert to_do(reviewer)["Waiting for your review"] == 1
    assert "A grant" in behind_the_line(reviewer, "Waiting for your review")
    assert "Waiting for your review" not in to_do(writer)


def test_a_writer_is_told_what_came_back_and_not_what_waits_for_others(site: LittleSite, log_in: LogIn) -> None:
    groups = make_roles()
    make_reviews()
    astrid, editor = UserFactory(), UserFactory()
    astrid.groups.add(groups[WRITER.name])
    editor.groups.add(groups[EDITOR.name])
    page = NewsPageFactory(parent=site.news["en"], title="A grant", live=False)
    writer = log_in(astrid)
    send(writer, reverse("wagtailadmin_pages:edit", args=[page.pk]), **{"action-submit": "Submit"})
    assert to_do(writer) == {}

    state = Page.objects.get(pk=page.pk).current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "reject", state.pk])
    log_in(editor).post(address, {"comment": "Name the partner."})

    assert to_do(writer) == {"Sent back to you": 1}
    assert "A grant" in behind_the_line(writer, "Sent back to you")


def test_who_may_approve_everything_sees_all_that_waits(site: LittleSite, log_in: LogIn) -> None:
    writer, administrator = UserFactory(), UserFactory(is_superuser=True)
    writer.groups.add(make_roles()[WRITER.name])
    make_reviews()
    page = NewsPageFactory(parent=site.news["en"], title="A grant", live=False)
    send(log_in(writer), reverse("wagtailadmin_pages:edit", args=[page.pk]), **{"action-submit": "Submit"})

    assert to_do(log_in(administrator))["Waiting for your review"] == 1


def test_who_may_only_look_is_given_nothing_to_do(site: LittleSite, onlooker: User, log_in: LogIn) -> None:
    NewsPageFactory(parent=site.news["en"], title="Only English")

    assert to_do(log_in(onlooker)) == {}


def test_what_is_scheduled(site: LittleSite, editor: Client) -> None:
    later = timezone.now() + datetime.timedelta(days=3)
    coming = NewsPageFactory(parent=site.news["en"], title="Coming", live=False, go_live_at=later)
    coming.save_revision(approved_go_live_at=later)
    NewsPageFactory(parent=site.news["en"], title="Leaving", expire_at=later)
    NewsPageFactory(parent=site.news["en"], title="Staying")

    assert to_do(editor)["Scheduled pages"] == 2
    shown = behind_the_line(editor, "Scheduled pages")
    assert ("Coming" in shown, "Leaving" in shown, "Staying" in shown) == (True, True, False)


def test_what_stands_in_one_language_alone(site: LittleSite, editor: Client) -> None:
    NewsPageFactory(parent=site.news["en"], title="Only English")
    NewsPageFactory(parent=site.news["en"], title="A draft", live=False)

    assert to_do(editor)["Pages without a translation"] == 1
    assert "Only English" in behind_the_line(editor, "Pages without a translation")


@pytest.mark.parametrize(("days", "is_behind"), [(0.5, False), (2, True)])
def test_what_is_behind_its_translation(site: LittleSite, days: float, is_behind: bool, editor: Client) -> None:
    """What follows within a day belongs to the same change."""
    english = published(NewsPageFactory(parent=site.news["en"], title="A grant"), days_ago=10)
    swedish = NewsPageFactory(parent=site.news["sv"], title="Ett bidrag", translation_key=english.translation_key)
    published(swedish, days_ago=10 - days)

    assert to_do(editor).get("Pages behind their translation") == (1 if is_behind else None)
    if is_behind:
        shown = behind_the_line(editor, "Pages behind their translation")
        assert ("A grant" in shown, "Ett bidrag" in shown) == (True, False)


def test_guidance_that_nobody_has_looked_at_for_a_year(site: LittleSite, editor: Client) -> None:
    for language in ("en", "sv"):
        page = GuidancePageFactory(parent=site.programme_page[language], title=f"How to apply {language}")
        published(page, days_ago=366)
    published(NewsPageFactory(parent=site.news["en"], title="Old news"), days_ago=900)

    shown = behind_the_line(editor, "Pages not looked at for twelve months")
    assert ("How to apply en" in shown, "Old news" in shown) == (True, False)


def test_rounds_that_change_soon_or_are_missing(site: LittleSite, editor: Client) -> None:
    site.programme.accepts_applications = True
    site.programme.save()
    missing = "Programmes that take applications and have no round to come"
    assert to_do(editor) == {missing: 1}

    ApplicationRoundFactory(
        programme=site.programme, opens=timezone.now() - datetime.timedelta(days=9),
        closes=timezone.now() + datetime.timedelta(days=9),
    )  # fmt: skip

    assert to_do(editor) == {"Rounds that open or close within two weeks": 1}


def test_projects_whose_facts_are_incomplete(site: LittleSite, editor: Client) -> None:
    whole = ProjectFactory(
        name_en="Whole", starts_on=datetime.date(2018, 1, 1), ends_on=datetime.date(2019, 1, 1),
        swedish=[OrganisationFactory()],
    )  # fmt: skip
    whole.core_areas.set([CoreAreaFactory()])
    ProjectFactory(name_en="Bare", starts_on=datetime.date(2018, 1, 1))

    assert to_do(editor) == {
        "Projects without a partner": 1,
        "Projects whose start or end is not known": 1,
        "Projects without a core area": 1,
    }
    for line in to_do(editor):
        shown = behind_the_line(editor, line)
        assert ("Bare" in shown, "Whole" in shown) == (True, False)


def test_what_is_more_than_anybody_counts(site: LittleSite, editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iclds.home.to_do.MOST_COUNTED", 2)
    for _ in range(3):
        ProjectFactory(countries=[])
    SiteImage.objects.create(title="A well", file="well.png", width=1, height=1)

    lines = counts(editor)

    assert (lines["Projects without a partner"], lines["Pictures without a description"]) == ("2+", "1")


def test_pictures_without_a_description(site: LittleSite, editor: Client) -> None:
    picture = ImageFactory(title="A well")
    SiteImage.objects.filter(pk=picture.pk).update(description_sv="")
    ImageFactory(title="Described")

    shown = behind_the_line(editor, "Pictures without a description")
    assert ("A well" in shown, "Described" in shown) == (True, False)


def test_a_writer_is_not_told_of_what_others_do(site: LittleSite, log_in: LogIn) -> None:
    writer = UserFactory()
    writer.groups.add(make_roles()[WRITER.name])
    ProjectFactory()
    site.programme.accepts_applications = True
    site.programme.save()

    assert to_do(log_in(writer)) == {}


def rows(answer: HttpResponse) -> list[str]:
    return [cell.get_text(" ", strip=True).split()[0] for cell in soup(answer).select("tbody .title-wrapper")]


def test_a_list_is_narrowed_by_language_and_type(site: LittleSite, editor: Client) -> None:
    address = reverse("to_do", args=["untranslated"])
    item = NewsPageFactory(parent=site.news["en"], title="Wells")
    NewsPageFactory(parent=site.news["sv"], title="Brunnar")
    PublicationPageFactory(parent=site.knowledge["en"], title="Lakes")
    english, news = item.locale_id, item.content_type_id

    assert sorted(rows(editor.get(address))) == ["Brunnar", "Lakes", "Wells"]
    assert sorted(rows(editor.get(f"{address}?locale={english}"))) == ["Lakes", "Wells"]
    assert rows(editor.get(f"{address}results/?locale={english}&content_type={news}")) == ["Wells"]
    assert sorted(rows(editor.get(f"{address}?locale=nonsense"))) == ["Brunnar", "Lakes", "Wells"]


@pytest.mark.parametrize("slug", [pages.slug for pages in PAGE_LISTS])
def test_a_list_can_be_taken_out(slug: str, site: LittleSite, editor: Client) -> None:
    NewsPageFactory(parent=site.news["en"], title="Wells")

    answer = editor.get(reverse("to_do", args=[slug]), {"export": "csv"})

    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[0] == "Title,Updated,Status,Type"
    assert [line.split(",")[0] for line in lines[1:]] == (["Wells"] if slug == "untranslated" else [])


def test_who_writes_in_one_language_is_told_of_its_pages(site: LittleSite, writer: User, log_in: LogIn) -> None:
    NewsPageFactory(parent=site.news["en"], title="Wells")
    NewsPageFactory(parent=site.news["sv"], title="Brunnar")
    BrokenLinkFactory()
    ImageFactory(title="A well", description_sv="")
    browser = log_in(writer)

    assert to_do(browser) == {"Sidor utan översättning": 1}
    assert rows(browser.get(reverse("to_do", args=["untranslated"]))) == ["Brunnar"]


def test_who_may_only_look_sees_no_such_pictures(site: LittleSite, onlooker: User, log_in: LogIn) -> None:
    answer = log_in(onlooker).get(reverse("pictures_without_description"))

    assert (answer.status_code, answer.url) == (302, "/admin/")


def test_there_is_no_other_list(editor: Client) -> None:
    assert editor.get("/admin/to-do/nonsense/").status_code == 404


def test_visitors_see_no_lists() -> None:
    for address in (reverse("to_do", args=["drafts"]), reverse("pictures_without_description")):
        assert Client().get(address).status_code == 302
