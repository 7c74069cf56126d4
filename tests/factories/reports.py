"""What visitors report."""

from factory.django import DjangoModelFactory

from iclds.home.models import AccessibilityReport


class AccessibilityReportFactory(DjangoModelFactory):
    language = "en"
    text = "The menu does not open."

    class Meta:
        model = AccessibilityReport
