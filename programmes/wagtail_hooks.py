from wagtail.snippets.models import register_snippet

from programmes.viewsets import ProgrammeViewSet

register_snippet(ProgrammeViewSet)
