"""Questions and answers: open without scripts, each with a link of its own."""

import json

from tests.every_page import questions
from tests.factories.pages import FAQPageFactory, GuidancePageFactory
from tests.factories.streams import stream, text
from tests.little_site import LittleSite
from tests.visiting import Screen, Visit


def show(site: LittleSite, visit: Visit, sections: str) -> Screen:
    return visit(FAQPageFactory(parent=site.programme_page["en"], title="FAQ", sections=sections).get_url())


def test_every_question_can_be_opened_and_linked(site: LittleSite, visit: Visit) -> None:
    screen = show(site, visit, questions("Who may apply?", "Who pays?"))

    assert screen.reading.attributes("main details", "id") == ["who-may-apply", "who-pays"]
    assert screen.texts("main details > summary") == ["Who may apply?", "Who pays?"]
    assert screen.reading.attributes("main details .question__link a", "href") == ["#who-may-apply", "#who-pays"]
    assert "The answer to 0." in screen.text


def test_questions_of_the_same_words_get_links_of_their_own(site: LittleSite, visit: Visit) -> None:
    screen = show(site, visit, questions("Money", "Money", "???", "Mönéy"))

    assert screen.reading.attributes("main details", "id") == ["money-2", "money-3", "question", "money-4"]


def test_several_sections_have_a_list_of_contents(site: LittleSite, visit: Visit) -> None:
    asked = [{"question": "Who pays?", "answer": "<p>Sida.</p>"}]
    sections = [("section", {"heading": heading, "questions": asked}) for heading in ("Money", "Reports")]

    screen = show(site, visit, stream(*sections))

    assert screen.texts(".contents__list a") == ["Money", "Reports"]
    assert screen.reading.attributes("main details", "id") == ["who-pays", "who-pays-2"]


def test_search_engines_read_questions_and_answers(site: LittleSite, visit: Visit) -> None:
    screen = show(site, visit, questions('"Who" & </script>?'))

    data = json.loads(screen.find_all("script[type='application/ld+json']")[0].string or "")
    (page,) = [item for item in data["@graph"] if item["@type"] == "FAQPage"]
    (question,) = page["mainEntity"]
    assert question["name"] == '"Who" & </script>?'
    assert question["acceptedAnswer"]["text"] == "The answer to 0."


def test_an_empty_page_of_questions_is_a_page(site: LittleSite, visit: Visit) -> None:
    assert show(site, visit, "[]").find_all("main details") == []


def test_guidance_pages_lead_to_their_neighbours(site: LittleSite, visit: Visit) -> None:
    parent = site.programme_page["en"]
    GuidancePageFactory(parent=parent, title="How to apply", body=text("<p>Write.</p>"))
    FAQPageFactory(parent=parent, title="FAQ")

    screen = visit("/en/municipal-partnership/how-to-apply/")

    assert screen.texts(".side-menu a") == ["Municipal partnership", "How to apply", "FAQ"]
    assert screen.texts(".side-menu a[aria-current]") == ["How to apply"]
