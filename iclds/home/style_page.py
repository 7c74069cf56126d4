"""The style page: tokens and parts of the site with their states, as visitors see them. For editors and developers."""

import re
from collections import defaultdict
from itertools import groupby
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from iclds.core.models import SiteSettings
from iclds.core.navigation import Frame, build_frame
from iclds.core.page_context import page_context
from iclds.home.style_samples import Group, Sample, groups

TOKENS = Path(settings.BASE_DIR) / "static" / "css" / "base.css"
TOKEN = re.compile(r"^  --((colour|text|space)-[\w-]+):", re.MULTILINE)


def tokens() -> dict[str, list[str]]:
    """The names of the tokens by their kind (colour, text, space), in the order of the style sheet."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, kind in TOKEN.findall(TOKENS.read_text()):
        found[kind].append(f"--{name}")
    return dict(found)


@require_safe
def style_page(request: HttpRequest) -> HttpResponse:
    """All parts of the site under one another. Shown to whoever may enter the admin; its hook sees to that."""
    frame = build_frame(request, page=None, missing=True)
    frame.title = _("How the site looks")
    drawn = [(group.title, _by_template(request, group, frame)) for group in groups(request)]
    content = {"tokens": tokens(), "groups": drawn, "structured_data": []}
    context = page_context(frame, content, site_settings=SiteSettings.load(request_or_site=request))
    return render(request, "home/style_page.html", context)


def _by_template(request: HttpRequest, group: Group, frame: Frame) -> list[tuple[str, list[str]]]:
    """The path of each template with what it makes of its samples, those of one template together."""
    return [
        (template, [_drawn(request, sample, frame) for sample in samples])
        for template, samples in groupby(group.samples, key=lambda sample: sample.template)
    ]


def _drawn(request: HttpRequest, sample: Sample, frame: Frame) -> str:
    return sample.drawn or render_to_string(sample.template, {**sample.context, "frame": frame}, request)
