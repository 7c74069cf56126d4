"""What is done to many projects of the register at once."""

from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from iclds.registers.bulk_actions import SetSubjects
from projects.models import Project


class SetProjectSubjects(SetSubjects, SnippetBulkAction):
    models = [Project]

    def check_perm(self, project: Project) -> bool:
        return bool(self.request.user.has_perm("projects.change_project"))
