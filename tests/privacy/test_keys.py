"""Who has the key gets in by the site's own forms, in both languages; nobody else learns a thing or gets a cookie."""

import datetime

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from tests.factories.media import DocumentFactory
from tests.factories.pages import ProjectPageFactory, StandardPageFactory, in_both_trees
from tests.factories.projects import ProjectFactory
from tests.factories.users import UserFactory
from tests.little_site import LittleSite
from tests.visiting import Screen, Visit

HERE = {"Sec-Fetch-Site": "same-origin"}


def with_password(page: Page) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type="password", password="open")


def form_of(screen: Screen) -> tuple[str, dict[str, str]]:
    form = screen.find_all("main form[method=post]")[0]
    return str(form["action"]), {str(field["name"]): str(field.get("value", "")) for field in form.select("input")}


@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_password_is_asked_for_and_opens_the_page(language: str, site: LittleSite, visit: Visit) -> None:
    pages = in_both_trees(StandardPageFactory, site.home, {"en": "Minutes", "sv": "Protokoll"})
    with_password(pages[language])
    client = Client(enforce_csrf_checks=True, headers=HERE)

    screen = visit(pages[language].get_url(), status=403)
    action, typed = form_of(screen)
    answer = client.post(action, {**typed, "password": "open"})

    assert (screen.language, answer["Location"]) == (language, pages[language].get_url())
    assert list(answer.cookies) == [settings.SESSION_COOKIE_NAME]
    opened = client.get(answer["Location"])
    assert opened.status_code == 200
    assert {"no-store", "private"} <= set(opened["Cache-Control"].split(", "))


def test_the_form_tells_nothing_of_the_page_and_switches_language(site: LittleSite, visit: Visit) -> None:
    titles = {"en": "Minutes", "sv": "Protokoll"}
    pages = in_both_trees(StandardPageFactory, site.home, titles, show_in_menus=False)
    restriction = with_password(pages["en"])

    screen = visit("/en/minutes/", status=403)
    other = visit(screen.language_link, status=403)

    own = f"/_util/authenticate_with_password/{restriction.pk}/{pages['en'].pk}/?return_url=%2Fen%2Fminutes%2F"
    assert (screen.language_link, other.language_link) == (f"/sv{own}", f"/en{own}")
    assert (screen.alternates, screen.reading.attributes("link[rel=canonical]", "href")) == ({}, [])
    assert screen.reading.attributes("meta[name=robots]", "content") == ["noindex"]
    assert {"no-store", "private"} <= set(screen.response["Cache-Control"].split(", "))
    html = screen.reading.html + other.reading.html
    assert [word for word in ("Minutes", "About Minutes", "Protokoll", "protokoll") if word in html] == []


@pytest.mark.parametrize("address", ["/en/minutes/", "/en/minutes/below/", "/en/minutes/nothing/"])
def test_what_stands_below_a_private_page_is_not_told(address: str, site: LittleSite, visit: Visit) -> None:
    above = StandardPageFactory(parent=site.home["en"], title="Minutes")
    StandardPageFactory(parent=above, title="Below")
    restriction = with_password(above)

    action, typed = form_of(visit(address, status=403))

    assert action == f"/en/_util/authenticate_with_password/{restriction.pk}/{above.pk}/"
    assert typed == {"password": "", "return_url": address}


def test_a_wrong_password_is_told_and_lets_nobody_in(site: LittleSite, visit: Visit) -> None:
    with_password(StandardPageFactory(parent=site.home["en"], title="Minutes"))
    action, typed = form_of(visit("/en/minutes/", status=403))
    client = Client(headers=HERE)

    answer = client.post(action, {**typed, "password": "closed"})

    assert (answer.status_code, list(answer.cookies)) == (403, [])
    assert "The password you have entered is not correct." in answer.content.decode()
    assert client.get("/en/minutes/").status_code == 403


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_nobody_is_led_to_another_site(elsewhere: str, site: LittleSite) -> None:
    page = StandardPageFactory(parent=site.home["en"], title="Minutes")
    restriction = with_password(page)
    action = f"/en/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"

    answer = Client(headers=HERE).post(action, {"password": "open", "return_url": elsewhere})

    assert answer["Location"] == "/en/minutes/"


