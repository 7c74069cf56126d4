"""Where a project stands on the site."""

from typing import Any

from django import template

from iclds.core.page_privacy import visible_pages
from projects.models import Project, ProjectIndexPage

register = template.Library()


@register.simple_tag(takes_context=True)
def project_url(context: dict[str, Any], project: Project) -> str:
    """Address of a project in the page's language; the frame knows the list, so nothing is asked.

    Only where an editor has taken the list from the menu it has to be looked up, once a page. Where it is not to be
    seen in this language the project stands on the list of the other one, and without any list it has no address: then
    the home page.
    """
    frame = context["frame"]
    address = frame.addresses.get("projectindexpage")
    if address is None:
        lists = {
            index.locale.language_code: index
            for index in visible_pages(ProjectIndexPage.objects.select_related("locale"))
        }
        index = lists.get(frame.language) or next(iter(lists.values()), None)
        address = (index.get_url() if index else "") or ""
        frame.extra_addresses["projectindexpage"] = address
    return f"{address}{project.slug}/" if address else str(frame.home_url)
