"""Fixed lists that every room speaks of. Their values stand in addresses and exports, so they stay."""

from django.db import models
from django.utils.translation import gettext_lazy as _

SWEDEN = "SE"


class Region(models.TextChoices):
    """Parts of the world, as ICLD groups its partner countries."""

    EUROPE = "europe", _("Europe")
    EAST_AFRICA = "east-africa", _("East Africa")
    SOUTHERN_AFRICA = "southern-africa", _("Southern Africa")
    ASIA = "asia", _("Asia")
    LATIN_AMERICA = "latin-america", _("Latin America")


class OrganisationKind(models.TextChoices):
    MUNICIPALITY = "municipality", _("Municipality")
    REGION = "region", _("Region")
    COUNTY_COUNCIL = "county-council", _("County council (before the regions)")
    ASSOCIATION = "association", _("Association of local authorities")
    OTHER = "other-local-government", _("Other local government")


class ApplicationType(models.TextChoices):
    """What can be applied for: ICLD's guidelines for the programme, adopted 2020-02-26."""

    INCEPTION = "inception", _("Inception")
    PROJECT = "project", _("Project")
    STEERING_GROUP = "steering-group", _("Steering group")
    DEVELOPMENT = "development", _("Development/expansion")
    DISSEMINATION = "dissemination", _("Dissemination")
    THREE_PARTY = "three-party", _("Three-party partnership")
    PARTNERSHIP = "partnership", _("Long-standing partnership")


class PartnerRole(models.TextChoices):
    SWEDISH = "swedish", _("Swedish partner")
    INTERNATIONAL = "international", _("International partner")
    THIRD = "third", _("Third party")


class GlobalGoal(models.IntegerChoices):
    """The Sustainable Development Goals: UN General Assembly resolution A/RES/70/1 (2030 Agenda)."""

    NO_POVERTY = 1, _("No poverty")
    ZERO_HUNGER = 2, _("Zero hunger")
    HEALTH = 3, _("Good health and well-being")
    EDUCATION = 4, _("Quality education")
    GENDER_EQUALITY = 5, _("Gender equality")
    WATER = 6, _("Clean water and sanitation")
    ENERGY = 7, _("Affordable and clean energy")
    WORK = 8, _("Decent work and economic growth")
    INNOVATION = 9, _("Industry, innovation and infrastructure")
    REDUCED_INEQUALITIES = 10, _("Reduced inequalities")
    CITIES = 11, _("Sustainable cities and communities")
    CONSUMPTION = 12, _("Responsible consumption and production")
    CLIMATE = 13, _("Climate action")
    LIFE_BELOW_WATER = 14, _("Life below water")
    LIFE_ON_LAND = 15, _("Life on land")
    PEACE = 16, _("Peace, justice and strong institutions")
    PARTNERSHIPS = 17, _("Partnerships for the goals")
