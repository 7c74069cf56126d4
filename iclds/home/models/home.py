"""The home page of each language."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import PagePermissionTester
from wagtail.search import index

from iclds.core.blocks import PlainBlocks
from iclds.core.languages import active_language
from iclds.core.metadata import ORGANISATION
from iclds.core.models import BasePage
from iclds.core.navigation import Frame
from news.models import NewsPage, PublicationPage
from projects.models import Project
from projects.threads import NARROW, regions_of, signature_pairs, threads

PROJECTS_SHOWN = 6
PAIRS_SHOWN = 20
PAIRS_ON_A_PHONE = 10


class HomePagePermissions(PagePermissionTester):
    """Every page of a language leads to its home page, so that one is changed and never taken away."""

    def can_unpublish(self) -> bool:
        return False

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return False

    def can_move(self) -> bool:
        return False


class HomePage(BasePage):
    """The entrance: what the programme is, the ways in, and the latest of everything."""

    parent_page_types = ["wagtailcore.Page"]

    body = StreamField(PlainBlocks(), blank=True, verbose_name=_("text"))

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = [*BasePage.content_panels, "body"]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def clean(self) -> None:
        super().clean()
        if self.expire_at:
            raise ValidationError({"expire_at": _("The home page cannot expire: every page leads to it.")})

    def permissions_for_user(self, user: Any) -> HomePagePermissions:
        return HomePagePermissions(user, self)

    def structured_data(self, frame: Frame) -> list[dict[str, Any]]:
        return [
            ORGANISATION,
            {
                "@type": "WebSite",
                "url": frame.canonical_url,
                "name": self.meta_title,
                "inLanguage": frame.language,
                "publisher": {"@id": ORGANISATION["@id"]},
            },
        ]

    def get_content(self, request: HttpRequest) -> dict[str, Any]:
        language = active_language()
        publications = PublicationPage.objects.for_readers_of(language).latest_first().for_cards()
        pairs = signature_pairs(PAIRS_SHOWN)
        return {
            "pairs": pairs,
            "pair_regions": regions_of(pairs),
            "wide_threads": threads(pairs),
            "narrow_threads": threads(pairs[:PAIRS_ON_A_PHONE], NARROW),
            "projects": list(Project.objects.public().latest_first().for_cards()[:PROJECTS_SHOWN]),
            "publications": list(publications[:1]),
            **NewsPage.objects.teasers_by_section(language, featured=False),
        }
