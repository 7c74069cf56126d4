"""The parts of which tests/core/hostile_pdfs.py makes its files.

A PDF is numbered objects, a table of where they stand, and a trailer that names the first of them. `pdf` writes these
honestly; what else stands here says one thing that no honest program would.
"""

import zlib

A4 = "[0 0 595 842]"
Objects = dict[int, bytes]


def stream(content: bytes, extra: str = "") -> bytes:
    return f"<< /Length {len(content)} {extra} >>\nstream\n".encode() + content + b"\nendstream"


def pdf(objects: Objects, trailer: str = "") -> bytes:
    """The objects as a file with a right table and trailer; object 1 is the catalogue."""
    parts, places, at = [b"%PDF-1.7\n"], {}, 9
    for number, content in objects.items():
        part = f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
        places[number] = at
        at += len(part)
        parts.append(part)
    table = "".join(f"{number} 1\n{place:010} 00000 n \n" for number, place in places.items())
    end = f"xref\n0 1\n0000000000 65535 f \n{table}trailer\n<< /Size {max(objects) + 1} /Root 1 0 R {trailer} >>\n"
    return b"".join([*parts, end.encode(), f"startxref\n{at}\n%%EOF\n".encode()])


def page(
    content: bytes = b"", resources: str = "", box: str = A4, more: Objects | None = None, extra: str = ""
) -> Objects:
    """The objects of a document with one page that draws `content`."""
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents 4 0 R "
        f"/Resources << {resources} >> {extra} >>".encode(),
        4: stream(content),
        **(more or {}),
    }


def tiling(step: str, box: str = "[0 0 1 1]", content: bytes = b"0 0 1 1 re f") -> bytes:
    """A page filled with a pattern whose tiles stand `step` points apart."""
    pattern = stream(
        content,
        f"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox {box} /XStep {step} /YStep {step} "
        "/Resources << /Pattern << /P 5 0 R >> >>",
    )
    return pdf(page(b"/Pattern cs /P scn 0 0 595 842 re f", "/Pattern << /P 5 0 R >>", more={5: pattern}))


def nested_tilings(depth: int) -> bytes:
    """A pattern whose tile is painted with a pattern, and so on."""
    more = {
        number: stream(
            b"/Pattern cs /P scn 0 0 100 100 re f",
            f"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 100 100] /XStep 1 /YStep 1 "
            f"/Resources << /Pattern << /P {number + 1} 0 R >> >>",
        )
        for number in range(5, 5 + depth)
    }
    more[5 + depth] = stream(
        b"0 0 1 1 re f",
        "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 1 /YStep 1 /Resources << >>",
    )
    return pdf(page(b"/Pattern cs /P scn 0 0 595 842 re f", "/Pattern << /P 5 0 R >>", more=more))


def form(content: bytes, resources: str, extra: str = "") -> bytes:
    return stream(content, f"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << {resources} >> {extra}")


def draws_itself() -> bytes:
    drawn = form(b"/F Do /F Do", "/XObject << /F 5 0 R >>")
    return pdf(page(b"/F Do", "/XObject << /F 5 0 R >>", more={5: drawn}))


def doubling_forms(levels: int, times: int, content: bytes = b"0 0 500 800 re f", extra: str = "") -> bytes:
    """Forms that each draw the next one some times: times ** levels drawings."""
    more = {
        number: form(b"/F Do " * times, f"/XObject << /F {number + 1} 0 R >>", extra) for number in range(5, 5 + levels)
    }
    more[5 + levels] = form(content, "", extra)
    return pdf(page(b"/F Do", "/XObject << /F 5 0 R >>", more=more))


def page_tree(kids: dict[int, list[int]]) -> bytes:
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>"}
    for number, below in kids.items():
        listed = " ".join(f"{kid} 0 R" for kid in below)
        objects[number] = f"<< /Type /Pages /Parent 2 0 R /Kids [{listed}] /Count 1 >>".encode()
    return pdf(objects)


def deep_page_tree(depth: int) -> bytes:
    objects = page()
    objects[2] = b"<< /Type /Pages /Kids [10 0 R] /Count 1 >>"
    for number in range(10, 10 + depth):
        below = number + 1 if number < 9 + depth else 3
        objects[number] = f"<< /Type /Pages /Kids [{below} 0 R] /Count 1 >>".encode()
    return pdf(objects)


