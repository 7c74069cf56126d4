"""Pages about the organisation itself."""

from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.search import index

from iclds.core.blocks import GuidanceBlocks
from iclds.core.models import BasePage


class StandardPage(BasePage):
    """About the organisation and the site: about us, privacy and the like."""

    in_foot = True

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    body = StreamField(GuidanceBlocks(), blank=True, verbose_name=_("text"))

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = [*BasePage.content_panels, "body"]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")
