"""From an address to its page, with all the pages that stand round it, in one query at any depth.

Wagtail finds a page by walking down the tree, two queries a step, and asks again for the menu, the breadcrumbs, the
translations and the privacy of the page. Here one query answers all of it
(docs/decisions/0003-one-query-round-the-page.md). What a page answers is still decided by Page.route, and everything
after it is Wagtail's own.
"""

from dataclasses import dataclass, field

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, QuerySet
from django.http import Http404, HttpRequest
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction, Site
from wagtail.query import PageQuerySet
from wagtail.url_routing import RouteResult

from iclds.core.languages import active_language
from iclds.core.page_privacy import any_above, hidden_by_type, not_passed_by
from iclds.core.viewers import current_viewer

MENU_LEVELS = 2


@dataclass
class Surroundings:
    """The pages round an address.

    `chain`: from home down to the page, as far as the address names pages; `menu`: pages of the main menu in tree
    order; `twins`: pages in other languages, by translation key and language code. Of menu and twins only what the
    viewer may see. Every page has `is_restricted` (by itself or a page above), `is_closed` (so, and the viewer has not
    passed it) and `is_hidden` (by its type).
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


def _annotated(pages: PageQuerySet) -> list[Page]:
    """The pages with what is to be known of their privacy, in tree order; 1 query, 2 for who has a session."""
    viewer = current_viewer()
    found = list(
        pages.annotate(
            is_restricted=any_above(PageViewRestriction.objects.all()),
            is_closed=any_above(not_passed_by(viewer)),
            is_hidden=hidden_by_type(),
            has_private_collections=Exists(CollectionViewRestriction.objects.all()),
        )
        .select_related("locale", "content_type")
        .order_by("path")
    )
    viewer.knows_no_private_collection = bool(found) and not found[0].has_private_collections
    return found


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
    found = _annotated(Page.objects.filter(pk__in=_pages_round(home, url_paths, components, language, depth)))
    around = Surroundings()
    for page in found:
        in_menu = page.live and not page.is_closed
        if page.url_path in url_paths:
            around.chain.append(page)
            in_menu = in_menu and page.show_in_menus and page.depth > depth
        if in_menu and page.locale.language_code == language:
            around.menu.append(page)
    around.chain.sort(key=lambda page: page.depth)
    keys = {page.translation_key for page in around.chain}
    for page in found:
        if page.live and page.translation_key in keys and not (page.is_closed or page.is_hidden):
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
    if not chain or chain[-1].is_hidden:
        return None
    if closed := next((page for page in chain if page.is_closed and page.live), None):
        # Asks for the password or the login, at every address below it: what exists there is nobody else's business.
        return RouteResult(_specific(closed, known_public=False))
    remainder = components[len(chain) - 1 :]
    found = chain[-1]
    # What an alias repeats may be private at any depth, which its own question finds out (get_view_restrictions).
    has_alias = any(ancestor.alias_of_id for ancestor in chain)
    page = _specific(found, known_public=not (found.is_restricted or has_alias))
    page.is_restricted, page.is_closed = found.is_restricted, found.is_closed
    chain[-1] = page
    request.surroundings = around  # type: ignore[attr-defined]
    request.page_remainder = remainder  # type: ignore[attr-defined]
    try:
        return page.route(request, remainder)
    except Http404:
        return None