@pytest.mark.parametrize("headers", [{}, {"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}], ids=str)
def test_other_sites_send_no_password(headers: dict[str, str], site: LittleSite) -> None:
    page = StandardPageFactory(parent=site.home["en"], title="Minutes")
    restriction = with_password(page)
    action = f"/en/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"

    answer = Client(headers=headers).post(action, {"password": "open", "return_url": "/en/minutes/"})

    assert (answer.status_code, list(answer.cookies)) == (403, [])


def test_a_login_leads_back_to_the_page(site: LittleSite, visit: Visit) -> None:
    page = StandardPageFactory(parent=site.home["sv"], title="Protokoll")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    user, client = UserFactory(), Client(enforce_csrf_checks=True, headers=HERE)

    asked = client.get("/sv/protokoll/")
    action, typed = form_of(visit(asked["Location"]))
    refused = client.post(action, {**typed, "username": user.username, "password": "wrong"})
    let_in = client.post(action, {**typed, "username": user.username, "password": "a-password-for-tests"})

    assert (asked.status_code, list(asked.cookies), refused.status_code) == (302, [], 403)
    assert let_in["Location"] == "/sv/protokoll/"
    assert client.get("/sv/protokoll/").status_code == 200


def test_an_account_outside_the_group_is_told_so_and_may_log_out(site: LittleSite) -> None:
    page = StandardPageFactory(parent=site.home["en"], title="Minutes")
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="groups")
    restriction.groups.add(Group.objects.create(name="Board"))
    client = Client(headers=HERE)
    client.force_login(UserFactory(username="outsider"))

    answer = client.get("/en/minutes/", follow=True)

    assert answer.redirect_chain == [("/en/_util/login/?next=/en/minutes/", 302)]
    assert answer.status_code == 403
    assert "You are logged in as outsider." in answer.content.decode()
    out = client.post("/en/_util/logout/?next=/en/minutes/")
    assert out["Location"] == "/en/_util/login/?next=%2Fen%2Fminutes%2F"
    assert client.get("/en/minutes/").status_code == 302


@pytest.mark.parametrize("name", ["", "guidelines.pdf", "anything"])
def test_the_password_of_a_collection_opens_its_documents(name: str, site: LittleSite, visit: Visit) -> None:
    collection = Collection.get_first_root_node().add_child(name="Board")
    document = DocumentFactory(collection=collection)
    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="password", password="open"
    )
    client = Client(headers=HERE)

    asked = client.get(f"/documents/{document.pk}/{name}")
    action, typed = form_of(visit(asked["Location"], status=403))
    let_in = client.post(action, {**typed, "password": "open"})

    form = f"/en/_util/document_password/{restriction.pk}/"
    assert asked["Location"] == f"{form}?return_url=%2Fdocuments%2F{document.pk}%2F"
    assert {"no-store", "private"} <= set(asked["Cache-Control"].split(", "))
    assert (action, let_in["Location"]) == (form, f"/documents/{document.pk}/")
    got = client.get(let_in["Location"], follow=True)
    assert got.redirect_chain == [(document.url, 302)]
    assert {"no-store", "private"} <= set(got["Cache-Control"].split(", "))
    assert b"".join(got.streaming_content) == b"%PDF-1.4 guidelines"
    again = client.get(document.url, headers={"If-None-Match": got["ETag"]})
    assert (again.status_code, "no-store" in again["Cache-Control"]) == (304, True)


def test_a_private_story_leaves_the_projects_facts_open(site: LittleSite, visit: Visit) -> None:
    project = ProjectFactory(name_en="Clean water", starts_on=datetime.date(2018, 1, 1))
    story = ProjectPageFactory(parent=site.projects["en"], project=project, lead="Told to the board alone.")
    restriction = with_password(story)
    client = Client(headers=HERE)

    screen = visit(f"/en/projects/{project.slug}/")
    action, typed = form_of(visit(screen.links["Open it with your password or account"], status=403))
    client.post(action, {**typed, "password": "open"})

    assert action == f"/en/_util/authenticate_with_password/{restriction.pk}/{story.pk}/"
    assert "Told to the board alone." not in screen.reading.html
    assert "Told to the board alone." in client.get(f"/en/projects/{project.slug}/").content.decode()
