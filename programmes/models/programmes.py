"""A programme's facts: what it is called, which countries it accepts and when it takes applications.

They are the same in every language, so they stand here once and not on the programme's pages
(docs/decisions/0002-programme-is-a-register.md).
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from iclds.core.languages import in_language
from iclds.registers.models import Country, NamedInBothLanguages
from programmes.querysets import ProgrammeCountryQuerySet
from programmes.rounds import RoundState, round_state


class Programme(ClusterableModel, NamedInBothLanguages):
    """A programme that partnerships are financed by, such as the Municipal Partnership Programme."""

    code = models.CharField(_("code"), max_length=10, unique=True, help_text=_("Short and lasting, such as MPP."))
    label_en = models.CharField(
        _("label (English)"), max_length=60, help_text=_("Stands over its projects: Municipal Partnership.")
    )
    label_sv = models.CharField(
        _("label (Swedish)"), max_length=60, help_text=_("Stands over its projects: Kommunalt partnerskap.")
    )
    accepts_applications = models.BooleanField(
        _("takes applications"),
        default=True,
        help_text=_("Untick when the programme has ended. Its pages say so and stay readable."),
    )
    usual_rounds_en = models.CharField(
        _("when rounds usually open (English)"),
        max_length=300,
        blank=True,
        help_text=_("Shown while no coming round is known."),
    )
    usual_rounds_sv = models.CharField(
        _("when rounds usually open (Swedish)"),
        max_length=300,
        blank=True,
        help_text=_("Shown while no coming round is known."),
    )

    panels = [
        "code",
        FieldRowPanel(["name_en", "name_sv"]),
        FieldRowPanel(["label_en", "label_sv"]),
        MultiFieldPanel(["accepts_applications", "usual_rounds_en", "usual_rounds_sv"], heading=_("Applications")),
        InlinePanel(
            "rounds",
            heading=_("Application rounds"),
            label=_("Round"),
            help_text=_("All times are Stockholm time (Europe/Stockholm)."),
        ),
        InlinePanel(
            "countries",
            heading=_("Partner countries"),
            label=_("Country"),
            help_text=_("Lists, maps and the country pages follow from here."),
        ),
    ]

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = ["pk"]

    @property
    def label(self) -> str:
        return in_language(self, "label")

    @property
    def usual_rounds(self) -> str:
        return in_language(self, "usual_rounds")


class ProgrammeCountry(Orderable):
    """From which year, and to which, a programme accepts a country."""

    programme = ParentalKey(Programme, on_delete=models.CASCADE, related_name="countries")
    country = models.ForeignKey(Country, models.PROTECT, related_name="programme_years", verbose_name=_("country"))
    from_year = models.PositiveSmallIntegerField(_("from year"))
    to_year = models.PositiveSmallIntegerField(
        _("to year"), null=True, blank=True, help_text=_("The last year it may be applied for; empty: still.")
    )

    objects = ProgrammeCountryQuerySet.as_manager()

    panels = ["country", FieldRowPanel(["from_year", "to_year"])]

    class Meta(Orderable.Meta):
        ordering = ["sort_order", "pk"]
        constraints = [
            models.CheckConstraint(
                name="programme_country_years_in_order",
                condition=models.Q(to_year__isnull=True) | models.Q(to_year__gte=models.F("from_year")),
                violation_error_message=_("The last year lies before the first."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.country} {self.from_year}–{self.to_year or ''}"


class ApplicationRound(Orderable):
    """A period in which applications are taken."""

    programme = ParentalKey(Programme, on_delete=models.CASCADE, related_name="rounds")
    opens = models.DateTimeField(
        _("opens"), null=True, blank=True, help_text=_("Stockholm time. Empty if it is not known.")
    )
    closes = models.DateTimeField(
        _("closes"), help_text=_("Stockholm time. From this minute on the round is closed; for midnight write 23:59.")
    )
    open_for_en = models.CharField(_("what may be applied for (English)"), max_length=200, blank=True)
    open_for_sv = models.CharField(_("what may be applied for (Swedish)"), max_length=200, blank=True)
    note_en = models.CharField(_("note (English)"), max_length=300, blank=True)
    note_sv = models.CharField(_("note (Swedish)"), max_length=300, blank=True)

    panels = [
        FieldRowPanel(["opens", "closes"]),
        FieldRowPanel(["open_for_en", "open_for_sv"]),
        FieldRowPanel([FieldPanel("note_en"), FieldPanel("note_sv")]),
    ]

    class Meta(Orderable.Meta):
        ordering = ["sort_order", "pk"]
        verbose_name = _("application round")
        verbose_name_plural = _("application rounds")
        constraints = [
            models.CheckConstraint(
                name="round_opens_before_it_closes",
                condition=models.Q(opens__isnull=True) | models.Q(opens__lt=models.F("closes")),
                violation_error_message=_("The round closes before it opens."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.programme.code} {timezone.localtime(self.closes):%Y-%m-%d}"

    def clean(self) -> None:
        super().clean()
        if self.opens and self.closes and self.opens >= self.closes:
            raise ValidationError({"closes": _("The round closes before it opens.")})

    @property
    def state(self) -> RoundState:
        """State by the clock, never stored."""
        return round_state(self.opens, self.closes, timezone.now())

    @property
    def open_for(self) -> str:
        return in_language(self, "open_for")

    @property
    def note(self) -> str:
        return in_language(self, "note")
