"""What visitors report, and what the link checker finds."""

import factory
from factory.django import DjangoModelFactory
from wagtail.models import Page

from iclds.home.models import AccessibilityReport, BrokenLink
from iclds.home.models.links import Fault


class AccessibilityReportFactory(DjangoModelFactory):
    language = "en"
    text = "The menu does not open."

    class Meta:
        model = AccessibilityReport


class BrokenLinkFactory(DjangoModelFactory):
    """On the home page, unless told."""

    page = factory.LazyFunction(lambda: Page.objects.filter(depth=2).first())
    address = "https://gone.example/report"
    fault = Fault.NOT_THERE
    status = 404

    class Meta:
        model = BrokenLink
