"""The nouns every room speaks of. Facts stand here once, with their names in both languages."""

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from iclds.core.languages import in_language
from iclds.core.panels import NamePanel
from iclds.core.text import one_line
from iclds.registers.codelists import SWEDEN, OrganisationKind, Region
from iclds.registers.panels import CountryNumbersPanel


class NamedInBothLanguages(models.Model):
    """A register row with an English and a Swedish name."""

    name_en = models.CharField(_("name (English)"), max_length=160)
    name_sv = models.CharField(_("name (Swedish)"), max_length=160)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        self.name_en, self.name_sv = one_line(self.name_en), one_line(self.name_sv)

    @property
    def name(self) -> str:
        """Name in the active language."""
        return in_language(self, "name")


class Country(index.Indexed, NamedInBothLanguages):
    """A country: a partner country, or one that a partner lies in."""

    code = models.CharField(
        _("code"),
        max_length=2,
        unique=True,
        validators=[RegexValidator("^[A-Z]{2}$", _("Two capital letters, such as KE."))],
        help_text=_("ISO 3166-1 alpha-2; XK for Kosovo."),
    )
    region = models.CharField(
        _("region"),
        max_length=20,
        choices=Region.choices,
        blank=True,
        help_text=_("Where it stands in the list of partner countries. Whether it is one, its programme says."),
    )

    search_fields = [
        index.AutocompleteField("name_en"),
        index.AutocompleteField("name_sv"),
        index.FilterField("region"),
    ]
    panels = [CountryNumbersPanel(), "code", FieldRowPanel(["name_en", "name_sv"]), "region"]

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["name_en"]


class Organisation(index.Indexed, NamedInBothLanguages):
    """A local government that takes part in partnerships, in Sweden or abroad."""

    slug = models.SlugField(
        _("short name"), max_length=80, unique=True, help_text=_("Stands in addresses, such as ?partner=vaxjo.")
    )
    kind = models.CharField(_("kind"), max_length=30, choices=OrganisationKind.choices)
    country = models.ForeignKey(Country, models.PROTECT, related_name="organisations", verbose_name=_("country"))
    municipality_code = models.CharField(
        _("Swedish municipality code"),
        max_length=4,
        blank=True,
        validators=[RegexValidator(r"^\d{4}$", _("Four digits, such as 0780."))],
        help_text=_("Statistics Sweden's code; only for Swedish municipalities."),
    )
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    successor = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=_("merged into"),
    )

    search_fields = [
        index.SearchField("name_en"),
        index.SearchField("name_sv"),
        index.AutocompleteField("name_en"),
        index.AutocompleteField("name_sv"),
        index.FilterField("kind"),
        index.FilterField("country_id"),
    ]
    panels = [
        FieldRowPanel([NamePanel("name_en"), "name_sv"]),
        "slug",
        FieldRowPanel(["kind", "country"]),
        "municipality_code",
        MultiFieldPanel([FieldRowPanel(["latitude", "longitude"])], heading=_("Place on the map")),
        "successor",
    ]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name_en"]
        constraints = [
            models.CheckConstraint(
                name="organisation_place_is_whole",
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(latitude__isnull=False, longitude__isnull=False),
                violation_error_message=_("Give both latitude and longitude, or neither."),
            )
        ]

    @property
    def is_swedish(self) -> bool:
        return self.country.code == SWEDEN


class CoreArea(NamedInBothLanguages):
    """One of the measures of a good local democracy that every project works with."""

    slug = models.SlugField(_("short name"), unique=True)
    description_en = models.TextField(_("description (English)"), blank=True)
    description_sv = models.TextField(_("description (Swedish)"), blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    panels = [
        "slug",
        MultiFieldPanel(["name_en", "description_en"], heading=_("English")),
        MultiFieldPanel(["name_sv", "description_sv"], heading=_("Swedish")),
        "order",
    ]

    class Meta:
        verbose_name = _("core area")
        verbose_name_plural = _("core areas")
        ordering = ["order", "pk"]

    @property
    def description(self) -> str:
        return in_language(self, "description")


class Subject(NamedInBothLanguages):
    """A project area or topic that projects, news and publications are filed under."""

    slug = models.SlugField(_("short name"), unique=True)

    panels = [FieldRowPanel([NamePanel("name_en"), "name_sv"]), "slug"]

    class Meta:
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")
        ordering = ["name_en"]
