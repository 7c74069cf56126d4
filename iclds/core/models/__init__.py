"""Models by subject; importers need not know which file holds one."""

from iclds.core.models.contacts import Contact
from iclds.core.models.media import SiteDocument, SiteImage, SiteRendition
from iclds.core.models.pages import BasePage
from iclds.core.models.settings import SiteSettings
from iclds.core.models.shared import DocumentList, DocumentListEntry, SharedCallout

__all__ = [
    "BasePage",
    "Contact",
    "DocumentList",
    "DocumentListEntry",
    "SharedCallout",
    "SiteDocument",
    "SiteImage",
    "SiteRendition",
    "SiteSettings",
]
