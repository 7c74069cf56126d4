"""From an address to its page, with all the pages that stand round it, in one query at any depth.

Wagtail finds a page by walking down the tree, two queries a step, and asks again for the menu, the breadcrumbs, the
translations and the privacy of the page. Here one query answers all of it
(docs/decisions/0003-one-query-round-the-page.md). What a page answers is still decided by Page.route, and everything
after it is Wagtail's own.
"""

from dataclasses import dataclass, field

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.url_routing import RouteResult

from iclds.core.languages import active_language

MENU_LEVELS = 2


@dataclass
class Surroundings:
    """The pages round an address.

    `chain`: from home down to the page, as far as the address names pages; `menu`: live pages of the main menu in
    tree order; `twins`: live pages in other languages, by translation key and language code.
    """

    chain: list[Page] = field(default_factory=list)
    menu: list[Page] = field(default_factory=list)
    twins: dict[str, dict[str, Page]] = field(default_factory=dict)

    def twin(self, page: Page, language: str) -> Page | None:
        return self.twins.get(str(page.translation_key), {}).get(language)


def home_url_path(request: HttpRequest, language: str) -> str | None:
    """Wagtail's internal path of the home page in `language` ("/home/"); None while the site has no pages.

    An installation is one site, so the host decides nothing (ALLOWED_HOSTS has refused strangers). Wagtail keeps the
    root paths in the cache; the site on the request is filled from there and asks the database only if somebody
    wants more of it than its id.
    """
    for root in Site.get_site_root_paths():
        if root.language_code == language:
            if not hasattr(request, "_wagtail_site"):
                request._wagtail_site = Site.from_db(None, ["id"], [root.site_id])  # type: ignore[attr-defined]
            return root.root_path
    return None


def _menu_types() -> list[int]:
    """Content types of the pages that may stand in a menu; those that exist by the thousand may not."""
    models = [model for model in apps.get_models() if getattr(model, "may_be_in_menu", False)]
    return [content_type.pk for content_type in ContentType.objects.get_for_models(*models).values()]


def _pages_round(home: str, url_paths: list[str], components: list[str], language: str, depth: int) -> QuerySet[Page]:
    """Ids of the chain, the menu and the chain's translations.

    A union, so that the database can use an index for each: slugs for the chain (url_path has none), content types
    for the menu, translation keys for the twins. Joined by OR they would read the whole table.
    """
    slugs = {home.strip("/").rsplit("/", 1)[-1], *components}
    chain = Page.objects.filter(slug__in=slugs, url_path__in=url_paths).order_by()
    menu = Page.objects.filter(
        content_type__in=_menu_types(),
        live=True,
        show_in_menus=True,
        locale__language_code=language,
        depth__range=(depth + 1, depth + MENU_LEVELS),
        url_path__startswith=home,
    ).order_by()
    twins = Page.objects.filter(live=True, translation_key__in=chain.values("translation_key")).order_by()
    return chain.values("pk").union(menu.values("pk"), twins.values("pk"))


def look_around(request: HttpRequest, components: list[str], language: str | None = None) -> Surroundings:
    """The pages round the address made of `components` below the language prefix."""
    language = language or active_language()
    home = home_url_path(request, language)
    if home is None:
        return Surroundings()
    url_paths = [home]
    for component in components:
        url_paths.append(f"{url_paths[-1]}{component}/")
    depth = len(home.strip("/").split("/")) + 1
    found = list(
        Page.objects.filter(pk__in=_pages_round(home, url_paths, components, language, depth))
        .annotate(is_restricted=Exists(PageViewRestriction.objects.filter(page=OuterRef("pk"))))
        .select_related("locale", "content_type")
        .order_by("path")
    )
    around = Surroundings()
    for page in found:
        if page.url_path in url_paths:
            around.chain.append(page)
        elif page.locale.language_code == language:
            around.menu.append(page)
        if page.url_path in url_paths and page.show_in_menus and page.live and page.depth > depth:
            around.menu.append(page)
    around.chain.sort(key=lambda page: page.depth)
    keys = {page.translation_key for page in around.chain}
    for page in found:
        if page.live and page.translation_key in keys:
            around.twins.setdefault(str(page.translation_key), {})[page.locale.language_code] = page
    return around


def _specific(page: Page, *, known_public: bool) -> Page:
    """The page as its own type, with the relations that every view of it needs, in one query."""
    page_class = page.specific_class
    if page_class is None:
        raise Http404("The page's type is no longer part of the site.")
    related = ("locale", *getattr(page_class, "shown_with", ()))
    specific = page_class._default_manager.select_related(*related).get(pk=page.pk)
    specific.is_known_public = known_public
    return specific


def route(request: HttpRequest, path: str) -> RouteResult | None:
    """The page that answers `path` (without its language prefix), or None. Draft and expired pages do not answer.

    Leaves on the request: `surroundings`, and `page_remainder`, the address components that the last page handles
    itself (RoutablePageMixin).
    """
    components = [component for component in path.split("/") if component]
    around = look_around(request, components)
    chain = around.chain
    # A page above that is not published serves nothing, so what stands below it speaks for itself.
    while len(chain) > 1 and chain[-2].live and getattr(chain[-1].specific_class, "served_by_parent", False):
        chain.pop()
    if not chain:
        return None
    remainder = components[len(chain) - 1 :]
    page = _specific(chain[-1], known_public=not any(ancestor.is_restricted for ancestor in chain))
    chain[-1] = page
    request.surroundings = around  # type: ignore[attr-defined]
    request.page_remainder = remainder  # type: ignore[attr-defined]
    try:
        return page.route(request, remainder)
    except Http404:
        return None
