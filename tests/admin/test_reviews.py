"""What a writer submits is looked at by those who may publish it, and everybody who must act gets a mail."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Workflow

from iclds.home.reviews import REVIEWS, WAGTAILS_OWN, make_reviews
from iclds.home.roles import EDITOR, PROGRAMME_MANAGER, WRITER, make_roles
from iclds.users.models import User
from news.models import NewsPage
from tests.admin.editing import send
from tests.factories.pages import GuidancePageFactory, NewsPageFactory
from tests.factories.users import UserFactory
from tests.little_site import LittleSite


@pytest.fixture
def cast(site: LittleSite) -> dict[str, User]:
    """One person of each role but the administrator, by the role's name."""
    groups = make_roles()
    make_reviews()
    people = {}
    for role in (WRITER, EDITOR, PROGRAMME_MANAGER):
        people[role.name] = UserFactory(username=role.name.removeprefix("ICLD: ").lower().replace(" ", "-"))
        people[role.name].groups.add(groups[role.name])
    return people


@pytest.fixture
def submitted(site: LittleSite, cast: dict[str, User], log_in: Callable[[User], Client]) -> NewsPage:
    page: NewsPage = NewsPageFactory(parent=site.news["en"], title="A grant", live=False)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    send(log_in(cast[WRITER.name]), address, **{"action-submit": "Submit"})
    return page


def recipients() -> set[str]:
    return {address for sent in mail.outbox for address in sent.to}


def act(browser: Client, page: Page, action: str, comment: str) -> None:
    state = Page.objects.get(pk=page.pk).current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    browser.post(address, {"comment": comment})


def test_news_goes_to_those_who_publish_news(submitted: NewsPage) -> None:
    assert recipients() == {"editor@icld.example", "programme-manager@icld.example"}
    assert all("A grant" in sent.subject for sent in mail.outbox)


def test_a_programme_page_goes_to_programme_managers_alone(
    site: LittleSite, cast: dict[str, User], log_in: Callable[[User], Client]
) -> None:
    page = GuidancePageFactory(parent=site.programme_page["en"], title="How to apply", live=False)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    send(log_in(cast[WRITER.name]), address, **{"action-submit": "Submit"})

    assert recipients() == {"programme-manager@icld.example"}


def test_what_is_approved_is_live_and_its_writer_told(
    submitted: NewsPage, cast: dict[str, User], log_in: Callable[[User], Client]
) -> None:
    mail.outbox.clear()

    act(log_in(cast[EDITOR.name]), submitted, "approve", "Well told.")

    submitted.refresh_from_db()
    assert submitted.live
    assert recipients() == {"writer@icld.example"}


def test_what_is_sent_back_stays_a_draft_with_the_reason(
    submitted: NewsPage, cast: dict[str, User], log_in: Callable[[User], Client]
) -> None:
    mail.outbox.clear()

    act(log_in(cast[EDITOR.name]), submitted, "reject", "Name the partner.")

    submitted.refresh_from_db()
    assert not submitted.live
    (told,) = mail.outbox
    assert told.to == ["writer@icld.example"]
    history = log_in(cast[WRITER.name]).get(reverse("wagtailadmin_pages:edit", args=[submitted.pk]))
    assert "Name the partner." in history.content.decode()


def test_workflows_are_made_once(cast: dict[str, User]) -> None:
    make_reviews()

    assert sorted(Workflow.objects.filter(active=True).values_list("name", flat=True)) == sorted(
        review.name for review in REVIEWS
    )
    assert not Workflow.objects.get(name=WAGTAILS_OWN).active
