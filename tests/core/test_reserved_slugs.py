"""Case D11: a page that was published can be opened; a slug that the site itself uses is refused with a reason."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

from iclds.home.models import StandardPage
from iclds.users.models import User
from tests.factories.pages import ProjectPageFactory, StandardPageFactory
from tests.factories.projects import ProjectFactory
from tests.little_site import LittleSite
from tests.visiting import Visit

# The first part of every fixed address of the site, and what a page called after them would be.
FIXED = ["search", "sok", "sv", "en", "admin", "documents", "media", "sitemap-xml", "robots", "feed", "_util"]


def search_slug(language: str) -> str:
    with translation.override(language):
        return reverse("search").strip("/").split("/")[1]


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_slug_of_the_search_page_is_refused(language: str, site: LittleSite) -> None:
    slug = search_slug(language)
    page = StandardPage(title="Search", slug=slug, locale=site.home[language].locale)
    page.future_parent = site.home[language]

    with pytest.raises(ValidationError) as refused:
        page.full_clean(exclude=["path", "depth"])

    assert refused.value.message_dict["slug"] == [
        f"The site itself uses the address “{slug}” here. Choose another, such as “{slug}-page”."
    ]


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("slug", FIXED)
def test_a_page_is_refused_or_opens_at_its_address(slug: str, language: str, site: LittleSite, visit: Visit) -> None:
    try:
        page = StandardPageFactory(parent=site.home[language], title="A page", slug=slug)
    except ValidationError:
        return

    assert visit(page.get_url()).h1 == "A page"


def test_the_fixed_addresses_still_answer_beside_pages_of_their_names(site: LittleSite, visit: Visit) -> None:
    for slug in ("sv", "en", "admin", "documents", "media"):
        StandardPageFactory(parent=site.home["en"], slug=slug)

    assert visit("/en/search/").status == 200
    fixed = ("/admin/login/", "/sitemap.xml", "/robots.txt")
    assert [Client().get(address).status_code for address in fixed] == [200, 200, 200]


@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_page_does_not_hide_the_feed(language: str, site: LittleSite) -> None:
    with pytest.raises(ValidationError, match="The site itself uses the address “feed” here"):
        StandardPageFactory(parent=site.home[language], slug="feed")

    assert Client().get(f"/{language}/feed/")["Content-Type"] == "application/rss+xml; charset=utf-8"


def test_an_existing_page_is_not_renamed_to_a_fixed_address(site: LittleSite) -> None:
    page = StandardPageFactory(parent=site.home["en"], slug="finding-things")
    page.slug = "search"

    with pytest.raises(ValidationError, match="The site itself uses the address “search” here"):
        page.save()

    assert Page.objects.get(pk=page.pk).slug == "finding-things"


def test_the_story_of_a_project_may_stand_at_its_projects_address(site: LittleSite, visit: Visit) -> None:
    project = ProjectFactory(slug="clean-water", name_en="Clean water")

    ProjectPageFactory(parent=site.projects["en"], project=project, body="[]")

    assert visit("/en/projects/clean-water/").h1 == "Clean water"


def test_the_admin_says_so_beside_the_slug(site: LittleSite, publisher: User, log_in: Callable[[User], Client]) -> None:
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", site.home["en"].pk])
    form = {
        "title": "Search", "slug": "search", "lead": "", "picture": "", "seo_title": "", "search_description": "",
        "content_language": "", "body-count": "0", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0",
        "action-publish": "1",
    }  # fmt: skip

    answer = log_in(publisher).post(address, form)

    assert answer.status_code == 200
    assert answer.context["form"].errors["slug"] == [
        "The site itself uses the address “search” here. Choose another, such as “search-page”."
    ]
    assert not StandardPage.objects.exists()


def test_the_admin_publishes_under_another_slug(
    site: LittleSite, publisher: User, log_in: Callable[[User], Client], visit: Visit
) -> None:
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", site.home["en"].pk])
    form = {
        "title": "Search", "slug": "search-page", "lead": "How.", "picture": "", "seo_title": "",
        "search_description": "", "content_language": "", "body-count": "0", "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0", "action-publish": "1",
    }  # fmt: skip

    assert log_in(publisher).post(address, form).status_code == 302
    assert visit("/en/search-page/").h1 == "Search"
