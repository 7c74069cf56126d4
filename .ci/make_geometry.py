"""Makes iclds/core/maps/world.json from Natural Earth's countries, as the npm package world-atlas carries them.

.ci/make_geometry.py world-atlas-2.0.2.tgz writes the file anew; iclds/core/maps/README.md tells which lines it draws.
"""

import heapq
import json
import math
import sys
import tarfile
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from iclds.core.maps.topology import Ring, merged  # noqa: E402 - found once the project's folder is on the path

Point = tuple[float, float]
Shapes = dict[str, list[Ring]]

SOURCE = "package/countries-50m.json"
TARGET = ROOT / "iclds" / "core" / "maps" / "world.json"
# A hundredth of a degree is at most 1.1 km, about a pixel on the closest map; a tenth a quarter of one on the world's.
FINE_UNITS, COARSE_UNITS = 100, 10

# Corners and islands below these sizes go, in square degrees at the equator. On the fine level a small country keeps
# smaller ones, since its map is closer: the share is that of the country's area, the others the limits.
FINE = {"share": 0.00014, "least": 0.0012, "most": 0.025, "arctic": 0.2, "island": 6}
COARSE = {"share": 0.0, "least": 0.12, "most": 0.12, "arctic": 0.4, "island": 5}
ARCTIC = 64  # An island wholly north of here is drawn with less care.

LEFT_OUT = {"AQ", "HM", "TF"}
NO_CODE = {"Kosovo": "XK", "Somaliland": "SO", "N. Cyprus": "CY", "Siachen Glacier": "--"}
SIMFEROPOL = (34.1, 45.0)
SAHARA_BORDER = 27.66  # The parallel 27°40′ N, to the hundredth.

# ISO 3166-1, numeric and alpha-2.
CODES = """
    004AF 008AL 010AQ 012DZ 016AS 020AD 024AO 028AG 031AZ 032AR 036AU 040AT 044BS 048BH 050BD 051AM 052BB 056BE
    060BM 064BT 068BO 070BA 072BW 076BR 084BZ 086IO 090SB 092VG 096BN 100BG 104MM 108BI 112BY 116KH 120CM 124CA
    132CV 136KY 140CF 144LK 148TD 152CL 156CN 158TW 170CO 174KM 178CG 180CD 184CK 188CR 191HR 192CU 196CY 203CZ
    204BJ 208DK 212DM 214DO 218EC 222SV 226GQ 231ET 232ER 233EE 234FO 238FK 239GS 242FJ 246FI 248AX 250FR 258PF
    260TF 262DJ 266GA 268GE 270GM 275PS 276DE 288GH 296KI 300GR 304GL 308GD 316GU 320GT 324GN 328GY 332HT 334HM
    336VA 340HN 344HK 348HU 352IS 356IN 360ID 364IR 368IQ 372IE 376IL 380IT 384CI 388JM 392JP 398KZ 400JO 404KE
    408KP 410KR 414KW 417KG 418LA 422LB 426LS 428LV 430LR 434LY 438LI 440LT 442LU 446MO 450MG 454MW 458MY 462MV
    466ML 470MT 478MR 480MU 484MX 492MC 496MN 498MD 499ME 500MS 504MA 508MZ 512OM 516NA 520NR 524NP 528NL 531CW
    533AW 534SX 540NC 548VU 554NZ 558NI 562NE 566NG 570NU 574NF 578NO 580MP 583FM 584MH 585PW 586PK 591PA 598PG
    600PY 604PE 608PH 612PN 616PL 620PT 624GW 626TL 630PR 634QA 642RO 643RU 646RW 652BL 654SH 659KN 660AI 662LC
    663MF 666PM 670VC 674SM 678ST 682SA 686SN 688RS 690SC 694SL 702SG 703SK 704VN 705SI 706SO 710ZA 716ZW 724ES
    728SS 729SD 732EH 740SR 748SZ 752SE 756CH 760SY 762TJ 764TH 768TG 776TO 780TT 784AE 788TN 792TR 795TM 796TC
    800UG 804UA 807MK 818EG 826GB 831GG 832JE 833IM 834TZ 840US 850VI 854BF 858UY 860UZ 862VE 876WF 882WS 887YE
    894ZM
"""


