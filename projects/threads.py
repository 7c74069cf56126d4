"""The site's signature picture: partnerships as threads between places in Sweden and places abroad, north to south."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber

from iclds.core.languages import in_language
from iclds.core.maps.arcs import Arc
from iclds.core.maps.labels import cut_to
from iclds.registers.codelists import PartnerRole, Region

# Read in the database: only among the latest projects, and of these a few pairs a country.
LATEST_PROJECTS = 500
PAIRS_A_COUNTRY = 8
PAIRS_READ = 240

# The type of the names, with an average letter, and how far they stand from the threads.
TEXT, LETTER, BESIDE = 14, 0.53, 12


@dataclass(frozen=True)
class SignaturePair:
    """A partnership between two places; `count` public projects of the latest ones."""

    swedish: str
    swedish_latitude: float
    abroad: str
    abroad_latitude: float
    country: str
    region: str
    count: int


@dataclass(frozen=True)
class End:
    """A place in one of the two columns: `y` is the middle of its line. `detail` is its country, if there is room."""

    name: str
    detail: str
    y: int


@dataclass(frozen=True)
class Thread:
    """`here` and `there` count places from the top of the columns."""

    pair: SignaturePair
    here: int
    there: int
    path: str

    @property
    def width(self) -> float:
        return min(1.5 + 0.75 * (self.pair.count - 1), 4.5)


@dataclass(frozen=True)
class Threads:
    width: int
    height: int
    left: int
    right: int
    swedish: list[End]
    abroad: list[End]
    threads: list[Thread]

    @property
    def left_text(self) -> int:
        """Where the names of the left column end."""
        return self.left - BESIDE

    @property
    def right_text(self) -> int:
        return self.right + BESIDE


@dataclass(frozen=True)
class Layout:
    """Widths of the picture and of a column in units of its viewBox, and the height of a line."""

    width: int
    names: int
    line: int
    margin: int
    with_countries: bool

    @property
    def letters(self) -> int:
        """How many letters a column has room for."""
        return int((self.names - BESIDE) / TEXT / LETTER)


WIDE = Layout(width=1200, names=300, line=30, margin=18, with_countries=True)
# On a phone of 360 pixels the names are 13 of them high; ten pairs are enough there.
NARROW = Layout(width=360, names=130, line=26, margin=14, with_countries=False)


def signature_pairs(limit: int) -> list[SignaturePair]:
    """Pairs with as many countries and Swedish places among them as can be, most projects first; one query."""
    return chosen(_candidates(), limit)


def chosen(candidates: Iterable[SignaturePair], limit: int) -> list[SignaturePair]:
    """One after the other, that which adds most: a new country counts before a new Swedish place, and that before
    a new place abroad, then the one with more projects."""
    left = list(candidates)
    found: list[SignaturePair] = []
    while left and len(found) < limit:
        countries, here = {pair.country for pair in found}, {pair.swedish for pair in found}
        there = {pair.abroad for pair in found}
        best = min(
            left,
            key=lambda pair: (
                pair.country in countries, pair.swedish in here, pair.abroad in there, -pair.count, pair.swedish
            ),
        )  # fmt: skip
        left.remove(best)
        found.append(best)
    return found


def _candidates() -> list[SignaturePair]:
    project = apps.get_model("projects", "Project")
    latest = project.objects.public().latest_first().values("pk")[:LATEST_PROJECTS]
    other = "project__partners__organisation"
    rows = (
        apps.get_model("projects", "ProjectPartner")
        .objects.filter(
            project__in=latest,
            role=PartnerRole.SWEDISH,
            organisation__latitude__isnull=False,
            project__partners__role=PartnerRole.INTERNATIONAL,
            project__partners__organisation__latitude__isnull=False,
        )
        .order_by()
        .values(
            "organisation__name_en", "organisation__name_sv", "organisation__latitude",
            f"{other}__name_en", f"{other}__name_sv", f"{other}__latitude",
            f"{other}__country__name_en", f"{other}__country__name_sv", f"{other}__country__region",
        )
        .annotate(projects=Count("project", distinct=True))
        .annotate(
            place_in_country=Window(
                RowNumber(),
                partition_by=F(f"{other}__country"),
                order_by=[F("projects").desc(), F("organisation__name_sv").asc(), F(f"{other}__name_sv").asc()],
            )
        )
        .filter(place_in_country__lte=PAIRS_A_COUNTRY)
        .order_by("place_in_country", "-projects", "organisation__name_sv", f"{other}__name_sv")[:PAIRS_READ]
    )  # fmt: skip
    return [
        SignaturePair(
            swedish=_name(row, "organisation"),
            swedish_latitude=float(row["organisation__latitude"]),
            abroad=_name(row, other),
            abroad_latitude=float(row[f"{other}__latitude"]),
            country=_name(row, f"{other}__country"),
            region=row[f"{other}__country__region"],
            count=row["projects"],
        )
        for row in rows
    ]


@dataclass(frozen=True)
class _Names:
    name_en: str
    name_sv: str


def _name(row: dict[str, str], of: str) -> str:
    return in_language(_Names(row[f"{of}__name_en"], row[f"{of}__name_sv"]), "name")


def threads(pairs: Sequence[SignaturePair], layout: Layout = WIDE) -> Threads:
    """Swedish places in the left column, places abroad in the right one, both from north to south."""
    here = _north_to_south((pair.swedish, "", pair.swedish_latitude) for pair in pairs)
    there = _north_to_south((pair.abroad, pair.country, pair.abroad_latitude) for pair in pairs)
    height = max(len(here), len(there), 1) * layout.line + 2 * layout.margin
    swedish, abroad = _column(here, layout, height), _column(there, layout, height)
    left, right = layout.names, layout.width - layout.names
    drawn = []
    for pair in pairs:
        start, end = here.index((pair.swedish, "")), there.index((pair.abroad, pair.country))
        drawn.append(Thread(pair, start, end, _thread(left, swedish[start].y, right, abroad[end].y)))
    return Threads(layout.width, height, left, right, swedish, abroad, drawn)


def regions_of(pairs: Iterable[SignaturePair]) -> list[tuple[str, str]]:
    """The parts of the world among the pairs, as codes and names, in the order of the code list."""
    found = {pair.region for pair in pairs}
    return [(str(code), str(name)) for code, name in Region.choices if code in found]


def _north_to_south(places: Iterable[tuple[str, str, float]]) -> list[tuple[str, str]]:
    latitudes = {(name, detail): latitude for name, detail, latitude in places}
    return sorted(latitudes, key=lambda place: (-latitudes[place], place))


def _column(places: Sequence[tuple[str, str]], layout: Layout, height: int) -> list[End]:
    """Spread over the whole height, so that the shorter column is as tall as the longer one."""
    step = (height - 2 * layout.margin) / max(len(places), 1)
    return [
        _end(name, detail if layout.with_countries else "", round(layout.margin + step * (number + 0.5)), layout)
        for number, (name, detail) in enumerate(places)
    ]


def _end(name: str, detail: str, y: int, layout: Layout) -> End:
    room = layout.letters - (len(detail) + 2 if detail else 0)
    return End(cut_to(name, room), detail, y)


def _thread(left: int, start: int, right: int, end: int) -> str:
    bend = (right - left) * 0.5
    return Arc((left, start), (left + bend, start), (right - bend, end), (right, end)).path
