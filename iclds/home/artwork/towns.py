"""Which towns there are to draw: Swedish ones, one for each region, and one for each partner country."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Town:
    """What makes up a town. The names are keys of `LANDFORMS`, `NORTHERN`, `ABROAD` and `PLANTS`."""

    landform: str
    landmark: str
    houses: tuple[str, ...]
    plants: tuple[str, ...]


WOODEN = ("cottage", "cottage", "townhouse")
OLD_TOWN = ("townhouse", "townhouse", "cottage")
SUBURB = ("apartments", "cottage", "townhouse")

SWEDISH = (
    Town("forest", "church", WOODEN, ("birch", "spruce")),
    Town("hills", "town-hall", OLD_TOWN, ("birch", "round-tree")),
    Town("forest", "water-tower", SUBURB, ("spruce", "birch")),
    Town("islands", "lighthouse", WOODEN, ("pine", "birch")),
    Town("taiga", "church", ("cottage", "apartments", "cottage"), ("spruce", "birch")),
    Town("fields", "church", ("cottage", "cottage", "apartments"), ("birch", "round-tree")),
)

TILED = ("tile-house", "tile-house", "block")
FLAT = ("flat-house", "flat-house", "block")
LOW = ("hip-house", "stall", "block")
MARKET = ("stall", "flat-house", "hip-house")

# Without a region: a town that could lie in many countries.
ABROAD_ANYWHERE = (
    Town("hills", "clock-tower", MARKET, ("round-tree", "shrub")),
    Town("peaks", "pillared-hall", ("flat-house", "block", "stall"), ("cypress", "round-tree")),
    Town("hills", "high-rise", MARKET, ("round-tree", "shrub")),
    Town("fields", "mast", ("hip-house", "flat-house", "stall"), ("round-tree", "cypress")),
    Town("hills", "pillared-hall", ("stall", "hip-house", "block"), ("round-tree", "round-tree")),
)

REGIONS = {
    "europe": (
        Town("peaks", "stone-tower", TILED, ("cypress", "round-tree")),
        Town("vineyard", "domed-church", ("tile-house", "tile-house", "stall"), ("cypress", "round-tree")),
        Town("hills", "pillared-hall", TILED, ("cypress", "round-tree")),
    ),
    "asia": (
        Town("karst", "high-rise", ("hip-house", "block", "stall"), ("palm", "banana")),
        Town("terraces", "pillared-hall", ("hip-house", "stall", "flat-house"), ("palm", "round-tree")),
        Town("fields", "mast", ("flat-house", "block", "stall"), ("palm", "banana")),
    ),
    "southern-africa": (
        Town("table", "high-rise", MARKET, ("acacia", "round-tree")),
        Town("hills", "mast", LOW, ("baobab", "shrub")),
        Town("islands", "pillared-hall", MARKET, ("palm", "acacia")),
    ),
    "east-africa": (
        Town("snow-cone", "high-rise", LOW, ("acacia", "round-tree")),
        Town("hills", "clock-tower", MARKET, ("banana", "acacia")),
        Town("hills", "pillared-hall", LOW, ("acacia", "palm")),
    ),
    "latin-america": (
        Town("volcano", "twin-towers", FLAT, ("palm", "round-tree")),
        Town("peaks", "twin-towers", ("tile-house", "flat-house", "stall"), ("palm", "banana")),
    ),
}

COUNTRIES = {
    "BA": Town("peaks", "dome", TILED, ("cypress", "round-tree")),
    "XK": Town("hills", "dome", ("tile-house", "block", "tile-house"), ("cypress", "shrub")),
    "RS": Town("fields", "stone-tower", TILED, ("round-tree", "cypress")),
    "UA": Town("fields", "domed-church", ("tile-house", "tile-house", "block"), ("cypress", "round-tree")),
    "GE": Town("peaks", "stone-tower", ("tile-house", "tile-house", "flat-house"), ("cypress", "shrub")),
    "MK": Town("hills", "domed-church", TILED, ("cypress", "cypress")),
    "MD": Town("vineyard", "domed-church", ("tile-house", "tile-house", "stall"), ("round-tree", "cypress")),
    "TR": Town("islands", "dome", ("tile-house", "flat-house", "block"), ("cypress", "palm")),
    "BY": Town("forest", "domed-church", ("tile-house", "block", "tile-house"), ("birch", "spruce")),
    "IN": Town("fields", "dome", ("flat-house", "stall", "flat-house"), ("palm", "round-tree")),
    "ID": Town("volcano", "high-rise", ("hip-house", "hip-house", "stall"), ("palm", "banana")),
    "CN": Town("karst", "pagoda", ("block", "block", "hip-house"), ("round-tree", "cypress")),
    "VN": Town("terraces", "pagoda", ("hip-house", "stall", "block"), ("banana", "palm")),
    "BW": Town("fields", "mast", MARKET, ("baobab", "acacia")),
    "KE": Town("snow-cone", "high-rise", ("flat-house", "stall", "block"), ("acacia", "round-tree")),
    "MZ": Town("islands", "clock-tower", ("flat-house", "hip-house", "stall"), ("palm", "palm")),
    "NA": Town("dunes", "pillared-hall", ("hip-house", "flat-house", "hip-house"), ("acacia", "shrub")),
    "ZA": Town("table", "high-rise", ("flat-house", "block", "hip-house"), ("round-tree", "acacia")),
    "TZ": Town("snow-cone", "clock-tower", MARKET, ("acacia", "palm")),
    "UG": Town("hills", "high-rise", LOW, ("banana", "acacia")),
    "ZM": Town("falls", "clock-tower", ("hip-house", "flat-house", "stall"), ("acacia", "round-tree")),
    "ZW": Town("hills", "pillared-hall", ("block", "flat-house", "stall"), ("baobab", "round-tree")),
    "RW": Town("terraces", "high-rise", ("hip-house", "hip-house", "block"), ("banana", "round-tree")),
    "CO": Town("peaks", "twin-towers", ("flat-house", "tile-house", "block"), ("palm", "shrub")),
    "GT": Town("volcano", "twin-towers", ("flat-house", "flat-house", "stall"), ("banana", "palm")),
    "LT": Town("forest", "twin-towers", ("tile-house", "tile-house", "block"), ("birch", "pine")),
    "SE": Town("taiga", "town-hall", OLD_TOWN, ("birch", "spruce")),
}
