"""Models by subject; importers need not know which file holds one."""

from iclds.home.models.accessibility import AccessibilityPage, AccessibilityReport, Conformance
from iclds.home.models.home import HomePage
from iclds.home.models.links import BrokenLink
from iclds.home.models.standard import StandardPage

__all__ = ["AccessibilityPage", "AccessibilityReport", "BrokenLink", "Conformance", "HomePage", "StandardPage"]
