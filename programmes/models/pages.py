"""The pages that tell about a programme and guide those who apply and report."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.search import index

from iclds.core.blocks import GuidanceBlocks, PlainBlocks
from iclds.core.languages import active_language
from iclds.core.models import BasePage
from iclds.registers.models import CoreArea
from programmes.country_lists import by_region
from programmes.models.programmes import Programme
from programmes.rounds import coming_rounds, past_rounds

PROJECTS_SHOWN = 4
PUBLICATIONS_SHOWN = 2
ARTICLES_SHOWN = 2


class ProgrammePage(BasePage):
    """Tells about one programme; its facts stand in the register."""

    shown_with = ("picture", "programme")

    parent_page_types = ["home.HomePage"]
    subpage_types = ["programmes.GuidancePage", "programmes.FAQPage"]

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="pages", verbose_name=_("programme"))
    about = StreamField(
        PlainBlocks(), blank=True, verbose_name=_("about"), help_text=_("What the programme is and who pays for it.")
    )
    who_may_apply = StreamField(PlainBlocks(), blank=True, verbose_name=_("who may apply"))
    body = StreamField(PlainBlocks(), blank=True, verbose_name=_("how it works"))

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("about"),
        index.SearchField("who_may_apply"),
        index.SearchField("body"),
    ]

    content_panels = [*BasePage.content_panels, "programme", "about", "who_may_apply", "body"]

    class Meta:
        verbose_name = _("programme page")
        verbose_name_plural = _("programme pages")

    def get_content(self, request: HttpRequest) -> dict[str, Any]:
        now = timezone.now()
        programme = self.programme
        rounds = list(programme.rounds.all())
        language = active_language()
        year = timezone.localdate().year
        publications = list(
            programme.publicationpages.for_readers_of(language).featured_first().for_cards()[:PUBLICATIONS_SHOWN]
        )
        return {
            "programme": programme,
            "core_areas": list(CoreArea.objects.all()),
            "regions": by_region(programme.countries.listed(year, language)),
            "coming_rounds": coming_rounds(rounds, now),
            "past_rounds": past_rounds(rounds, now),
            "projects": list(programme.projects.public().featured_first().for_teasers()[:PROJECTS_SHOWN]),
            # The first stands by itself, the next among the Knowledge Centre's articles.
            "publications": publications[:1],
            "more_publications": publications[1:],
            # With one publication before them they fill a row.
            **programme.newspages.teasers_by_section(language, articles=ARTICLES_SHOWN),
        }


class GuidancePage(BasePage):
    """Guides through one matter: how to apply, how to report, which rules hold."""

    parent_page_types = ["programmes.ProgrammePage"]
    subpage_types: list[str] = []

    body = StreamField(GuidanceBlocks(), blank=True, verbose_name=_("text"))

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = [*BasePage.content_panels, "body"]

    class Meta:
        verbose_name = _("guidance page")
        verbose_name_plural = _("guidance pages")
