"""What stands round every page: menu, breadcrumbs, the other language, canonical address."""

from dataclasses import dataclass, field
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse
from django.utils import translation
from wagtail.models import Page

from iclds.core.addresses import absolute_url
from iclds.core.languages import LANGUAGE_CODES, active_language, other_languages
from iclds.core.routing import Surroundings, look_around


@dataclass
class MenuItem:
    """One entry of the main menu with those below it."""

    title: str
    url: str
    is_current: bool = False
    is_ancestor: bool = False
    kind: str = ""
    children: list["MenuItem"] = field(default_factory=list)


@dataclass(frozen=True)
class Crumb:
    """One step of the breadcrumbs; `language` only where the title is not in the page's language."""

    title: str
    url: str
    language: str = ""


@dataclass(frozen=True)
class LanguageLink:
    """The way to the other language; `is_same_view` is False where it leads to the nearest translated page above."""

    code: str
    name: str
    url: str
    is_same_view: bool


@dataclass
class Frame:
    """All that templates/base.html shows round a page."""

    language: str
    home_url: str
    search_url: str
    menu: list[MenuItem]
    foot: list[MenuItem]
    breadcrumbs: list[Crumb]
    language_links: list[LanguageLink]
    title: str = ""
    description: str = ""
    canonical_url: str = ""
    alternates: list[tuple[str, str]] = field(default_factory=list)

    # Addresses of pages outside the menu that somebody had to look up for this answer.
    extra_addresses: dict[str, str] = field(default_factory=dict)

    @cached_property
    def _menu_addresses(self) -> dict[str, str]:
        return {item.kind: item.url for item in reversed(self.menu)}

    @property
    def addresses(self) -> dict[str, str]:
        """Addresses of the menu's pages by their type's name, such as `addresses.newsindexpage`."""
        return {**self._menu_addresses, **self.extra_addresses}

    @property
    def section(self) -> MenuItem | None:
        """The entry of the menu that the page stands in, with its neighbours."""
        return next((item for item in self.menu if item.is_current or item.is_ancestor), None)


def build_frame(request: HttpRequest, page: Page | None, *, missing: bool = False) -> Frame:
    """The frame round `page`, or round a view or an error page of the site where `page` is None.

    `missing` says that nothing stands at this address: then the other language is entered at its home page.
    """
    language = page.locale.language_code if page else active_language()
    around = _surroundings(request, page, language)
    remainder = "".join(f"{component}/" for component in _remainder(request, page))
    menu, foot = _menus(request, around)
    frame = Frame(
        language=language,
        home_url=f"/{language}/",
        search_url=_search_address(language),
        menu=menu,
        foot=foot,
        breadcrumbs=_breadcrumbs(request, around.chain),
        language_links=[
            _page_link(request, code, around, remainder) if page else _view_link(request, code, missing=missing)
            for code in other_languages(language)
        ],
    )
    if not missing:
        _add_addresses(frame, request, page, remainder)
    return frame


def _surroundings(request: HttpRequest, page: Page | None, language: str) -> Surroundings:
    around: Surroundings | None = getattr(request, "surroundings", None)
    if page is None:
        return look_around(request, [], language)
    if around and around.chain and around.chain[-1].pk == page.pk:
        return around
    # A preview: the address asked for is not the page's. A page never saved has no place in the tree yet.
    ancestors = list(page.get_ancestors().filter(depth__gt=1).select_related("locale")) if page.path else []
    around = look_around(request, [ancestor.slug for ancestor in ancestors[1:]], language)
    around.chain.append(page)
    return around


def _remainder(request: HttpRequest, page: Page | None) -> list[str]:
    return getattr(request, "page_remainder", []) if page else []


def _search_address(language: str) -> str:
    with translation.override(language):
        return reverse("search")


def _menus(request: HttpRequest, around: Surroundings) -> tuple[list[MenuItem], list[MenuItem]]:
    """The main menu, and the entries that stand at the foot of the page instead (BasePage.in_foot)."""
    current = around.chain[-1].path if around.chain else ""
    items: dict[str, MenuItem] = {}
    menu: list[MenuItem] = []
    foot: list[MenuItem] = []
    for page in sorted(around.menu, key=lambda page: page.path):
        page_class = page.specific_class
        item = MenuItem(
            title=page.title,
            url=page.get_url(request) or "",
            is_current=page.path == current,
            is_ancestor=current.startswith(page.path) and page.path != current,
            kind=page_class._meta.model_name if page_class else "",
        )
        items[page.path] = item
        parent = items.get(page.path[: -page.steplen])
        if parent:
            parent.children.append(item)
        elif page.depth == around.chain[0].depth + 1:
            (foot if getattr(page_class, "in_foot", False) else menu).append(item)
    return menu, foot


def _breadcrumbs(request: HttpRequest, chain: list[Page]) -> list[Crumb]:
    """The way down to the page. A page above that the viewer may not see is no step of it; a preview's own page is."""
    return [
        Crumb(page.title, page.get_url(request) or "", getattr(page, "foreign_language", ""))
        for page in chain
        if page is chain[-1] or (page.live and not page.is_closed)
    ]


def _page_link(request: HttpRequest, code: str, around: Surroundings, remainder: str) -> LanguageLink:
    """To the same page in language `code` with its filters, or to the nearest page above that has a translation."""
    name = dict(settings.LANGUAGES)[code]
    for page in reversed(around.chain):
        twin = around.twin(page, code)
        if twin and (url := twin.get_url(request)):
            if page is not around.chain[-1]:
                return LanguageLink(code, name, url, is_same_view=False)
            return LanguageLink(code, name, f"{url}{remainder}{_query(request)}", is_same_view=True)
    return LanguageLink(code, name, f"/{code}/", is_same_view=False)


def _view_link(request: HttpRequest, code: str, *, missing: bool) -> LanguageLink:
    """To the same view in language `code`, query included; to the home page from an address where nothing is."""
    name = dict(settings.LANGUAGES)[code]
    url = None if missing else _same_view(request, code)
    if url is None:
        return LanguageLink(code, name, f"/{code}/", is_same_view=False)
    return LanguageLink(code, name, url + _query(request), is_same_view=True)


def _query(request: HttpRequest) -> str:
    return f"?{query}" if (query := request.GET.urlencode()) else ""


def _same_view(request: HttpRequest, code: str) -> str | None:
    try:
        match = request.resolver_match or resolve(request.path_info)
    except Resolver404:
        return None
    with translation.override(code):
        return reverse(match.view_name, args=match.args, kwargs=match.kwargs)


def _add_addresses(frame: Frame, request: HttpRequest, page: Page | None, remainder: str) -> None:
    """Canonical address and hreflang: only of what is live, without filters but with the page number."""
    own = f"{page.get_url(request) or ''}{remainder}" if page else request.path
    number = request.GET.get("page", "")
    suffix = f"?page={number}" if number.isascii() and number.isdigit() and int(number) > 1 else ""
    frame.canonical_url = absolute_url(own + suffix)
    twins = {link.code: absolute_url(link.url.partition("?")[0]) for link in frame.language_links if link.is_same_view}
    if twins and not suffix:
        addresses = {frame.language: frame.canonical_url, **twins}
        frame.alternates = [(code, addresses[code]) for code in LANGUAGE_CODES if code in addresses]
