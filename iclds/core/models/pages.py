"""The ground that all pages stand on."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.fields import StreamField
from wagtail.forms import PasswordViewRestrictionForm
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from iclds.core.addresses import fixed_address_at
from iclds.core.blocks import texts_with_headings
from iclds.core.file_privacy import shown_picture
from iclds.core.forms import BasePageForm
from iclds.core.hidden_uses import hidden_use_warnings
from iclds.core.key_pages import password_page
from iclds.core.metadata import breadcrumb_data, web_page_data
from iclds.core.models.media import SiteImage
from iclds.core.models.settings import SiteSettings
from iclds.core.navigation import Frame, build_frame
from iclds.core.page_context import page_context
from iclds.core.page_privacy import restrictions_on
from iclds.core.panels import TranslationsPanel
from iclds.core.quality import LONGEST_DESCRIPTION, heading_warnings, lead_warnings, picture_warnings
from iclds.core.text import one_line, shortened, without_controls


class BasePage(Page):
    """A page with a lead, a picture and a language of its own where its text is not in its tree's.

    Heirs may reuse: `lead` (cards and meta description), `picture`, `text_language`, `structured_data()` and
    `meta_title`. They say in `get_context` what their template shows, so that no query is born in a template.
    """

    # True for pages whose address the page above answers (a project's story).
    served_by_parent = False
    # False for types that exist by the hundred and more: the menu is read on every page.
    may_be_in_menu = True
    # True for pages whose menu entry stands at the foot of every page.
    in_foot = False
    # Where a page that is being made will stand; the admin form says so.
    future_parent: Page | None = None
    # Set by the routing, which has looked at the whole chain: then nobody needs to ask again.
    is_known_public = False
    # Relations that every view of the page needs, fetched together with it.
    shown_with: tuple[str, ...] = ("picture",)

    base_form_class = BasePageForm

    lead = models.TextField(
        _("lead"),
        blank=True,
        help_text=_(
            "One or two sentences, up to 220 characters. Shown under the title, in lists and by search engines."
        ),
    )
    picture = models.ForeignKey(
        "core.SiteImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_("Shown in lists and when the page is shared; above the text on most pages."),
    )
    content_language = models.CharField(
        _("language of the title"),
        max_length=10,
        blank=True,
        choices=settings.LANGUAGES,
        help_text=_(
            "Only when the title is not in the language of this part of the site, as for a Swedish report "
            "on the English pages."
        ),
    )

    search_fields = [*Page.search_fields, index.SearchField("lead", boost=2), index.AutocompleteField("lead")]

    translations_panel = TranslationsPanel(heading=_("Other languages"))
    content_panels = [translations_panel, *Page.content_panels, "lead", "picture"]
    search_engine_panel = MultiFieldPanel(["slug", "seo_title", "search_description"], heading=_("For search engines"))
    promote_panels = [
        search_engine_panel,
        MultiFieldPanel([FieldPanel("show_in_menus")], heading=_("In the menu")),
        "content_language",
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        for field in self._meta.concrete_fields:
            if isinstance(field, models.CharField | models.TextField) and (text := getattr(self, field.attname)):
                setattr(self, field.attname, without_controls(text))
        title: str = getattr(self, "title", "") or ""
        self.title = one_line(title)
        self._refuse_hidden_address()

    def _refuse_hidden_address(self) -> None:
        """Refuse a slug at whose address the site itself answers, so that the page could never be opened (case D11).

        Raises ValidationError on `slug`.
        """
        parent = self.get_parent() if self.path else self.future_parent
        if parent is None or parent.is_root() or not self.slug or self.served_by_parent:
            return
        url = parent.get_url()
        hidden = url is not None and fixed_address_at(f"{url}{self.slug}/")
        routable = parent.specific
        if not hidden and isinstance(routable, RoutablePageMixin):
            try:
                routable.resolve_subpage(f"/{self.slug}/")
                hidden = True
            except Http404:
                hidden = False
        if hidden:
            raise ValidationError(
                {
                    "slug": _(
                        "The site itself uses the address “%(slug)s” here. Choose another, such as “%(slug)s-page”."
                    )
                    % {"slug": self.slug}
                }
            )

    @classmethod
    def hidden_from_readers(cls) -> QuerySet[Any] | None:
        """Pages of this type that nobody may see although they are live; None where it hides none."""
        return None

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Those on the page and above it; for an alias, and above one, also those of what it repeats.

        Wagtail asks an alias for its source's alone, neither for its own nor for those above either.
        """
        if self.is_known_public:
            return PageViewRestriction.objects.none()
        return restrictions_on(self)

    @property
    def text_language(self) -> str:
        """Language of the title: the page's own where it has one, otherwise its tree's."""
        return self.content_language or self.locale.language_code

    @property
    def foreign_language(self) -> str:
        """The title's language where it is not the tree's; for `lang` attributes."""
        return self.content_language if self.content_language != self.locale.language_code else ""

    @property
    def shown_picture(self) -> SiteImage | None:
        """The picture on the page, on its card, and that goes with it when it is shared; as far as one may see it."""
        return shown_picture(self.picture)

    @property
    def meta_title(self) -> str:
        return one_line(self.seo_title or self.title)

    @property
    def meta_description(self) -> str:
        return shortened(self.search_description or self.lead or self.title, LONGEST_DESCRIPTION)

    def quality_warnings(self) -> list[str]:
        """What an editor should look at before readers do; heirs add their own."""
        streams = [field for field in self._meta.get_fields() if isinstance(field, StreamField)]
        texts = [text for field in streams for text in texts_with_headings(field.value_from_object(self))]
        return [
            *lead_warnings(self.lead, self.shown_instead_of_lead),
            *picture_warnings(self.picture),
            *heading_warnings(texts),
            *hidden_use_warnings(self),
        ]

    @property
    def shown_instead_of_lead(self) -> str:
        """What lists show of a page without a lead; heirs that have something say what."""
        return ""

    def structured_data(self, frame: Frame) -> list[dict[str, Any]]:
        """What the page is, for search engines (schema.org)."""
        return [web_page_data(self, frame), breadcrumb_data(frame)]

    def get_content(self, request: HttpRequest) -> dict[str, Any]:
        """What the page's own template shows besides the page itself; heirs gather it here."""
        return {}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        frame = build_frame(request, self)
        frame.title, frame.description = self.meta_title, self.meta_description
        content = {
            **super().get_context(request, *args, **kwargs),
            "structured_data": self.structured_data(frame),
            **self.get_content(request),
        }
        streams = [getattr(self, field.name) for field in self._meta.get_fields() if isinstance(field, StreamField)]
        site_settings = SiteSettings.load(request_or_site=request)
        return page_context(frame, content, site_settings=site_settings, streams=streams, picture=self.shown_picture)

    def serve_password_required_response(
        self, request: HttpRequest, form: PasswordViewRestrictionForm, action_url: str
    ) -> HttpResponseBase:
        """The site's own form, which tells nothing of the page."""
        return password_page(request, form, site_settings=SiteSettings.load(request_or_site=request))

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponseBase:
        """The preview in the page's own language, whatever the editor's."""
        with translation.override(self.locale.language_code):
            response = super().serve_preview(request, mode_name)
            if hasattr(response, "render"):
                response.render()
        return response
