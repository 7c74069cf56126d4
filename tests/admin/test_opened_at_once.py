"""Twenty edit forms opened from eight threads, ten times: each the same, byte for byte, as opened alone.

On a site that is really started, and long, so run by `make walk`, on both databases. The eight threads are the first
that the process of the site hears of, so that what it makes when first asked is made in their presence.
"""

import json
import random
import re
import urllib.error
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle

import pytest

from tests.browser.content import PASSWORD
from tests.started.browser import PlainBrowser, signed_in
from tests.started.site import StartedSite, started_site

pytestmark = pytest.mark.walk

FORMS, THREADS, ROUNDS = 20, 8, 10
EDITORS = ("bjorn", "bjorn-sv", "eva", "eva-sv")
# Of each type in each language the page with the most text; and what is edited beside the pages.
ADDRESSES = """
import datetime, json
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, ModelLogEntry, Page, PageLogEntry, Revision
from wagtail.users.models import UserProfile
from iclds.core.models import SharedCallout
from iclds.home.models import StandardPage
from news.models import NewsPage, PublicationPage
from programmes.models import CountryPage, FAQPage, GuidancePage, Programme, ProgrammePage
from projects.models import Project, ProjectPage

TYPES = (StandardPage, GuidancePage, FAQPage, ProgrammePage, CountryPage, ProjectPage, NewsPage, PublicationPage)
pages = [
    max(model.objects.filter(locale=locale), key=lambda page: len(json.dumps(page.serializable_data(), default=str)))
    for model in TYPES
    for locale in Locale.objects.all()
]
callouts = [
    SharedCallout.objects.create(
        name=name, kind="note", title_en=name, title_sv=name,
        text_en=f"<p>{name} in English, <b>bold</b>.</p>", text_sv=f"<ul><li>{name} in Swedish</li></ul>",
    )
    for name in ("Water", "Schools")
]
rows = [Programme.objects.get(), Project.objects.exclude(partners=None)[0], *callouts]
UserProfile.objects.filter(user__username__in=["bjorn", "eva-sv"]).update(
    dismissibles={"help": True, "editor-guide": True}
)
# Long ago, so that no form says "just now" at first and "a minute ago" later.
then = timezone.now() - datetime.timedelta(days=900)
Page.objects.update(first_published_at=then, last_published_at=then, latest_revision_created_at=then)
Revision.objects.update(created_at=then)
for log in (PageLogEntry, ModelLogEntry):
    log.objects.update(timestamp=then)
print(json.dumps(
    [reverse("wagtailadmin_pages:edit", args=[page.pk]) for page in pages]
    + [reverse(row.snippet_viewset.get_url_name("edit"), args=[row.pk]) for row in rows]
))
"""

# What differs each time a form is opened, also when nobody else is there.
TOKEN = re.compile(r'(CSRF_TOKEN": "|csrfmiddlewaretoken" value=")\w+')
SESSION = re.compile(r"(editing-sessions/(?:ping/\w+/\w+/[\w-]+|release)/)\d+")
BLOCK_KEY = re.compile(r"(key\\*(?:&quot;|\"): *\\*(?:&quot;|\"))[0-9a-z]{5}\b")
UUID = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")


def lasting(page: str) -> str:
    for pattern in (TOKEN, SESSION, BLOCK_KEY):
        page = pattern.sub(r"\1", page)
    return UUID.sub("", page)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, database_server: str | None) -> Iterator[StartedSite]:
    with started_site(tmp_path_factory.mktemp("at-once"), database_server) as site:
        yield site


def opened(browser: PlainBrowser, address: str) -> str:
    """The form without what always differs; the number of the error where there was one."""
    try:
        return lasting(browser.read(address))
    except urllib.error.HTTPError as error:
        return f"answered {error.code}"


def what_differs(form: str, alone: str) -> str:
    """A few words of a form round the first place where it is another than it was alone."""
    place = next((i for i, (one, other) in enumerate(zip(form, alone, strict=False)) if one != other), len(alone))
    return f"{form[max(place - 40, 0) : place + 80]!r} instead of {alone[max(place - 40, 0) : place + 80]!r}"


def test_forms_opened_at_once_are_the_same_as_opened_alone(site: StartedSite) -> None:
    addresses = json.loads(site.shell(ADDRESSES))
    assert len(set(addresses)) == FORMS
    site.start_web(workers=1, threads=1)
    browsers = {name: signed_in(site.url, name, PASSWORD) for name in EDITORS}
    whose = dict(zip(addresses, cycle(browsers.values()), strict=False))
    alone = {address: opened(browser, address) for address, browser in whose.items()}
    again = {address: opened(browser, address) for address, browser in whose.items()}
    assert again == alone
    assert [address for address, form in alone.items() if "data-edit-form" not in form] == []
    site.stop()

    site.start_web(workers=1, threads=THREADS)
    wrong = []
    for number in range(ROUNDS):
        order = random.Random(number).sample(addresses, FORMS)
        with ThreadPoolExecutor(THREADS) as threads:
            together = dict(
                zip(order, threads.map(lambda address: opened(whose[address], address), order), strict=True)
            )
        wrong += [
            f"round {number}, {address}: {what_differs(form, alone[address])}"
            for address, form in together.items()
            if form != alone[address]
        ]

    assert wrong == [], f"{len(wrong)} of {FORMS * ROUNDS} forms were not as opened alone. The site's log:\n{site.log}"
