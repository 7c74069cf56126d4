"""Search over the whole site: pages and the register of projects, as one list."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.apps import apps
from django.utils.safestring import SafeString
from wagtail.models import Locale, Page
from wagtail.query import PageQuerySet

from iclds.core.languages import in_language
from iclds.core.models import BasePage
from iclds.core.page_privacy import below_closed, visible_pages
from iclds.core.page_urls import url_of
from iclds.core.viewers import current_viewer
from iclds.search.engine import MOST_RESULTS, Query, highlight, search
from projects.models import Project, ProjectIndexPage, ProjectPage


@dataclass(frozen=True)
class Result:
    """One line of the result list; `language` only where it is not the reader's."""

    title: str
    url: str
    kind: str
    excerpt: SafeString
    language: str = ""


class Results(Sequence[Result]):
    """All matches in order; only those of the page that is shown are made ready. `are_cut` where more match.

    `index_path` is Wagtail's internal path of the list that projects stand in.
    """

    def __init__(
        self,
        matches: list[Page | Project],
        query: Query,
        language: str,
        *,
        index_path: str = "",
        are_cut: bool = False,
    ) -> None:
        self.matches = matches
        self.query = query
        self.language = language
        self.index_path = index_path
        self.are_cut = are_cut

    def __len__(self) -> int:
        return len(self.matches)

    def __getitem__(self, position):  # type: ignore[no-untyped-def]
        if isinstance(position, slice):
            return list(self._ready(self.matches[position]))
        return next(self._ready([self.matches[position]]))

    def _ready(self, matches: list[Page | Project]) -> Iterator[Result]:
        leads = leads_of(match.pk for match in matches if isinstance(match, Page))
        for match in matches:
            if isinstance(match, Project):
                yield self._project(match)
            else:
                yield self._page(match, leads.get(match.pk, ""))

    def _project(self, project: Project) -> Result:
        return Result(
            title=in_language(project, "name", self.language),
            url=url_of(f"{self.index_path}{project.slug}/"),
            kind=str(Project._meta.verbose_name),
            excerpt=highlight(in_language(project, "summary", self.language), self.query),
        )

    def _page(self, page: Page, lead: str) -> Result:
        code = page.locale.language_code
        page_class = page.specific_class
        return Result(
            title=page.title,
            url=url_of(page.url_path),
            kind=str(page_class._meta.verbose_name) if page_class else "",
            excerpt=highlight(page.search_description or lead, self.query),
            language="" if code == self.language else code,
        )


def search_site(query: Query, language: str) -> Results:
    """Projects, then pages, then pages that exist only in another language; the best match of each first."""
    if query.is_empty:
        return Results([], query, language)
    projects = search(Project.objects.public(), query)
    index_path = _project_index_path(language) if projects else ""
    readable = _readable_pages()
    by_language = {code: search(readable.filter(locale=locale), query) for code, locale in _locales().items()}
    are_cut = any(len(found) == MOST_RESULTS for found in [projects, *by_language.values()])
    pages = by_language.pop(language, [])
    others = [page for found in by_language.values() for page in found]
    translated = set(
        visible_pages(Page.objects.filter(locale__language_code=language))
        .filter(translation_key__in=[page.translation_key for page in others])
        .values_list("translation_key", flat=True)
    )
    only_there = [page for page in others if page.translation_key not in translated]
    # Where nobody may see a list of projects, they have no address.
    matches = [*(projects if index_path else []), *pages, *only_there]
    return Results(matches, query, language, index_path=index_path, are_cut=are_cut)


def _locales() -> dict[str, Locale]:
    return {locale.language_code: locale for locale in Locale.objects.all()}


def _readable_pages() -> PageQuerySet:
    """Pages that whoever asks may see; stories are left to their projects."""
    pages = Page.objects.live().not_type(ProjectPage).exclude(below_closed(current_viewer()))
    return pages.select_related("locale", "content_type")


def leads_of(page_ids: Iterable[int]) -> dict[int, str]:
    """The leads of pages of any type, in one query."""
    ids = list(page_ids)
    if not ids:
        return {}
    parts = [
        model._default_manager.filter(pk__in=ids).order_by().values_list("pk", "lead")
        for model in apps.get_models()
        if issubclass(model, BasePage)
    ]
    return dict(parts[0].union(*parts[1:], all=True))


def _project_index_path(language: str) -> str:
    """Internal path of the list of projects in this language, or of another that may be seen; empty without any."""
    lists = {
        index.locale.language_code: index.url_path
        for index in visible_pages(ProjectIndexPage.objects.select_related("locale"))
    }
    return lists.get(language) or next(iter(lists.values()), "")
