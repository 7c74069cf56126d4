"""Every line of the table in docs/roles.md, tried in the admin by each role: what it may do, and what it may not."""

import datetime
import itertools
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from iclds.core.models import SiteSettings
from iclds.home.reviews import make_reviews
from iclds.home.roles import ROLES, make_roles
from iclds.mail.states import State
from iclds.users.models import User
from news.models import NewsPage
from projects.models import Project
from tests.admin.desk import Desk
from tests.admin.editing import send
from tests.factories.mail import OutgoingMailFactory
from tests.factories.media import DocumentFactory, ImageFactory
from tests.factories.pages import (
    CountryPageFactory,
    GuidancePageFactory,
    NewsPageFactory,
    ProjectPageFactory,
    PublicationPageFactory,
    StandardPageFactory,
)
from tests.factories.projects import ProjectFactory
from tests.factories.registers import (
    ContactFactory,
    CountryFactory,
    OrganisationFactory,
    SharedCalloutFactory,
    SubjectFactory,
)
from tests.factories.users import UserFactory
from tests.little_site import LittleSite

TABLE = Path(settings.BASE_DIR) / "docs" / "roles.md"


def table() -> dict[str, dict[str, bool]]:
    """What stands in the table: for each line, what each role may do."""
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in TABLE.read_text().splitlines()
        if line.startswith("|")
    ]
    (_what, *roles), _rule, *lines = rows
    return {what: dict(zip(roles, (answer == "yes" for answer in answers), strict=True)) for what, *answers in lines}


def change_draft(desk: Desk) -> bool:
    page = desk.news_draft
    send(desk.browser, desk.edits(page), title="Changed")
    page.refresh_from_db()
    return page.latest_revision is not None and page.latest_revision.content["title"] == "Changed"


def submit(desk: Desk) -> bool:
    page = desk.news_draft
    send(desk.browser, desk.edits(page), **{"action-submit": "Submit"})
    return Page.objects.get(pk=page.pk).workflow_in_progress


def comment(desk: Desk) -> bool:
    page = desk.news_draft
    comments = {
        "comments-TOTAL_FORMS": "1", "comments-INITIAL_FORMS": "0", "comments-0-id": "", "comments-0-position": "",
        "comments-0-text": "Is this so?",
        "comments-0-contentpath": "title", "comments-0-resolved": "", "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
    }  # fmt: skip
    send(desk.browser, desk.edits(page), **comments)
    return page.wagtail_admin_comments.filter(user=desk.user).exists()


def translate(desk: Desk) -> bool:
    page = NewsPageFactory(parent=desk.site.news["en"], title="A grant")
    swedish = desk.site.news["sv"].locale
    desk.does("simple_translation:submit_page_translation", page.pk, locales=str(swedish.pk))
    made = page.get_translation_or_none(swedish)
    return made is not None and not made.live


def unpublishes(desk: Desk, page: Page) -> bool:
    desk.does("wagtailadmin_pages:unpublish", page.pk)
    page.refresh_from_db()
    return not page.live


def deletes(desk: Desk) -> bool:
    page = NewsPageFactory(parent=desk.site.news["en"], title="A grant")
    desk.does("wagtailadmin_pages:delete", page.pk)
    return not Page.objects.filter(pk=page.pk).exists()


def locks(desk: Desk) -> bool:
    page = NewsPageFactory(parent=desk.site.news["en"], title="A grant")
    desk.does("wagtailadmin_pages:lock", page.pk)
    return Page.objects.get(pk=page.pk).locked


def moves(desk: Desk) -> bool:
    page, above = (StandardPageFactory(parent=desk.site.home["en"], title=title) for title in ("Privacy", "About"))
    desk.does("wagtailadmin_pages:move_confirm", page.pk, above.pk)
    return bool(Page.objects.get(pk=page.pk).get_parent().pk == above.pk)


def adds_project(desk: Desk) -> bool:
    address = reverse("wagtailsnippets_projects_project:add")
    if desk.browser.get(address).status_code != 200:
        return False
    send(desk.browser, address, name_en="Wells", name_sv="Brunnar", slug="wells", programme=str(desk.site.programme.pk))
    return Project.objects.filter(slug="wells").exists()


def sends_again(desk: Desk) -> bool:
    mail = OutgoingMailFactory(state=State.GIVEN_UP)
    desk.does("outgoing_mail:send_again", mail.pk)
    mail.refresh_from_db()
    return bool(mail.state == State.WAITING)


def drops_a_mail(desk: Desk) -> bool:
    mail = OutgoingMailFactory()
    desk.does("outgoing_mail:delete", mail.pk)
    mail.refresh_from_db()
    return bool(mail.state == State.DROPPED)


def opens_round(desk: Desk) -> bool:
    programme = desk.site.programme
    address = reverse("wagtailsnippets_programmes_programme:edit", args=[programme.pk])
    if desk.browser.get(address).status_code != 200:
        return False
    closes = timezone.localtime() + datetime.timedelta(days=30)
    send(
        desk.browser,
        address,
        **{
            "rounds-TOTAL_FORMS": "1", "rounds-0-id": "", "rounds-0-ORDER": "1", "rounds-0-DELETE": "",
            "rounds-0-opens": "", "rounds-0-closes": closes.strftime("%Y-%m-%d %H:%M"), "rounds-0-open_for_en": "",
            "rounds-0-open_for_sv": "", "rounds-0-note_en": "", "rounds-0-note_sv": "",
        },
    )  # fmt: skip
    return programme.rounds.exists()


def deletes_project(desk: Desk) -> bool:
    project = ProjectFactory()
    desk.does("wagtailsnippets_projects_project:delete", project.pk)
    return not Project.objects.filter(pk=project.pk).exists()


