"""Wagtail's checker asks an editor's page everything that the site's own tests ask of it."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from tests.admin.editing import soup
from tests.admin.test_previews import preview_of
from tests.factories.pages import NewsPageFactory
from tests.little_site import LittleSite

RULES = {"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"}


def in_the_userbar(editor: Client, page: Page) -> HttpResponse:
    return editor.get(page.get_url())


def in_the_preview(editor: Client, page: Page) -> HttpResponse:
    return preview_of(editor, page)


def in_the_editor(editor: Client, page: Page) -> HttpResponse:
    return editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))


def configuration(answer: HttpResponse) -> dict[str, Any]:
    """The one that the answer carries; the userbar keeps it in a template."""
    found = soup(answer).find_all("script", id="checker-axe-configuration")
    assert len(found) == 1
    read: dict[str, Any] = json.loads(found[0].string)
    return read


@pytest.mark.parametrize("shown", [in_the_userbar, in_the_preview, in_the_editor])
def test_an_editor_sees_what_the_tests_would_find(
    shown: Callable[[Client, Page], HttpResponse], site: LittleSite, editor: Client
) -> None:
    page = NewsPageFactory(parent=site.news["en"])

    asked = configuration(shown(editor, page))

    assert set(asked["options"]["runOnly"]) >= RULES
    # What Wagtail asks by itself is not lost.
    assert {"alt-text-quality", "empty-meta-description"} <= {rule["id"] for rule in asked["spec"]["rules"]}
    assert asked["options"]["rules"] == {"p-as-heading": {"enabled": True}}


def test_a_visitor_is_sent_no_checker(site: LittleSite, client: Client) -> None:
    page = NewsPageFactory(parent=site.news["en"])

    assert "axe" not in client.get(page.get_url()).content.decode()
