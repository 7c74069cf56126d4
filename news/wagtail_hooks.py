"""What news and publications add to the admin."""

from wagtail import hooks
from wagtail.admin.viewsets.pages import PageListingViewSet

from news.bulk_actions import SetPageSubjects
from news.viewsets import NewsViewSet, PublicationViewSet

hooks.register("register_bulk_action", SetPageSubjects)


@hooks.register("register_admin_viewset")
def register_lists() -> list[PageListingViewSet]:
    return [NewsViewSet(), PublicationViewSet()]
