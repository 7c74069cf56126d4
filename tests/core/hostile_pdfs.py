"""Broken and hostile PDFs, most of them a few kilobytes, by what is wrong with them."""

import base64
from collections.abc import Callable

from tests.core.pdf_parts import (
    RGB,
    broken_truetype,
    calculator,
    dashes,
    deep_page_tree,
    doubling_forms,
    drawn_font,
    draws_itself,
    image,
    many_images,
    many_objects,
    meshes,
    nested_tilings,
    object_streams_in_a_ring,
    packed,
    packed_bytes,
    packed_content,
    page,
    page_tree,
    pdf,
    references_in_a_ring,
    shading,
    soft_masks,
    stitched,
    stream,
    stream_table,
    text_in,
    tiling,
    with_previous_table,
)
from tests.factories.media import pdf_of

WHOLE = pdf(page(b"1 0 0 rg 0 0 595 842 re f"))

HOSTILE: dict[str, Callable[[], bytes]] = {
    "a pattern with a step of a thousandth": lambda: tiling("0.001"),
    "a pattern with a tiny step and tile": lambda: tiling("0.001", "[0 0 0.001 0.001]"),
    "a pattern with a step of nothing": lambda: tiling("0"),
    "a pattern of a step below zero": lambda: tiling("-0.01"),
    "a pattern painted with itself": lambda: tiling("1", content=b"/Pattern cs /P scn 0 0 1 1 re f"),
    "patterns in patterns": lambda: nested_tilings(12),
    "a pattern with an enormous tile": lambda: tiling("1", "[0 0 100000 100000]"),
    "a form that draws itself": draws_itself,
    "forms that draw the next ten times": lambda: doubling_forms(9, 10),
    "transparent forms in forms": lambda: doubling_forms(12, 4, extra="/Group << /S /Transparency /I true /K true >>"),
    "masks in masks": lambda: soft_masks(20),
    "a page as wide as the earth": lambda: pdf(page(box="[0 0 1e12 1e12]")),
    "a page as long as a road": lambda: pdf(page(box="[0 0 1 100000000]")),
    "a page of no width": lambda: pdf(page(box="[0 0 0 842]")),
    "a page turned inside out": lambda: pdf(page(box="[595 842 0 0]")),
    "a page of no number": lambda: pdf(page(box="[0 0 NaN Infinity]")),
    "a page of numbers without end": lambda: pdf(page(box=f"[0 0 {'9' * 5000} {'9' * 5000}]")),
    "a page thinner than an atom": lambda: pdf(page(box="[0 0 0.0000000001 842]")),
    "a page of an enormous unit": lambda: pdf(page(extra="/UserUnit 1000000000")),
    "arrays in arrays": lambda: pdf({**page(), 4: b"[" * 200_000 + b"]" * 200_000}),
    "dictionaries in dictionaries": lambda: pdf({**page(), 4: b"<</A" * 100_000 + b" 1" + b">>" * 100_000}),
    "arrays in arrays in the drawing": lambda: pdf(page(b"[" * 500_000)),
    "states saved and never restored": lambda: pdf(page(b"q " * 1_000_000 + b"0 0 100 100 re f")),
    "clips in clips": lambda: pdf(page(b"0 0 595 842 re W n 10 10 400 400 re W* n " * 50_000 + b"0 0 1 1 re f")),
    "a page tree in a ring": lambda: page_tree({2: [3], 3: [2]}),
    "a page tree of itself": lambda: page_tree({2: [2, 2]}),
    "a page tree as deep as a well": lambda: deep_page_tree(20_000),
    "a million pages that are not there": lambda: pdf(
        {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [] /Count 100000000 >>"}
    ),
    "no pages": lambda: pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [] /Count 0 >>"}),
    "a catalogue without pages": lambda: pdf({1: b"<< /Type /Catalog >>"}),
    "a table that comes before itself": lambda: with_previous_table("itself"),
    "a table before the beginning": lambda: with_previous_table("below zero"),
    "a table after the end": lambda: with_previous_table("beyond the end"),
    "a table in a stream that comes before itself": stream_table,
    "a table of a milliard rows": lambda: stream_table(size=2**31 - 1, index="[0 2147483647]"),
    "a table of rows as wide as the sea": lambda: stream_table(widths="[1 2147483647 2147483647]"),
    "references in a ring": references_in_a_ring,
    "streams of objects in a ring": object_streams_in_a_ring,
    "locked with a password": lambda: pdf_of((200, 30, 30), password="secret"),
    "locked in a way that is not known": lambda: pdf(page(), "/Encrypt << /Filter /Secret /V 99 >> /ID [<00> <00>]"),
    "cut off in the header": lambda: WHOLE[:7],
    "cut off in the middle": lambda: WHOLE[: len(WHOLE) // 2],
    "cut off before the table": lambda: WHOLE[: WHOLE.rindex(b"xref\n0 1")],
    "cut off before the last line": lambda: WHOLE[:-12],
    "without its beginning": lambda: WHOLE[len(WHOLE) // 3 :],
    "every tenth byte gone": lambda: bytes(b for i, b in enumerate(WHOLE) if i % 10),
    "a gigabyte of spaces, packed": lambda: packed_content(1_000, 1),
    "four gigabytes of spaces, packed and packed": lambda: packed_content(4_000, 2),
    "a hundred megabytes of drawing, packed": lambda: packed_content(100, 2, b"0 0 9 9 re f "),
    "a drawing under a hundred filters": lambda: packed_content(1, 100),
    "a picture of a milliard pixels": lambda: image(packed(1), f"{RGB} /Filter /FlateDecode", 60_000, 60_000),
    "a picture of more pixels than there are numbers": lambda: image(b"", RGB, 2**31 - 1, 2**31 - 1),
    "a picture of pixels below zero": lambda: image(b"", RGB, -100, -100),
    "one large picture four hundred times": lambda: many_images(400),
    "a JPEG 2000 of rubbish": lambda: image(b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(range(256)) * 40, "/Filter /JPXDecode"),
    "a JBIG2 of rubbish": lambda: image(
        bytes([0, 0, 0, 0, 48, 0, 1, 0, 0, 0, 19, 255, 255, 255, 255, 255, 255, 255, 255]) + bytes(range(256)) * 20,
        "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode",
        60_000,
        60_000,
    ),
    "a fax of rubbish": lambda: image(
        bytes(range(256)) * 200,
        "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode "
        "/DecodeParms << /K -1 /Columns 60000 /Rows 60000 >>",
        60_000,
        60_000,
    ),
    "a colour space of itself": lambda: image(
        b"\0" * 30_000, "/ColorSpace [/Indexed 5 0 R 255 5 0 R] /BitsPerComponent 8"
    ),
    "shading without end": lambda: shading("2", "/Coords [0 0 0.0000001 0] /Extend [true true]"),
    "shading between circles without end": lambda: shading(
        "3", "/Coords [0 0 1e30 1e30 1e30 1e-30] /Extend [true true]"
    ),
    "a function made of itself": lambda: shading(
        "2",
        "/Coords [0 0 595 842]",
        more={5: b"<< /FunctionType 3 /Domain [0 1] /Bounds [] /Encode [0 1] /Functions [5 0 R] >>"},
    ),
    "functions made of two of the next": lambda: stitched(28),
    "a function of brackets in brackets": lambda: calculator(100_000),
    "patches over patches": lambda: meshes(200_000),
    "a hundred thousand dashes": lambda: dashes(100_000),
    "dashes of nothing": lambda: pdf(page(b"[0 0] 0 d 0 0 m 595 842 l S")),
    "dashes finer than dust": lambda: pdf(page(b"[0.0000001 0.0000001] 0 d 0.1 w 0 0 m 595 842 l S")),
    "a line as wide as the sky": lambda: pdf(page(b"1e30 w 1 J 1 j -1e30 -1e30 m 1e30 1e30 l 0 0 l S")),
    "a million curves": lambda: pdf(
        {
            **page(),
            4: stream(packed_bytes(b"0 0 m " + b"9 900 800 9 500 1 c " * 300_000 + b"S"), "/Filter /FlateDecode"),
        }
    ),
    "a font of tables beyond its end": broken_truetype,
    "a font whose letter is written in it": lambda: drawn_font(b"1000 0 d0 BT /F 900 Tf (aaaa) Tj ET", b"(aaaa) Tj"),
    "a font of letters without end": lambda: drawn_font(
        b"1000 0 d0 " + b"0 0 900 900 re f " * 20_000, b"(" + b"a" * 20_000 + b") Tj"
    ),
    "letters as high as heaven": lambda: text_in(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", text=b"/F 1e9 Tf (Hello) Tj"
    ),
    "a font that is its own descendant": lambda: text_in(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /B /Encoding /Identity-H /DescendantFonts [5 0 R] >>"
    ),
    "three hundred thousand objects": lambda: many_objects(300_000),
    "a text": lambda: b"%PDF-1.4\nDear all, here is the report.\n" * 20,
    "an archive that begins as a PDF": lambda: b"%PDF-1.4\nPK\x03\x04" + bytes(5_000),
    "noise after the first line": lambda: b"%PDF-1.7\n" + base64.b85encode(bytes(range(256)) * 40),
    "nothing but the first line": lambda: b"%PDF-1.7",
}