def replaces_document(desk: Desk) -> bool:
    document = DocumentFactory(title="Report")
    address = reverse("wagtaildocs:edit", args=[document.pk])
    new = ContentFile(b"%PDF-1.4 new", name="new.pdf")
    desk.browser.post(address, {"title": "Report", "file": new, "tags": "", "collection": str(document.collection_id)})
    document.refresh_from_db()
    with document.open_file() as file:
        return bool(file.read() == b"%PDF-1.4 new")


def sets_a_subject(desk: Desk) -> bool:
    item, subject = NewsPageFactory(parent=desk.site.news["en"], title="Wells"), SubjectFactory()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "set_subject"])
    desk.browser.post(f"{address}?id={item.pk}", {"subjects": [subject.pk]})
    return NewsPage.objects.get(pk=item.pk).subjects.exists()


TRIES: dict[str, Callable[[Desk], bool]] = {
    "Write a draft of news": lambda desk: desk.adds(
        "news", "newspage", desk.site.news["en"], title="News of mine", slug="mine"
    ),
    "Write a draft of a programme page": lambda desk: desk.adds(
        "programmes", "guidancepage", desk.site.programme_page["en"], title="Guidance of mine", slug="mine"
    ),
    "Change the draft that somebody else wrote": change_draft,
    "Submit a draft for review": submit,
    "Comment on a draft": comment,
    "Translate a page into a draft": translate,
    "Publish news": lambda desk: desk.publishes(desk.news_draft),
    "Publish a publication": lambda desk: desk.publishes(
        PublicationPageFactory(parent=desk.site.knowledge["en"], title="A report", live=False)
    ),
    "Publish the story of a project": lambda desk: desk.publishes(
        ProjectPageFactory(parent=desk.site.projects["en"], live=False)
    ),
    "Publish a programme page": lambda desk: desk.publishes(desk.guidance_draft),
    "Publish the page of a country": lambda desk: desk.publishes(
        CountryPageFactory(parent=desk.site.countries["en"], country=CountryFactory(), live=False)
    ),
    "Publish a page about ICLD": lambda desk: desk.publishes(
        StandardPageFactory(parent=desk.site.home["en"], title="About", live=False)
    ),
    "Approve news that a writer submitted": lambda desk: desk.approves(desk.news_draft),
    "Approve a programme page that a writer submitted": lambda desk: desk.approves(desk.guidance_draft),
    "Unpublish news": lambda desk: unpublishes(desk, NewsPageFactory(parent=desk.site.news["en"], title="A grant")),
    "Unpublish a programme page": lambda desk: unpublishes(
        desk, GuidancePageFactory(parent=desk.site.programme_page["en"], title="Guidance")
    ),
    "Delete published news": deletes,
    "Lock news": locks,
    "Move a page about ICLD": moves,
    "See the register of projects": lambda desk: desk.opens("wagtailsnippets_projects_project:list"),
    "Add a project to the register": adds_project,
    "Change an organisation": lambda desk: desk.opens(
        "wagtailsnippets_registers_organisation:edit", OrganisationFactory().pk
    ),
    "Change a country in the register": lambda desk: desk.opens(
        "wagtailsnippets_registers_country:edit", CountryFactory().pk
    ),
    "Open an application round": opens_round,
    "Delete a project from the register": deletes_project,
    "Upload a picture": lambda desk: desk.opens("wagtailimages:add"),
    "Change a picture that somebody else uploaded": lambda desk: desk.opens("wagtailimages:edit", ImageFactory().pk),
    "Replace a document that somebody else uploaded": replaces_document,
    "Change a contact": lambda desk: desk.opens("wagtailsnippets_core_contact:edit", ContactFactory().pk),
    "Change a shared callout": lambda desk: desk.opens(
        "wagtailsnippets_core_sharedcallout:edit", SharedCalloutFactory().pk
    ),
    "Set a subject on many news items at once": sets_a_subject,
    "Read reports on accessibility": lambda desk: desk.opens("accessibility_reports:index"),
    "Make a redirect": lambda desk: desk.opens("wagtailredirects:add"),
    "Change the site's settings": lambda desk: desk.opens(
        "wagtailsettings:edit", "core", "sitesettings", SiteSettings.load().pk
    ),
    "Add a user": lambda desk: desk.opens("wagtailusers_users:add"),
    "Change what a role may do": lambda desk: desk.opens("wagtailusers_groups:index"),
    "Change a workflow": lambda desk: desk.opens("wagtailadmin_workflows:index"),
    "See which mail waits and why": lambda desk: desk.opens("outgoing_mail:index"),
    "Send a mail again": sends_again,
    "Drop a mail that waits": drops_a_mail,
}
ROLE_NAMES = {role.name.removeprefix("ICLD: "): role.name for role in ROLES}
CASES = list(itertools.product(table(), ROLE_NAMES))


@pytest.fixture
def at_desk(site: LittleSite, log_in: Callable[[User], Client]) -> Callable[[str], Desk]:
    groups = make_roles()
    make_reviews()

    def sit_down(role: str) -> Desk:
        user = UserFactory(username=re.sub(r"\W", "-", role.lower()))
        user.groups.add(groups[ROLE_NAMES[role]])
        assert not user.is_superuser
        return Desk(log_in(user), site, user)

    return sit_down


@pytest.mark.parametrize(("what", "role"), CASES, ids=[f"{role}: {what}" for what, role in CASES])
def test_a_role_may_do_what_the_table_says_and_nothing_else(
    what: str, role: str, at_desk: Callable[[str], Desk]
) -> None:
    assert TRIES[what](at_desk(role)) is table()[what][role]


def test_every_line_is_tried() -> None:
    assert list(table()) == list(TRIES)
    assert {role for answers in table().values() for role in answers} == set(ROLE_NAMES)
