"""The register of projects: what is the same in every language, once."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from iclds.core.dates import DatePrecision, known_date
from iclds.core.file_privacy import shown_picture
from iclds.core.languages import in_language
from iclds.core.panels import CHOOSE_SEVERAL, NamePanel
from iclds.registers.codelists import ApplicationType, GlobalGoal, PartnerRole
from iclds.registers.models import CoreArea, Country, NamedInBothLanguages, Organisation, Subject
from programmes.models import Programme
from projects.fields import GoalsField
from projects.forms import ProjectForm
from projects.models.wording import InWords
from projects.panels import ProjectNumbersPanel, StoriesPanel
from projects.querysets import ProjectPartnerManager, ProjectQuerySet
from projects.status import ProjectStatus, project_status


class Project(InWords, index.Indexed, ClusterableModel, NamedInBothLanguages):
    """A partnership project. What is not known is left empty; its status follows from its dates."""

    reference = models.CharField(
        _("reference"), max_length=20, blank=True, help_text=_("ICLD's own, such as 2016-0025; empty if not known.")
    )
    slug = models.SlugField(
        _("address"), max_length=80, unique=True, help_text=_("The last part of its address in both languages.")
    )
    summary_en = models.TextField(_("summary (English)"), blank=True, help_text=_("One or two sentences."))
    summary_sv = models.TextField(_("summary (Swedish)"), blank=True, help_text=_("One or two sentences."))
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="projects", verbose_name=_("programme"))
    type = models.CharField(_("type"), max_length=20, choices=ApplicationType.choices, blank=True)
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    # Lists go by it: both databases can use an index on it, which they cannot on dates that may be missing.
    ordered_on = models.GeneratedField(
        expression=Coalesce("starts_on", models.Value(datetime.date(1900, 1, 1))),
        output_field=models.DateField(),
        db_persist=True,
    )
    only_years = models.BooleanField(
        _("only the years are known"),
        default=False,
        help_text=_("Then write 1 January and 31 December; visitors see the years alone."),
    )
    countries = models.ManyToManyField(
        Country,
        related_name="projects",
        blank=True,
        verbose_name=_("partner countries"),
        limit_choices_to=~models.Q(region=""),
    )
    core_areas = models.ManyToManyField(CoreArea, related_name="projects", blank=True, verbose_name=_("core areas"))
    subjects = models.ManyToManyField(Subject, related_name="projects", blank=True, verbose_name=_("subjects"))
    goals = GoalsField(_("global goals"), blank=True, default=list)
    picture = models.ForeignKey(
        "core.SiteImage", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("picture")
    )
    featured = models.PositiveSmallIntegerField(
        _("place among the first"),
        null=True,
        blank=True,
        help_text=_("1, 2, 3 … to stand first on the programme's page; empty: by date."),
    )
    is_public = models.BooleanField(
        _("public"), default=True, help_text=_("Untick to take the project from the site without deleting it.")
    )

    # The slug that is stored, while another is being saved (projects.signals).
    slug_before: str | None = None

    objects = ProjectQuerySet.as_manager()

    search_fields = [
        index.SearchField("name_en", boost=3),
        index.SearchField("name_sv", boost=3),
        index.SearchField("reference_in_words", boost=3),
        index.SearchField("summary_en"),
        index.SearchField("summary_sv"),
        index.SearchField("partner_names"),
        index.SearchField("country_names"),
        index.AutocompleteField("name_en"),
        index.AutocompleteField("name_sv"),
        index.AutocompleteField("reference_in_words"),
        index.AutocompleteField("partner_names"),
        index.FilterField("id"),
        index.FilterField("is_public"),
        index.FilterField("reference"),
        index.FilterField("ordered_on"),
        index.FilterField("name_en"),
        index.FilterField("name_sv"),
        index.FilterField("type"),
    ]

    base_form_class = ProjectForm

    panels = [
        ProjectNumbersPanel(),
        StoriesPanel(heading=_("Stories")),
        MultiFieldPanel([NamePanel("name_en"), "summary_en"], heading=_("English")),
        MultiFieldPanel(["name_sv", "summary_sv"], heading=_("Swedish")),
        MultiFieldPanel(
            [FieldRowPanel(["reference", "type"]), FieldRowPanel(["programme", "slug"])], heading=_("What it is")
        ),
        InlinePanel("partners", heading=_("Partners"), label=_("Partner")),
        MultiFieldPanel([FieldRowPanel(["starts_on", "ends_on"]), "only_years"], heading=_("When")),
        InlinePanel("grants", heading=_("Grants"), label=_("Grant")),
        MultiFieldPanel(
            [
                FieldPanel("countries"),
                FieldPanel("core_areas"),
                FieldPanel("subjects"),
                FieldPanel("goals"),
            ],
            heading=_("What it is about"),
            help_text=CHOOSE_SEVERAL,
        ),
        InlinePanel("documents", heading=_("Documents"), label=_("Document")),
        "picture",
        FieldRowPanel(["featured", "is_public"]),
    ]

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["-ordered_on", "-id"], name="project_latest"),
            models.Index(fields=["featured", "-ordered_on", "-id"], name="project_featured"),
        ]
        constraints = [
            models.UniqueConstraint(
                "reference",
                name="project_reference_unique",
                condition=~models.Q(reference=""),
                violation_error_message=_("Another project has this reference."),
            ),
            models.CheckConstraint(
                name="project_ends_after_it_starts",
                condition=models.Q(starts_on__isnull=True)
                | models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                violation_error_message=_("The project ends before it starts."),
            ),
        ]

    def __str__(self) -> str:
        """With its reference, which tells two of one name apart for editors."""
        return f"{self.name} ({self.reference})" if self.reference else self.name

    def clean(self) -> None:
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The project ends before it starts.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Stories take their title and address from the register, so they follow a change of it."""
        super().save(*args, **kwargs)
        for story in self.stories.select_related("locale"):
            if story.follow_project(self):
                story.save()

    @classmethod
    def hidden_from_readers(cls) -> ProjectQuerySet:
        """Projects of which nobody is to learn, nor of what belongs to them alone (iclds.core.file_privacy)."""
        return cls.objects.filter(is_public=False)

    @property
    def shown_picture(self) -> Any:
        return shown_picture(self.picture)

    @property
    def summary(self) -> str:
        return in_language(self, "summary")

    @property
    def status(self) -> ProjectStatus:
        """By the dates and today's date, never stored."""
        return project_status(self.starts_on, self.ends_on, timezone.localdate())

    @property
    def is_completed(self) -> bool:
        return self.status == ProjectStatus.COMPLETED

    @property
    def date_precision(self) -> DatePrecision:
        return DatePrecision.YEAR if self.only_years else DatePrecision.DAY

    @property
    def start_shown(self) -> str:
        return known_date(self.starts_on, self.date_precision)

    @property
    def end_shown(self) -> str:
        return known_date(self.ends_on, self.date_precision)

    @property
    def goal_list(self) -> list[GlobalGoal]:
        return [GlobalGoal(number) for number in self.goals]

    def partners_as(self, role: PartnerRole) -> list[Organisation]:
        return [partner.organisation for partner in self.partners.all() if partner.role == role]

    @property
    def swedish_partners(self) -> list[Organisation]:
        return self.partners_as(PartnerRole.SWEDISH)

    @property
    def international_partners(self) -> list[Organisation]:
        return self.partners_as(PartnerRole.INTERNATIONAL)

    @property
    def third_parties(self) -> list[Organisation]:
        return self.partners_as(PartnerRole.THIRD)


