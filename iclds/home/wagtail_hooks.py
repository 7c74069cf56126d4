"""What the top floor adds to the admin."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Page

from iclds.home.follow import Question, still_in_its_old_place, still_published, still_there
from iclds.home.machinery import MachineryPanel
from iclds.home.style_page import style_page
from iclds.home.to_do_views import PicturesView, ToDoPagesView, ToDoPanel
from iclds.home.translation import TranslatePageView
from iclds.home.viewsets import AccessibilityReportViewSet, BrokenLinkViewSet


# Before simple_translation's own address, which this one takes over.
@hooks.register("register_admin_urls", order=-10)
def register_translation_address() -> list[URLPattern]:
    return [path("translation/submit/page/<int:page_id>/", TranslatePageView.as_view(), name="translate_page")]


@hooks.register("before_bulk_action")
def take_only_what_was_ticked(
    request: HttpRequest, action_type: str, objects: list[Any], action: BulkAction
) -> HttpResponse | None:
    """Wagtail takes “all” for everything there is, also what the list's filters leave out."""
    if "all" not in request.GET.getlist("id"):
        return None
    messages.warning(request, gettext("Tick the rows themselves: “all” would take what the filters leave out as well."))
    return redirect(action.next_url)


@hooks.register("after_unpublish_page")
def ask_to_unpublish_the_other_language(request: HttpRequest, page: Page) -> None:
    _ask(request, still_published(page, request.user))  # type: ignore[arg-type]


@hooks.register("after_delete_page")
def ask_to_delete_the_other_language(request: HttpRequest, page: Page) -> None:
    _ask(request, still_there(page, request.user))  # type: ignore[arg-type]


@hooks.register("after_move_page")
def ask_to_move_the_other_language(request: HttpRequest, page: Page) -> None:
    _ask(request, still_in_its_old_place(page, request.user))  # type: ignore[arg-type]


@hooks.register("after_bulk_action")
def ask_for_the_other_language_of_many(
    request: HttpRequest, action_type: str, objects: list[Any], action: BulkAction
) -> None:
    questions = {"unpublish": still_published, "delete": still_there, "move": still_in_its_old_place}
    if action_type in questions and isinstance(action, PageBulkAction):
        for page in objects:
            _ask(request, questions[action_type](page, request.user))  # type: ignore[arg-type]


def _ask(request: HttpRequest, questions: list[Question]) -> None:
    for question in questions:
        messages.warning(request, question.text, buttons=[messages.button(question.url, question.label)])


@hooks.register("construct_homepage_panels")
def put_what_is_to_do_first(request: HttpRequest, panels: list[Component]) -> None:
    panels += [MachineryPanel(request.user), ToDoPanel(request)]  # type: ignore[arg-type]


@hooks.register("register_admin_urls")
def register_lists_of_what_is_to_do() -> list[URLPattern]:
    pictures, pages = "to-do/pictures/", "to-do/<slug:slug>/"
    return [
        path(pictures, PicturesView.as_view(), name="pictures_without_description"),
        path(
            f"{pictures}results/", PicturesView.as_view(results_only=True), name="pictures_without_description_results"
        ),
        path(pages, ToDoPagesView.as_view(), name="to_do"),
        path(f"{pages}results/", ToDoPagesView.as_view(results_only=True), name="to_do_results"),
    ]


@hooks.register("register_admin_viewset")
def register_reports() -> list[ModelViewSet]:
    return [AccessibilityReportViewSet(), BrokenLinkViewSet()]


@hooks.register("register_admin_urls")
def register_style_page() -> list[URLPattern]:
    return [path("style/", style_page, name="style_page")]


@hooks.register("register_help_menu_item")
def register_style_page_in_the_menu() -> MenuItem:
    return MenuItem(_("How the site looks"), reverse("style_page"), name="style-page", icon_name="view", order=1050)
