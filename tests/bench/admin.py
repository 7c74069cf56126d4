"""The screens that editors open every day, as addresses to measure, and an editor to open them."""

from django.test import Client
from django.urls import reverse

from iclds.core.models import SiteDocument
from iclds.home.reviews import make_reviews
from iclds.home.roles import PROGRAMME_MANAGER, make_roles
from iclds.registers.models import Country
from iclds.users.models import User
from news.models import KnowledgeCentrePage, NewsIndexPage, NewsPage, PublicationPage
from programmes.models import CountryPage
from projects.models import Project, ProjectPage


def editors_browser() -> Client:
    """A programme manager, who sees most and may do most without being an administrator."""
    user, _made = User.objects.get_or_create(username="bench")
    user.groups.add(make_roles()[PROGRAMME_MANAGER.name])
    make_reviews()
    client = Client()
    client.force_login(user)
    return client


def admin_screens() -> dict[str, str]:
    project = Project.objects.get(slug="bench-project-1")
    item = NewsPage.objects.get(slug="bench-news-1")
    report = PublicationPage.objects.get(slug="bench-publication-1")
    document = SiteDocument.objects.get(title="Bench document 1")
    news, knowledge = (model.objects.get(locale__language_code="en") for model in (NewsIndexPage, KnowledgeCentrePage))
    projects, choose_project = "wagtailsnippets_projects_project", "wagtailsnippetchoosers_projects_project:choose"
    organisations = "wagtailsnippets_registers_organisation:list"
    return {
        "First screen": reverse("wagtailadmin_home"),
        "To do: no translation": reverse("to_do", args=["untranslated"]),
        "To do: behind": reverse("to_do", args=["behind"]),
        "To do: your drafts": reverse("to_do", args=["drafts"]),
        "Projects": reverse(f"{projects}:list"),
        "Projects, last page": reverse(f"{projects}:list") + "?p=100000",
        "Projects, searched": reverse(f"{projects}:list") + "?q=Bench",
        "Projects, one searched": reverse(f"{projects}:list") + "?q=Biha",
        "Projects, filtered": reverse(f"{projects}:list") + "?status=completed&lacking=core-area",
        "Project": reverse(f"{projects}:edit", args=[project.pk]),
        "Project, add": reverse(f"{projects}:add"),
        "News": reverse("news_pages:index"),
        "News, searched": reverse("news_pages:index") + "?q=Bench",
        "News item": reverse("wagtailadmin_pages:edit", args=[item.pk]),
        "News, explorer": reverse("wagtailadmin_explore", args=[news.pk]),
        "Publications": reverse("publication_pages:index"),
        "Publication": reverse("wagtailadmin_pages:edit", args=[report.pk]),
        "Knowledge Centre": reverse("wagtailadmin_explore", args=[knowledge.pk]),
        "Countries": reverse("wagtailsnippets_registers_country:list"),
        "Country": reverse("wagtailsnippets_registers_country:edit", args=[Country.objects.get(code="KE").pk]),
        "Country page": reverse("wagtailadmin_pages:edit", args=[CountryPage.objects.filter(country__code="KE")[0].pk]),
        "Story": reverse("wagtailadmin_pages:edit", args=[ProjectPage.objects.all()[0].pk]),
        "Organisations": reverse(organisations),
        "Documents": reverse("wagtaildocs:index"),
        "Documents, searched": reverse("wagtaildocs:index") + "?q=Bench",
        "Document": reverse("wagtaildocs:edit", args=[document.pk]),
        "Images": reverse("wagtailimages:index"),
        "Choose a project": reverse(choose_project),
        "Choose several projects": reverse(choose_project) + "?multiple=1",
        "Choose a project, searched": reverse(f"{choose_project}_results") + "?q=Bench",
        "Choose a document": reverse("wagtaildocs_chooser:choose"),
        "Choose a document, searched": reverse("wagtaildocs_chooser:choose_results") + "?q=Bench",
        "Choose a page": reverse("wagtailadmin_choose_page_child", args=[news.pk]),
        "Choose a page, searched": reverse("wagtailadmin_choose_page_search") + "?q=Bench",
        "Broken links": reverse("broken_links:index"),
        "Search of pages": reverse("wagtailadmin_pages:search") + "?q=Bench",
    }
