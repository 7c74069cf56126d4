"""Views of the admin for projects."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.models import Locale

from projects.models import Project
from projects.stories import NoProjectList, begin_story


@require_http_methods(["GET", "POST"])
def write_story(request: HttpRequest, project_id: int, language: str) -> HttpResponse:
    """Open the project's story in a language for writing; a missing one is made first (POST)."""
    project = get_object_or_404(Project, pk=project_id)
    locale = get_object_or_404(Locale, language_code=language)
    story = project.stories.filter(locale=locale).first()
    if story is None and request.method == "GET":
        return render(request, "projects/admin/write_story.html", {"project": project, "locale": locale})
    try:
        story = begin_story(project, locale, request.user)  # type: ignore[arg-type]
    except NoProjectList:
        messages.error(request, _("There is no project list in this language yet. Make it under the home page first."))
        return redirect(reverse("wagtailsnippets_projects_project:edit", args=[project.pk]))
    return redirect(reverse("wagtailadmin_pages:edit", args=[story.pk]))