class Atlas:
    """The countries as rings of shared lines; a ring names its lines by number, ~number for one read backwards."""

    def __init__(self, topology: dict[str, Any]) -> None:
        (self.width, self.height), (self.west, self.south) = (
            topology["transform"]["scale"],
            topology["transform"]["translate"],
        )
        self.lines = [self._line(steps) for steps in topology["arcs"]]
        self.shapes: Shapes = {}
        codes = {entry[:3]: entry[3:] for entry in CODES.split()}
        for country in topology["objects"]["countries"]["geometries"]:
            code = codes.get(country.get("id", ""), "") or NO_CODE.get(country["properties"]["name"], "")
            if code and code not in LEFT_OUT:
                polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
                rings = [tuple(ring) for polygon in polygons for ring in polygon]
                self.shapes[code] = merged([*self.shapes.get(code, []), *rings])

    def _line(self, steps: list[list[int]]) -> list[Point]:
        x = y = 0
        line = []
        for across, up in steps:
            x, y = x + across, y + up
            line.append((x * self.width + self.west, y * self.height + self.south))
        return unrolled(line)

    def points(self, ring: Ring) -> list[Point]:
        found: list[Point] = []
        for number in ring:
            line = self.lines[number] if number >= 0 else self.lines[~number][::-1]
            found += line[1:] if found else line
        return unrolled(found)


def unrolled(line: list[Point]) -> list[Point]:
    """Longitudes that go on beyond 180 degrees instead of jumping to the other edge of the map."""
    turn = 0.0
    found = line[:1]
    for (before, _y), (lon, lat) in pairwise(line):
        turn -= 360 * round((lon - before) / 360)
        found.append((lon + turn, lat))
    return found


def give_crimea_to_ukraine(atlas: Atlas) -> None:
    """Natural Earth draws who holds it; the United Nations' resolution 68/262 says whose it is."""
    (crimea,) = (ring for ring in atlas.shapes["RU"] if contains(atlas.points(ring), SIMFEROPOL))
    atlas.shapes["RU"].remove(crimea)
    atlas.shapes["UA"] = merged([*atlas.shapes["UA"], crimea])


def give_western_sahara_its_border(atlas: Atlas) -> None:
    """The whole territory, up to the parallel: not the part beyond the wall alone, as Natural Earth draws it."""
    shared = {abs_number(number) for ring in atlas.shapes["EH"] for number in ring}
    (mainland,) = (ring for ring in atlas.shapes["MA"] if shared & {abs_number(number) for number in ring})
    algeria, wall, coast = mainland
    line = atlas.lines[coast]
    at = min(range(len(line)), key=lambda i: abs(line[i][1] - SAHARA_BORDER) + (line[i][0] > -13) * 90)
    atlas.lines += [line[: at + 1], line[at:], [atlas.lines[wall][0], line[at]]]
    south, north, border = range(len(atlas.lines) - 3, len(atlas.lines))
    atlas.shapes["MA"][atlas.shapes["MA"].index(mainland)] = (algeria, border, north)
    (sahara,) = atlas.shapes["EH"]
    place = sahara.index(~wall)
    atlas.shapes["EH"] = [(*sahara[:place], south, ~border, *sahara[place + 1 :])]


def abs_number(number: int) -> int:
    return number if number >= 0 else ~number


def contains(ring: list[Point], point: Point) -> bool:
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def triangle(a: Point, b: Point, c: Point) -> float:
    """Area of a corner in square degrees, as large as it would be at the equator."""
    area = abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
    return area * math.cos(math.radians(b[1]))


def ring_area(ring: list[Point]) -> float:
    flat = [(x * math.cos(math.radians(y)), y) for x, y in ring]
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(flat))) / 2


