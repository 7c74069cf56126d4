"""What is done to many at once: a subject is set on what was ticked, and nothing else changes."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from iclds.core.models import SiteDocument, SiteImage
from iclds.registers.models import Subject
from news.models import NewsPage, PublicationPage
from projects.models import Project
from tests.admin.editing import texts
from tests.factories.media import DocumentFactory, ImageFactory
from tests.factories.pages import NewsPageFactory, PublicationPageFactory, StandardPageFactory
from tests.factories.projects import ProjectFactory
from tests.factories.registers import SubjectFactory
from tests.factories.users import UserFactory
from tests.little_site import LittleSite


@pytest.fixture
def water(site: LittleSite) -> Subject:
    return SubjectFactory(name_en="Water")


def address(app: str, model: str, *keys: int) -> str:
    asked = "&".join(f"id={key}" for key in keys)
    return f"{reverse('wagtail_bulk_action', args=[app, model, 'set_subject'])}?next=/admin/&{asked}"


def subjects(page: Page) -> list[str]:
    return [subject.name_en for subject in page.subjects.all()]


def test_a_subject_is_set_on_projects(water: Subject, editor: Client) -> None:
    waste, roads = ProjectFactory(name_en="Waste"), ProjectFactory(name_en="Roads")
    waste.subjects.add(SubjectFactory(name_en="Schools"))

    screen = editor.get(address("projects", "project", waste.pk, roads.pk))
    editor.post(address("projects", "project", waste.pk, roads.pk), {"subjects": [water.pk]})

    assert texts(screen, "main li:not(.messages li)")[:2] == ["Roads", "Waste"]
    assert {project.name_en: subjects(project) for project in Project.objects.all()} == {
        "Waste": ["Schools", "Water"], "Roads": ["Water"],
    }  # fmt: skip


def test_a_subject_is_set_on_pages_and_only_on_those_that_have_any(
    water: Subject, site: LittleSite, editor: Client
) -> None:
    item = NewsPageFactory(parent=site.news["en"], title="Wells")
    report = PublicationPageFactory(parent=site.knowledge["en"], title="Lakes", live=False)
    other = StandardPageFactory(parent=site.home["en"], title="About us")
    where = address("wagtailcore", "page", item.pk, report.pk, other.pk)

    screen = editor.get(where)
    editor.post(where, {"subjects": [water.pk]})

    assert "About us" in texts(screen, "main li")
    assert subjects(NewsPage.objects.get(pk=item.pk)) == ["Water"]
    report = PublicationPage.objects.get(pk=report.pk)
    assert (report.live, subjects(report.get_latest_revision_as_object())) == (False, ["Water"])


def test_a_draft_that_waits_is_not_published_by_it(water: Subject, site: LittleSite, editor: Client) -> None:
    item = NewsPageFactory(parent=site.news["en"], title="Wells")
    item.title = "Wells, better said"
    item.save_revision()

    editor.post(address("wagtailcore", "page", item.pk), {"subjects": [water.pk]})

    live = NewsPage.objects.get(pk=item.pk)
    draft = live.get_latest_revision_as_object()
    assert (live.title, subjects(live)) == ("Wells", ["Water"])
    assert (draft.title, subjects(draft)) == ("Wells, better said", ["Water"])


def test_no_subject_is_a_question_and_no_error(water: Subject, editor: Client) -> None:
    project = ProjectFactory()

    answer = editor.post(address("projects", "project", project.pk), {})

    assert answer.status_code == 200
    assert texts(answer, ".error-message") == ["This field is required."]


def test_who_may_only_look_sets_nothing(water: Subject, writer, log_in) -> None:
    project = ProjectFactory()
    browser = log_in(writer)

    browser.post(address("projects", "project", project.pk), {"subjects": [water.pk]})

    assert subjects(Project.objects.get()) == []


@pytest.mark.parametrize("reason", ["an alias", "locked by somebody else", "scheduled"])
def test_a_page_that_is_not_ours_to_change_stays_as_it_is(
    reason: str, water: Subject, site: LittleSite, editor: Client
) -> None:
    item, free = (NewsPageFactory(parent=site.news["en"], title=title) for title in ("Wells", "Free"))
    if reason == "an alias":
        item = item.create_alias(update_slug="alias").specific
    elif reason == "scheduled":
        item.go_live_at = timezone.now() + datetime.timedelta(days=3)
        item.save_revision(approved_go_live_at=item.go_live_at)
    else:
        item.locked, item.locked_by = True, UserFactory()
        item.save()
    where = address("wagtailcore", "page", item.pk, free.pk)

    screen = editor.get(where)
    editor.post(where, {"subjects": [water.pk]})

    assert "They are left as they are:" in " ".join(texts(screen, "main p"))
    assert subjects(NewsPage.objects.get(pk=item.pk)) == []
    assert subjects(NewsPage.objects.get(pk=free.pk)) == ["Water"]


@pytest.mark.parametrize(
    ("app", "model", "action"),
    [
        ("wagtailcore", "page", "set_subject"), ("projects", "project", "set_subject"),
        ("wagtailimages", "image", "delete"), ("wagtaildocs", "document", "delete"),
    ],
)  # fmt: skip
def test_all_of_a_filtered_list_is_not_all_there_is(
    app: str, model: str, action: str, water: Subject, site: LittleSite, admin_client: Client
) -> None:
    item, project = NewsPageFactory(parent=site.news["en"], title="Wells"), ProjectFactory()
    picture, document = ImageFactory(), DocumentFactory()
    kind = {"wagtailimages": SiteImage, "wagtaildocs": SiteDocument}.get(app)
    label = (kind._meta.app_label, kind._meta.model_name) if kind else (app, model)
    where = f"{reverse('wagtail_bulk_action', args=[*label, action])}?next=/admin/&id=all&tag=old"

    answer = admin_client.post(where, {"subjects": [water.pk]}, follow=True)

    assert "Tick the rows themselves" in texts(answer, ".messages .warning")[0]
    assert (subjects(item), subjects(project)) == ([], [])
    assert [SiteImage.objects.filter(pk=picture.pk).exists(), SiteDocument.objects.filter(pk=document.pk).exists()] == [
        True, True,
    ]  # fmt: skip


def test_a_page_that_is_wrong_elsewhere_is_left_as_it_is(water: Subject, site: LittleSite, editor: Client) -> None:
    wrong, sound = (PublicationPageFactory(parent=site.knowledge["en"], title=title) for title in ("Wells", "Lakes"))
    PublicationPage.objects.filter(pk=wrong.pk).update(doi="no DOI at all")
    where = address("wagtailcore", "page", wrong.pk, sound.pk)

    screen = editor.get(where)
    editor.post(where, {"subjects": [water.pk]})

    assert "They are left as they are:" in " ".join(texts(screen, "main p"))
    assert subjects(PublicationPage.objects.get(pk=wrong.pk)) == []
    assert subjects(PublicationPage.objects.get(pk=sound.pk)) == ["Water"]
