"""Models by subject; importers need not know which file holds one."""

from projects.models.pages import ProjectIndexPage, ProjectPage
from projects.models.projects import Project, ProjectDocument, ProjectGrant, ProjectPartner

__all__ = ["Project", "ProjectDocument", "ProjectGrant", "ProjectIndexPage", "ProjectPage", "ProjectPartner"]