def with_previous_table(where: str) -> bytes:
    """A table that names itself, or what is no table, as the one before it."""
    whole = pdf(page())
    at = whole.rindex(b"xref\n0 1")
    places = {"itself": at, "the header": 0, "beyond the end": 10**9, "below zero": -1}
    return whole.replace(b"/Root 1 0 R ", f"/Root 1 0 R /Prev {places[where]} ".encode())


def stream_table(previous: int = 0, size: int = 10, widths: str = "[1 2 1]", index: str = "") -> bytes:
    """A table in a stream that names itself, or numbers that cannot be."""
    objects = page()
    del objects[4]
    head = b"%PDF-1.7\n" + b"".join(
        f"{number} 0 obj\n".encode() + content + b"\nendobj\n" for number, content in objects.items()
    )
    rows = zlib.compress(b"".join(bytes([1]) + head.find(f"{n} 0 obj".encode()).to_bytes(2) + b"\0" for n in (1, 2, 3)))
    table = stream(
        rows,
        f"/Type /XRef /Size {size} /W {widths} /Index {index or '[1 3]'} /Root 1 0 R /Filter /FlateDecode "
        f"/Prev {previous or len(head)}",
    )
    return head + b"9 0 obj\n" + table + f"\nendobj\nstartxref\n{len(head)}\n%%EOF\n".encode()


def packed(megabytes: int, times: int = 1, letter: bytes = b" ") -> bytes:
    """So many times a million letters, packed as often. Made in no time: one packed million, repeated."""
    packer = zlib.compressobj(9)
    begin = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(letter * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    data = begin + block * megabytes + packer.flush()
    for _ in range(times - 1):
        data = zlib.compress(data, 9)
    return data


def packed_content(megabytes: int, times: int, letter: bytes = b" ") -> bytes:
    objects = page()
    filters = "/FlateDecode " * times
    objects[4] = stream(packed(megabytes, times, letter), f"/Filter [{filters}]")
    return pdf(objects)


def image(data: bytes, extra: str, width: int = 100, height: int = 100) -> bytes:
    drawn = stream(data, f"/Type /XObject /Subtype /Image /Width {width} /Height {height} {extra}")
    return pdf(page(b"595 0 0 842 0 0 cm /I Do", "/XObject << /I 5 0 R >>", more={5: drawn}))


RGB = "/ColorSpace /DeviceRGB /BitsPerComponent 8"


def many_images(times: int) -> bytes:
    """One large picture, drawn again and again."""
    drawn = stream(packed(27), f"/Type /XObject /Subtype /Image /Width 3000 /Height 3000 {RGB} /Filter /FlateDecode")
    content = b"".join(b"q %d 0 0 %d 0 0 cm /I Do Q " % (500 + n % 90, 800 - n % 70) for n in range(times))
    return pdf(page(content, "/XObject << /I 5 0 R >>", more={5: drawn}))


def shading(kind: str, domain: str, function: str = "5 0 R", more: Objects | None = None, extra: str = "") -> bytes:
    colours = b"<< /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1 >>"
    drawn = f"/Shading << /S << /ShadingType {kind} /ColorSpace /DeviceRGB {domain} /Function {function} {extra} >> >>"
    return pdf(page(b"/S sh", drawn, more=more or {5: colours}))


def meshes(patches: int) -> bytes:
    """Coons patches over the whole page, so many that they are painted for hours."""
    one = bytes([0]) + bytes(range(0, 240, 5))[:24] * 2 + bytes(12)
    mesh = stream(
        packed_bytes(one * patches),
        "/ShadingType 6 /ColorSpace /DeviceRGB /BitsPerCoordinate 16 /BitsPerComponent 8 /BitsPerFlag 8 "
        "/Decode [0 595 0 842 0 1 0 1 0 1] /Filter /FlateDecode",
    )
    return pdf(page(b"/S sh", "/Shading << /S 5 0 R >>", more={5: mesh}))


def packed_bytes(data: bytes) -> bytes:
    return zlib.compress(data, 9)


def calculator(depth: int) -> bytes:
    """A function in PostScript with brackets in brackets."""
    program = stream(b"{" * depth + b"}" * depth, "/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]")
    return shading("1", "/Domain [0 1 0 1]", more={5: program})


def stitched(depth: int) -> bytes:
    """A function made of two of the next, which is made of two of the next ..."""
    more = {
        number: f"<< /FunctionType 3 /Domain [0 1] /Bounds [0.5] /Encode [0 1 0 1] "
        f"/Functions [{number + 1} 0 R {number + 1} 0 R] >>".encode()
        for number in range(5, 5 + depth)
    }
    more[5 + depth] = b"<< /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1 >>"
    return shading("2", "/Coords [0 0 595 842]", more=more)


def text_in(font: bytes, more: Objects | None = None, text: bytes = b"(Hello) Tj") -> bytes:
    return pdf(page(b"BT /F 40 Tf 50 400 Td " + text + b" ET", "/Font << /F 5 0 R >>", more={5: font, **(more or {})}))


def broken_truetype() -> bytes:
    """A font whose tables point beyond its end."""
    head = b"\0\1\0\0" + (12).to_bytes(2) + bytes(6)
    tables = b"".join(
        tag + bytes(4) + (0xFFFFFF0).to_bytes(4) + (0xFFFFFFFF).to_bytes(4)
        for tag in (
            b"glyf",
            b"loca",
            b"head",
            b"hhea",
            b"maxp",
            b"cmap",
            b"hmtx",
            b"fpgm",
            b"prep",
            b"cvt ",
            b"OS/2",
            b"post",
        )
    )
    data = head + tables
    return text_in(
        b"<< /Type /Font /Subtype /TrueType /BaseFont /B /FirstChar 0 /LastChar 255 /FontDescriptor 6 0 R >>",
        {6: b"<< /Type /FontDescriptor /FontName /B /Flags 4 /FontFile2 7 0 R >>", 7: stream(data)},
    )


def drawn_font(content: bytes, text: bytes) -> bytes:
    """A font whose letters are drawings (Type 3)."""
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] "
        b"/CharProcs << /a 6 0 R >> /Encoding << /Type /Encoding /Differences [97 /a] >> /FirstChar 97 /LastChar 97 "
        b"/Widths [1000] /Resources << /Font << /F 5 0 R >> >> >>"
    )
    return text_in(font, {6: stream(content)}, text)


