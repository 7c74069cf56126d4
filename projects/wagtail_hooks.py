"""What projects add to the admin."""

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from projects.admin_views import write_story
from projects.bulk_actions import SetProjectSubjects
from projects.viewsets import ProjectViewSet

register_snippet(ProjectViewSet)
hooks.register("register_bulk_action", SetProjectSubjects)


@hooks.register("register_admin_urls")
def register_story_address() -> list[URLPattern]:
    return [path("projects/<int:project_id>/story/<str:language>/", write_story, name="write_story")]
