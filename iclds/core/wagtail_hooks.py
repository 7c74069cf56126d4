"""What the ground floor adds to Wagtail: links that know the reader's language, and the contacts' list."""

from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet

from iclds.core.rich_text import LastingDocumentLinkHandler, LivePageLinkHandler
from iclds.core.viewsets import ContactViewSet


# After Wagtail's own registration, which this one replaces.
@hooks.register("register_rich_text_features", order=10)
def register_live_links(features: FeatureRegistry) -> None:
    features.register_link_type(LivePageLinkHandler)
    features.register_link_type(LastingDocumentLinkHandler)


register_snippet(ContactViewSet)