def simplified(line: list[Point], smallest: float, keep: int) -> list[Point]:
    """The line without its smallest corners, smallest first (Visvalingam and Whyatt 1993); its ends stay."""
    before, after = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))
    gone = [False] * len(line)
    area = [0.0] * len(line)
    heap: list[tuple[float, int]] = []

    def measure(i: int, least: float) -> None:
        area[i] = max(least, triangle(line[before[i]], line[i], line[after[i]]))
        heapq.heappush(heap, (area[i], i))

    for i in range(1, len(line) - 1):
        measure(i, 0)
    left = len(line)
    while heap and left > keep:
        size, i = heapq.heappop(heap)
        if gone[i] or size != area[i]:
            continue
        if size > smallest:
            break
        gone[i] = True
        left -= 1
        before[after[i]], after[before[i]] = before[i], after[i]
        for neighbour in (before[i], after[i]):
            if 0 < neighbour < len(line) - 1:
                measure(neighbour, size)
    return [point for i, point in enumerate(line) if not gone[i]]


def level(atlas: Atlas, units: int, limits: dict[str, float]) -> dict[int, list[int]]:
    """What is left of each line, as whole units: the first point, then the steps. Lines of islets are missing."""
    uses = Counter(abs_number(number) for rings in atlas.shapes.values() for ring in rings for number in ring)
    shortest: dict[int, int] = {}
    corners: dict[int, float] = {}
    for rings in atlas.shapes.values():
        areas = {ring: ring_area(atlas.points(ring)) for ring in rings}
        smallest = min(max(limits["least"], sum(areas.values()) * limits["share"]), limits["most"])
        for ring in rings:
            corner = limits["arctic"] if min(y for _x, y in atlas.points(ring)) > ARCTIC else smallest
            alone = len(ring) == 1 and uses[abs_number(ring[0])] == 1
            if alone and areas[ring] < max(areas.values()) and areas[ring] < limits["island"] * corner:
                continue
            keep = {1: 4, 2: 3}.get(len(ring), 2)
            for number in map(abs_number, ring):
                shortest[number] = max(keep, shortest.get(number, 0))
                corners[number] = min(corner, corners.get(number, corner))
    return {
        number: steps(simplified(atlas.lines[number], corners[number], keep), units)
        for number, keep in shortest.items()
    }


def steps(line: list[Point], units: int) -> list[int]:
    found: list[int] = []
    x = y = 0
    for lon, lat in line:
        to_x, to_y = round(lon * units), round(lat * units)
        if not found or (to_x, to_y) != (x, y):
            found += [to_x - x, to_y - y]
        x, y = to_x, to_y
    return found


def main(package: str) -> None:
    with tarfile.open(package) as archive:
        source = archive.extractfile(SOURCE)
        if source is None:
            raise SystemExit(f"{package} has no {SOURCE}.")
        atlas = Atlas(json.load(source))
    give_crimea_to_ukraine(atlas)
    give_western_sahara_its_border(atlas)
    fine, coarse = level(atlas, FINE_UNITS, FINE), level(atlas, COARSE_UNITS, COARSE)
    numbers = {number: place for place, number in enumerate(sorted(fine))}
    shapes = {
        code: [[numbers[n] if n >= 0 else ~numbers[~n] for n in ring] for ring in rings if abs_number(ring[0]) in fine]
        for code, rings in sorted(atlas.shapes.items())
    }
    world = {
        "shapes": shapes,
        "fine": {"units": FINE_UNITS, "lines": [fine[number] for number in numbers]},
        "coarse": {"units": COARSE_UNITS, "lines": [coarse.get(number, []) for number in numbers]},
    }
    TARGET.write_text(json.dumps(world, separators=(",", ":")) + "\n")
    points = [sum(map(len, lines.values())) // 2 for lines in (fine, coarse)]
    print(f"{TARGET.name}: {len(shapes)} shapes, {points[0]} and {points[1]} points, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
