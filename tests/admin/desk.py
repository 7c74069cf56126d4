"""Somebody of one role before the admin, and what they try there."""

from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from iclds.home.roles import ROLES, make_roles
from iclds.users.models import User
from news.models import NewsPage
from programmes.models import GuidancePage
from tests.admin.editing import publish, send
from tests.factories.pages import GuidancePageFactory, NewsPageFactory
from tests.factories.users import UserFactory
from tests.little_site import LittleSite


@dataclass
class Desk:
    """Somebody of one role before the site, on which somebody else has worked."""

    browser: Client
    site: LittleSite
    user: User

    def opens(self, name: str, *args: Any) -> bool:
        """Whether the screen is there; Wagtail leads elsewhere who may not."""
        return self.browser.get(reverse(name, args=args)).status_code == 200

    def does(self, name: str, *args: Any, **fields: str) -> None:
        self.browser.post(reverse(name, args=args), fields)

    def edits(self, page: Page) -> str:
        return reverse("wagtailadmin_pages:edit", args=[page.pk])

    def publishes(self, page: Page) -> bool:
        """Whether a draft is live after the button was pressed, or after sending what the button would send."""
        if not self.opens("wagtailadmin_pages:edit", page.pk):
            return False
        publish(self.browser, self.edits(page))
        page.refresh_from_db()
        return page.live

    def adds(self, app: str, model: str, parent: Page, **fields: Any) -> bool:
        if not self.opens("wagtailadmin_pages:add", app, model, parent.pk):
            return False
        send(self.browser, reverse("wagtailadmin_pages:add", args=[app, model, parent.pk]), **fields)
        return Page.objects.filter(title=fields["title"], live=False).exists()

    def approves(self, page: Page) -> bool:
        """A page that a writer has submitted."""
        writer = UserFactory()
        writer.groups.add(make_roles()[ROLES[0].name])
        page.save_revision(user=writer)
        page.get_workflow().start(page, writer)
        state = page.current_workflow_task_state
        self.does("wagtailadmin_pages:workflow_action", page.pk, "approve", state.pk)
        page.refresh_from_db()
        return page.live

    @property
    def news_draft(self) -> NewsPage:
        page: NewsPage = NewsPageFactory(parent=self.site.news["en"], title="A draft", live=False)
        return page

    @property
    def guidance_draft(self) -> GuidancePage:
        page: GuidancePage = GuidancePageFactory(parent=self.site.programme_page["en"], title="Guidance", live=False)
        return page
