"""How an editor fills in a form of the admin and sends it: with everything that the screen holds already."""

from typing import Any

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse
from django.test import Client
from django.utils.html import escape
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.rich_text import features
from wagtail.test.utils.form_data import nested_form_data, streamfield

FORM = "form[data-edit-form]"
STREAMS = ("body", "sections", "about", "who_may_apply")


def soup(response: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def texts(response: HttpResponse, selector: str) -> list[str]:
    """The words of each element, in the screen's order."""
    return [" ".join(element.get_text(" ").split()) for element in soup(response).select(selector)]


def fields_of(form: Tag) -> dict[str, Any]:
    """What a browser would send of a form that nobody has touched."""
    fields: dict[str, Any] = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        name = str(field["name"])
        if "__prefix__" in name or field.get("type") in {"submit", "file", "button"}:
            continue
        if field.name == "select":
            chosen = [str(option.get("value", "")) for option in field.select("option[selected]")]
            fields[name] = chosen if field.has_attr("multiple") else "".join(chosen[:1])
        elif field.get("type") in {"checkbox", "radio"}:
            if field.has_attr("checked"):
                fields.setdefault(name, []).append(str(field.get("value", "on")))
        else:
            fields[name] = (
                field.get_text().removeprefix("\n") if field.name == "textarea" else str(field.get("value", ""))
            )
    return fields


def untouched(browser: Client, address: str) -> dict[str, Any]:
    """The fields of the screen at an address; streams, which scripts draw, are empty."""
    (form,) = soup(browser.get(address)).select(FORM)
    return {**{f"{name}-count": "0" for name in STREAMS}, **fields_of(form)}


def send(browser: Client, address: str, **fields: Any) -> HttpResponse:
    """Open a screen, change fields and send the form. Nested values become fields as Wagtail names them."""
    plain = {name: value for name, value in fields.items() if not isinstance(value, dict)}
    nested = {name: value for name, value in fields.items() if isinstance(value, dict)}
    return browser.post(address, {**untouched(browser, address), **plain, **nested_form_data(nested)})


def publish(browser: Client, address: str, **fields: Any) -> HttpResponse:
    return send(browser, address, **fields, **{"action-publish": "Publish"})


def errors(response: HttpResponse) -> dict[str, list[str]]:
    """What the form says beside its fields; none where the form was taken."""
    form = response.context["form"] if response.context and "form" in response.context else None
    return {name: list(told) for name, told in form.errors.items()} if form else {}


def running_text(*paragraphs: str) -> str:
    """Running text as the editor's widget sends it."""
    markup = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    return str(ContentstateConverter(features.get_default_features()).from_database_format(markup))


def story(*paragraphs: str) -> dict[str, Any]:
    """A stream that holds one text block."""
    return streamfield([("text", running_text(*paragraphs))])
