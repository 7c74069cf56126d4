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

EDITOR, PASSWORD = "bjorn", "a-password-for-tests"


def main() -> None:
    django.setup()
    logging.disable(logging.WARNING)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False, link=True)
    from iclds.home.loader import load_content
    from iclds.home.loader.tree import set_site_address
    from iclds.home.reviews import make_reviews
    from iclds.home.roles import PROGRAMME_MANAGER, make_roles
    from iclds.users.models import User

    load_content(draw=False)
    set_site_address()
    groups = make_roles()
    make_reviews()
    User.objects.create_user(EDITOR, f"{EDITOR}@icld.example", PASSWORD).groups.add(groups[PROGRAMME_MANAGER.name])
    text = json.dumps({language: addresses(language) for language in ("en", "sv")}, indent=1)
    (Path(settings.DATA_DIR) / "addresses.json").write_text(text)


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
