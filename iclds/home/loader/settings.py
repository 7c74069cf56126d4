"""Loads what stands at the foot of every page."""

from iclds.core.models import SiteSettings
from iclds.home.loader.entries import Entry, read_map
from iclds.home.loader.pictures import Pictures


def load_settings(pictures: Pictures) -> None:
    """Fill in the site's settings where nobody has written any yet."""
    settings = SiteSettings.load()
    if settings.about_en or settings.about_sv:
        return
    entry: Entry = read_map("settings.yaml")["foot"]
    about = entry.in_both("about")
    settings.about_en, settings.about_sv = about["en"], about["sv"]
    settings.email = entry.text("email")
    settings.share_image = pictures.share_picture()
    settings.save()
