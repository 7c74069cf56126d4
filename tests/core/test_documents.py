"""Case D03: the address of a document leads to its newest bytes for good."""

import pytest
from django.core.files.base import ContentFile
from django.http.response import HttpResponseBase
from django.test import Client

from iclds.core.models import SiteDocument
from tests.factories.media import DocumentFactory

pytestmark = pytest.mark.django_db


def upload(name: str, data: bytes) -> SiteDocument:
    return DocumentFactory(file=ContentFile(data, name=name))


def replace(document: SiteDocument, name: str, data: bytes) -> None:
    """As the admin does: a new file for the same document."""
    document.file.save(name, ContentFile(data), save=False)
    document._set_document_file_metadata()
    document.save()


def fetch(address: str, **headers: str) -> HttpResponseBase:
    return Client().get(address, headers=headers, follow=True)


def body(answer: HttpResponseBase) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]


def test_a_replaced_document_stands_at_its_old_address() -> None:
    document = upload("arsrapport-2026.pdf", b"%PDF A")
    noted, etag = document.url, fetch(document.url)["ETag"]

    for name, data in (("arsrapport-2026.pdf", b"%PDF B, longer"), ("ÅRSRAPPORT 2026.PDF", b"%PDF C")):
        replace(document, name, data)

        assert body(fetch(noted)) == data
        again = fetch(noted, **{"If-None-Match": etag})
        assert (again.status_code, body(again)) == (200, data)
        assert again["Content-Type"] == "application/pdf"


def test_a_file_name_stays_readable() -> None:
    assert upload("ÅRSRAPPORT 2026.PDF", b"%PDF").filename == "ÅRSRAPPORT_2026.pdf"


def test_two_files_of_one_name_both_keep_it() -> None:
    assert [upload("rapport.pdf", data).filename for data in (b"%PDF A", b"%PDF B")] == ["rapport.pdf", "rapport.pdf"]


def test_an_unchanged_document_is_not_sent_twice() -> None:
    document = upload("rapport.pdf", b"%PDF A")
    first = fetch(document.url)

    again = fetch(document.url, **{"If-None-Match": first["ETag"]})

    assert (first["Cache-Control"], again.status_code) == ("no-cache", 304)


def test_the_short_address_leads_to_the_document() -> None:
    document = upload("rapport.pdf", b"%PDF A")

    answer = Client().get(f"/documents/{document.pk}/")

    assert (answer.status_code, answer["Location"], answer["Cache-Control"]) == (302, document.url, "no-cache")


def test_a_pdf_opens_in_the_browser_and_a_sheet_is_downloaded() -> None:
    pdf, sheet = upload("rapport.pdf", b"%PDF"), upload("budget.xlsx", b"PK")

    assert fetch(pdf.url)["Content-Disposition"].startswith("inline")
    assert fetch(sheet.url)["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("/documents/999/", id="a number that nobody has"),
        pytest.param("/documents/999/rapport.pdf", id="a file of such a number"),
        pytest.param("/documents/99999999999999999999/", id="a number too large for a database"),
    ],
)
def test_a_document_that_is_not_there(address: str) -> None:
    answer = Client().get(address)

    assert (answer.status_code, answer["Content-Language"]) == (404, "en")


def test_a_document_whose_file_is_lost_is_not_found() -> None:
    document = upload("rapport.pdf", b"%PDF A")
    document.file.storage.delete(document.file.name)

    assert Client().get(document.url).status_code == 404


def test_a_document_says_its_kind_and_size() -> None:
    document = upload("ÅRSRAPPORT 2026.PDF", b"%PDF A")

    assert (document.kind, document.get_file_size()) == ("PDF", 6)
