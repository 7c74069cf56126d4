"""What templates need beyond Django and Wagtail: dates, sums, pictures, data for search engines."""

import datetime
import json
from typing import Any

from django import template
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.serializers.json import DjangoJSONEncoder
from django.templatetags.static import static
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from wagtail.images.shortcuts import get_renditions_or_not_found

from iclds.core.dates import DatePrecision, known_date, machine_date
from iclds.core.languages import language_in_text
from iclds.core.metadata import graph
from iclds.core.models import SiteImage
from iclds.core.page_urls import url_of
from iclds.core.pictures import USES
from iclds.core.stylesheets import BUNDLE, ORDER, PRINT, path_of

register = template.Library()

# As django.utils.html.json_script does: nothing in a title can end the script element.
_JSON_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag
def stylesheets() -> SafeString:
    """Links to all style sheets: one where the storage puts them together, one by one while working on them."""
    if getattr(staticfiles_storage, "bundles_stylesheets", False):
        return format_html('<link rel="stylesheet" href="{}">', static(BUNDLE))
    return format_html_join(
        "\n",
        '<link rel="stylesheet" href="{}" media="{}">',
        ((static(path_of(name)), "print" if name == PRINT else "all") for name in ORDER),
    )


@register.simple_tag
def json_ld(items: list[dict[str, Any]]) -> SafeString:
    """schema.org data as a script element."""
    data = json.dumps(graph(items), cls=DjangoJSONEncoder, ensure_ascii=False).translate(_JSON_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{data}</script>')  # noqa: S308 - escaped above


@register.filter
def sek(amount: int) -> str:
    """A sum of Swedish kronor with its thousands set apart as the language does, without the unit."""
    return number_format(amount, use_l10n=True, force_grouping=True)


@register.simple_tag
def date_element(date: datetime.date | None, precision: str = DatePrecision.DAY) -> SafeString | str:
    """The known part of a date as `<time>`; nothing where nothing is known."""
    shown = known_date(date, precision)
    if not shown:
        return ""
    return format_html('<time datetime="{}">{}</time>', machine_date(date, precision), shown)


@register.inclusion_tag("components/picture.html")
def picture(image: SiteImage | None, use: str, alt: str = "", eager: bool = False) -> dict[str, Any]:
    """A picture in the sizes of its `use` (iclds.core.pictures); nothing where there is none or its file is lost."""
    if image is None:
        return {"fallback": None}
    place = USES[use]
    renditions = get_renditions_or_not_found(image, place.specs)
    fallback = renditions[place.jpeg]
    if fallback.file.name == "not-found":
        return {"fallback": None}
    avif = [renditions[spec] for spec in place.avif]
    return {
        "fallback": fallback,
        "avif_srcset": ", ".join(f"{rendition.url} {rendition.width}w" for rendition in avif),
        "webp_url": renditions[place.webp].url,
        "sizes": place.sizes,
        "alt": alt,
        "eager": eager,
    }


register.filter("language_in_text", language_in_text)


@register.filter
def page_address(url_path: str) -> str:
    """Address of a page known by Wagtail's internal path; empty for none."""
    return url_of(url_path) if url_path else ""
