"""Where a project stands on the site."""

from typing import Any

from django import template

from projects.models import Project, ProjectIndexPage

register = template.Library()


@register.simple_tag(takes_context=True)
def project_url(context: dict[str, Any], project: Project) -> str:
    """Address of a project in the page's language; the frame knows the list, so nothing is asked.

    Only where an editor has taken the list from the menu it has to be looked up, once a page.
    """
    frame = context["frame"]
    address = frame.addresses.get("projectindexpage")
    if address is None:
        index = ProjectIndexPage.objects.live().filter(locale__language_code=frame.language).first()
        address = index.get_url() if index else frame.home_url
        frame.extra_addresses["projectindexpage"] = address
    return f"{address}{project.slug}/"
