"""The sitemap: every page that whoever asks may see and every public project, with its other language."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from iclds.core.addresses import absolute_url
from iclds.core.page_privacy import visible_pages
from iclds.core.page_urls import url_of
from projects.models import Project, ProjectIndexPage, ProjectPage


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """sitemap.xml with hreflang (sitemaps.org 0.9 and Google's xhtml:link extension)."""
    groups: dict[str, list[tuple[str, str]]] = {}
    roots = [root.root_path for root in Site.get_site_root_paths()]
    pages = visible_pages(Page.objects.not_type(ProjectPage)).select_related("locale").order_by("path")
    for page in pages:
        if any(page.url_path.startswith(root) for root in roots):
            entry = (page.locale.language_code, absolute_url(url_of(page.url_path)))
            groups.setdefault(str(page.translation_key), []).append(entry)
    indexes = visible_pages(ProjectIndexPage.objects.select_related("locale"))
    paths = [(index.locale.language_code, index.url_path) for index in indexes]
    for slug in Project.objects.public().order_by("pk").values_list("slug", flat=True):
        groups[f"project-{slug}"] = [(code, absolute_url(url_of(f"{path}{slug}/"))) for code, path in paths]
    return render(request, "sitemap.xml", {"groups": groups.values()}, content_type="application/xml")