class ProjectPartner(Orderable):
    """A local government's part in a project."""

    project = ParentalKey(Project, on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="partnerships", verbose_name=_("organisation")
    )
    role = models.CharField(_("role"), max_length=20, choices=PartnerRole.choices)

    objects = ProjectPartnerManager()

    panels = [FieldRowPanel(["organisation", "role"])]

    class Meta(Orderable.Meta):
        ordering = ["sort_order", "pk"]
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        constraints = [
            models.UniqueConstraint(
                fields=["project", "organisation"],
                name="project_partner_once",
                violation_error_message=_("This organisation is a partner already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation} ({self.get_role_display()})"


class ProjectGrant(Orderable):
    """A sum granted to a project, for one year or for all of it."""

    project = ParentalKey(Project, on_delete=models.CASCADE, related_name="grants")
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, help_text=_("Empty: for the whole period, or the year is not known.")
    )
    amount = models.PositiveIntegerField(_("amount in SEK"))
    is_approximate = models.BooleanField(_("about"), default=False, help_text=_("The sum is known roughly."))

    panels = [FieldRowPanel(["year", "amount", "is_approximate"])]

    class Meta(Orderable.Meta):
        ordering = ["sort_order", "pk"]
        verbose_name = _("grant")
        verbose_name_plural = _("grants")

    def __str__(self) -> str:
        return f"{self.amount} SEK"


class ProjectDocument(Orderable):
    """A document about a project, in one language or the other."""

    project = ParentalKey(Project, on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey("core.SiteDocument", models.PROTECT, related_name="+", verbose_name=_("document"))

    panels = ["document"]

    class Meta(Orderable.Meta):
        ordering = ["sort_order", "pk"]
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def __str__(self) -> str:
        return str(self.document)