def many_objects(count: int) -> bytes:
    objects = page()
    objects.update(dict.fromkeys(range(10, 10 + count), b"[]"))
    return pdf(objects)


def object_streams_in_a_ring() -> bytes:
    """An object that stands in a stream that stands in itself."""
    objects = page()
    objects[3] = objects[3].replace(b"/Contents 4 0 R", b"/Contents 6 0 R")
    objects[5] = stream(b"6 0 << /Length 7 0 R >>", "/Type /ObjStm /N 1 /First 4 /Extends 5 0 R")
    return pdf(objects)


def references_in_a_ring() -> bytes:
    objects = page()
    objects[4] = stream(b"0 0 1 1 re f", "/Filter 6 0 R").replace(b"/Length 12", b"/Length 7 0 R")
    return pdf({**objects, 6: b"7 0 R", 7: b"6 0 R"})


def dashes(count: int) -> bytes:
    pattern = b" ".join([b"0.0001"] * count)
    return pdf(page(b"[" + pattern + b"] 0 d 0.1 w 0 0 m 595 842 l S " * 1))


def soft_masks(depth: int) -> bytes:
    """A mask that is drawn through a mask that is drawn through a mask ..."""
    more: Objects = {}
    for number in range(5, 5 + 2 * depth, 2):
        more[number] = f"<< /Type /ExtGState /SMask << /S /Luminosity /G {number + 1} 0 R >> >>".encode()
        state = f"/ExtGState << /G {number + 2} 0 R >>" if number + 2 < 5 + 2 * depth else ""
        more[number + 1] = form(
            b"/G gs 0 0 595 842 re f 0 0 595 842 re f" if state else b"0 0 595 842 re f",
            state,
            "/Group << /S /Transparency /CS /DeviceGray >>",
        )
    return pdf(page(b"/G gs 0 0 595 842 re f", "/ExtGState << /G 5 0 R >>", more=more))
