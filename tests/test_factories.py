"""Every model can be made by a factory, so that no test has to know what a row needs."""

from typing import Any

import pytest
from django.apps import apps
from factory.django import DjangoModelFactory

from tests.factories import media, news, pages, programmes, projects, registers, reports, users
from tests.little_site import LittleSite

ROOMS = {"users", "core", "registers", "programmes", "projects", "news", "home"}
MODULES = (media, news, pages, programmes, projects, registers, reports, users)
FACTORIES = {
    name: value
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, type) and issubclass(value, DjangoModelFactory) and not value._meta.abstract
}
# Pages that stand below a page of their own.
PARENTS = {
    "GuidancePageFactory": "programme_page",
    "FAQPageFactory": "programme_page",
    "CountryPageFactory": "countries",
    "ProjectPageFactory": "projects",
    "NewsPageFactory": "news",
    "PublicationPageFactory": "knowledge",
    "StandardPageFactory": "home",
    "AccessibilityPageFactory": "home",
}
# What belongs to a page that stands below another.
BELONG_TO_A_PAGE = {"PublicationAuthorFactory": "knowledge", "NewsProjectFactory": "news"}


def test_every_model_has_a_factory() -> None:
    models = {model for model in apps.get_models() if model._meta.app_label in ROOMS}

    assert models - {factory._meta.model for factory in FACTORIES.values()} == set()


@pytest.mark.parametrize("name", sorted(FACTORIES))
def test_what_a_factory_makes_satisfies_its_model(name: str, site: LittleSite) -> None:
    fields: dict[str, Any] = {"parent": getattr(site, PARENTS[name])["en"]} if name in PARENTS else {}
    if name == "HomePageFactory":
        fields = {"slug": "another-home"}
    if name in BELONG_TO_A_PAGE:
        fields = {"page__parent": getattr(site, BELONG_TO_A_PAGE[name])["en"]}

    made = FACTORIES[name](**fields)

    made.full_clean()
