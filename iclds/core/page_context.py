"""Everything a template is given, put together in one place and in few queries."""

from collections.abc import Iterable
from typing import Any

from wagtail.blocks import StreamValue
from wagtail.images.models import AbstractImage

from iclds.core.file_privacy import shown_picture
from iclds.core.navigation import Frame
from iclds.core.pictures import pictures_among, pictures_in_streams, prefetch_renditions, share_picture
from iclds.core.rich_text import preload_links


def page_context(
    frame: Frame,
    content: dict[str, Any],
    *,
    site_settings: Any,
    streams: Iterable[StreamValue] = (),
    picture: AbstractImage | None = None,
) -> dict[str, Any]:
    """`content` with the frame, the site's settings, and the renditions and links that it needs, fetched together.

    `site_settings` is core.SiteSettings; `picture` stands on the page and goes with it when it is shared.
    """
    streams = list(streams)
    # Here, so that no template is the first to ask what is closed to the reader.
    picture = shown_picture(picture)
    shared = picture or shown_picture(site_settings.share_image)
    prefetch_renditions(pictures_among([shared, *content.values(), *pictures_in_streams(streams)]))
    preload_links(streams)
    return {
        **content,
        "frame": frame,
        "site_settings": site_settings,
        "picture": picture,
        "share_picture": share_picture(shared),
    }
