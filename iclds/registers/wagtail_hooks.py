from wagtail.snippets.models import register_snippet

from iclds.registers.viewsets import RegistersGroup

register_snippet(RegistersGroup)
