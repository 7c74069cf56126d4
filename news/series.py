"""Kinds of publications, as the Knowledge Centre files them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Series(models.TextChoices):
    RESEARCH_REPORT = "research-report", _("Research Report")
    POLICY_BRIEF = "policy-brief", _("Policy Brief")
    WORKING_PAPER = "working-paper", _("Working Paper")
    PROCEEDINGS = "proceedings", _("Proceedings")
    HANDBOOK = "handbook", _("Handbook or toolbox")
    COUNTRY_BRIEF = "country-brief", _("Country Brief")
    QUALITY_ASSESSMENT = "quality-assessment", _("Internal Quality Assessment")
    ANNUAL_REPORT = "annual-report", _("Annual report")
    BOOKLET = "booklet", _("Partnership booklet")
    INFORMATION_SHEET = "information-sheet", _("Information sheet")
    GUIDELINES = "guidelines", _("Guidelines")
    EVALUATION = "evaluation", _("Evaluation")
    THESIS = "thesis", _("Thesis")
    GUIDE = "guide", _("Guide")
    CHAPTER = "chapter", _("Book chapter")
    OTHER = "other", _("Other publication")
