"""Addresses of pages known only by Wagtail's internal path, without fetching the pages."""

from urllib.parse import urlsplit

from wagtail.models import Site


def url_of(url_path: str) -> str:
    """Public address of a page: "/home-sv/nyheter/" is "/sv/nyheter/". Empty for what is below no home page."""
    for root in Site.get_site_root_paths():
        if url_path.startswith(root.root_path):
            return f"/{root.language_code}/{url_path[len(root.root_path) :]}"
    return ""


def url_path_of(address: str) -> str:
    """Wagtail's internal path of what stands at a public address, the inverse of `url_of`; empty elsewhere."""
    path = urlsplit(address).path
    for root in Site.get_site_root_paths():
        home = f"/{root.language_code}/"
        if path.startswith(home):
            return f"{root.root_path}{path[len(home) :]}"
    return ""
