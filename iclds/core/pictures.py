"""Which sizes of a picture the pages use, and their renditions fetched in one query a page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from wagtail.blocks import StreamValue
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage, SourceImageIOError

from iclds.core.addresses import absolute_url
from iclds.core.pagination import Listing


@dataclass(frozen=True)
class PictureUse:
    """A place where pictures stand: the renditions offered there and the width the browser may reckon with.

    All are Wagtail filter specs. `avif` has the sizes, narrowest first; `webp` and `jpeg` are for browsers without it.
    """

    avif: tuple[str, ...]
    webp: str
    jpeg: str
    sizes: str

    @property
    def specs(self) -> tuple[str, ...]:
        return (*self.avif, self.webp, self.jpeg)


USES = {
    "card": PictureUse(
        avif=("fill-400x225|format-avif", "fill-640x360|format-avif"),
        webp="fill-400x225|format-webp",
        jpeg="fill-400x225|format-jpeg",
        sizes="(min-width: 60rem) 24rem, (min-width: 40rem) 50vw, 100vw",
    ),
    "hero": PictureUse(
        avif=("fill-640x360|format-avif", "fill-1200x675|format-avif"),
        webp="fill-800x450|format-webp",
        jpeg="fill-800x450|format-jpeg",
        sizes="(min-width: 60rem) 30rem, 100vw",
    ),
    "cover": PictureUse(
        avif=("max-320x450|format-avif", "max-640x900|format-avif"),
        webp="max-320x450|format-webp",
        jpeg="max-320x450|format-jpeg",
        sizes="(min-width: 60rem) 16rem, 8rem",
    ),
    "body": PictureUse(
        avif=("width-800|format-avif", "width-1600|format-avif"),
        webp="width-800|format-webp",
        jpeg="width-800|format-jpeg",
        sizes="(min-width: 60rem) 40rem, 100vw",
    ),
}
SHARE_SPEC = "fill-1200x630|format-jpeg"
ALL_SPECS = sorted({SHARE_SPEC, *(spec for use in USES.values() for spec in use.specs)})


@dataclass(frozen=True)
class SharePicture:
    """The picture that goes with a shared link; its address is absolute."""

    url: str
    width: int
    height: int
    alt: str


def pictures_among(values: Iterable[Any]) -> Iterator[AbstractImage]:
    """The pictures of all objects found in a template's context: single ones, lists and pages of lists."""
    for value in values:
        if isinstance(value, AbstractImage):
            yield value
        elif isinstance(value, Listing):
            yield from pictures_among(value.items)
        elif isinstance(value, list | tuple):
            yield from pictures_among(value)
        else:
            picture = getattr(value, "shown_picture", None)
            if isinstance(picture, AbstractImage):
                yield picture


def pictures_in_streams(streams: Iterable[StreamValue]) -> Iterator[AbstractImage]:
    """The pictures of all picture blocks."""
    for stream in streams:
        for block in stream or []:
            if block.block_type == "picture" and block.value.get("picture"):
                yield block.value["picture"]


def prefetch_renditions(pictures: Iterable[AbstractImage]) -> None:
    """Fetch what renditions exist for these pictures, in one query; later look-ups find them there."""
    wanted = list({id(picture): picture for picture in pictures}.values())
    if wanted:
        prefetch_related_objects(
            wanted,
            Prefetch(
                "renditions",
                queryset=get_image_model().get_rendition_model().objects.filter(filter_spec__in=ALL_SPECS),
                to_attr="prefetched_renditions",
            ),
        )


def share_picture(picture: AbstractImage | None) -> SharePicture | None:
    """What social media show; None where there is no picture or its file is missing."""
    if picture is None:
        return None
    try:
        rendition = picture.get_rendition(SHARE_SPEC)
    except SourceImageIOError:
        return None
    return SharePicture(absolute_url(rendition.url), rendition.width, rendition.height, picture.default_alt_text)
