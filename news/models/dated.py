"""What news and publications share: a date of their own, and what they concern."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from iclds.core.dates import DatePrecision, iso_date, known_date
from iclds.core.models import BasePage
from iclds.core.panels import CHOOSE_SEVERAL
from iclds.registers.models import Country, Subject
from programmes.models import Programme


class DatedPage(BasePage):
    """A page with a public date, of which only a part may be known. Lists go by it, never by Wagtail's own dates."""

    may_be_in_menu = False

    published_on = models.DateField(
        _("date"),
        default=timezone.localdate,
        help_text=_("Orders the lists. Choose beside it how much of it is known and shown."),
    )
    date_precision = models.CharField(
        _("what is known of the date"), max_length=20, choices=DatePrecision.choices, default=DatePrecision.DAY
    )
    programme = models.ForeignKey(
        Programme,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="%(class)ss",
        verbose_name=_("programme"),
        help_text=_("Shown on the programme's page too."),
    )
    featured = models.PositiveSmallIntegerField(
        _("place among the first"),
        null=True,
        blank=True,
        help_text=_("1, 2, 3 … to stand first on the programme's page; empty: by date."),
    )
    countries = ParentalManyToManyField(Country, related_name="%(class)ss", blank=True, verbose_name=_("countries"))
    subjects = ParentalManyToManyField(Subject, related_name="%(class)ss", blank=True, verbose_name=_("subjects"))

    # The columns by which the admin's lists sort what a search has found.
    search_fields = [*BasePage.search_fields, index.FilterField("published_on")]

    date_panel = FieldRowPanel(["published_on", "date_precision"])
    about_panels = [
        MultiFieldPanel(
            [FieldPanel("countries"), FieldPanel("subjects"), FieldRowPanel(["programme", "featured"])],
            heading=_("What it concerns"),
            help_text=CHOOSE_SEVERAL,
        ),
    ]

    class Meta:
        abstract = True
        indexes = [
            models.Index(fields=["-published_on", "-page_ptr"], name="%(class)s_latest"),
            models.Index(fields=["featured", "-published_on", "-page_ptr"], name="%(class)s_featured"),
        ]

    def quality_warnings(self) -> list[str]:
        coming = self.published_on and self.published_on > timezone.localdate()
        early = [gettext("The date has not come yet, and the page stands first until it has.")] if coming else []
        return [*super().quality_warnings(), *early]

    @property
    def date_shown(self) -> str:
        return known_date(self.published_on, self.date_precision)

    @property
    def iso_date(self) -> str | None:
        return iso_date(self.published_on, self.date_precision)

    @property
    def year(self) -> int | None:
        """The year where it is known."""
        if self.date_precision in {DatePrecision.DAY_OF_YEAR, DatePrecision.NONE}:
            return None
        return self.published_on.year
