"""Makes the site that the browser tests visit: the first content in both languages, without drawings, and an editor.

`python -m tests.browser.content` takes DATA_DIR and the test settings from the environment. Leaves in DATA_DIR
addresses.json: an address of every kind of page in each language, the one with the most text where there are several.
"""

import json
import logging
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.management import call_command

# Who works in the admin, by role; `bjorn` is at the desk where a test names nobody.
PEOPLE = {"Writer": "astrid", "Editor": "eva", "Programme manager": "bjorn"}
IN_SWEDISH = "-sv"  # the same person's other name, under which the admin speaks Swedish
PASSWORD = "a-password-for-tests"
BROKEN = "News of a page that is gone"


def main() -> None:
    django.setup()
    logging.disable(logging.WARNING)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False, link=True)
    from wagtail.users.models import UserProfile

    from iclds.background.worker import work_off
    from iclds.home.loader import load_content
    from iclds.home.loader.tree import set_site_address
    from iclds.home.reviews import make_reviews
    from iclds.home.roles import make_roles
    from iclds.users.models import User

    load_content(draw=False)
    work_off()  # the covers of its documents
    set_site_address()
    groups = make_roles()
    make_reviews()
    for role, name in PEOPLE.items():
        for language, ending in (("en", ""), ("sv", IN_SWEDISH)):
            user = User.objects.create_user(f"{name}{ending}", f"{name}{ending}@icld.example", PASSWORD)
            user.groups.add(groups[f"ICLD: {role}"])
            UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    leave_a_broken_link()
    text = json.dumps({language: addresses(language) for language in ("en", "sv")}, indent=1)
    (Path(settings.DATA_DIR) / "addresses.json").write_text(text)


def leave_a_broken_link() -> None:
    """As the link checker finds it in the night after a page was deleted."""
    from iclds.home.broken_links import check_links
    from news.models import NewsIndexPage, NewsPage
    from tests.factories.streams import link, text

    section = NewsIndexPage.objects.get(locale__language_code="en")
    gone = 999_999
    item = NewsPage(title=BROKEN, slug="gone", lead="It is.", locale=section.locale, body=text(f"<p>{link(gone)}</p>"))
    section.add_child(instance=item)
    item.save_revision().publish()
    check_links(most=0)


def addresses(language: str) -> dict[str, str]:
    from django.urls import reverse
    from django.utils import translation
    from wagtail.models import Page

    from projects.models import Project

    longest: dict[str, tuple[int, Any]] = {}
    for page in Page.objects.live().filter(locale__language_code=language, depth__gt=1).specific():
        size = sum(len(str(getattr(page, field, ""))) for field in ("title", "lead", "body", "abstract"))
        kind = page._meta.model_name
        longest[kind] = max((size, page), longest.get(kind, (0, page)), key=lambda pair: pair[0])
    found = {kind: page.get_url() for kind, (_size, page) in longest.items()}
    bare = Project.objects.public().filter(stories=None).exclude(partners=None).latest_first()[0]
    found["project"] = f"{found['projectindexpage']}{bare.slug}/"
    found["articles"] = f"{found['knowledgecentrepage']}?show=articles"
    found["filtered"] = f"{found['projectindexpage']}?country=KE&status=completed&q=water"
    with translation.override(language):
        found["search"] = f"{reverse('search')}?q=Kenya"
    found["missing"] = f"/{language}/no-such-page/"
    return found


if __name__ == "__main__":
    main()
