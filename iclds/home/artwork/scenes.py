"""What a picture shows, decided before it is drawn: the layout, its light, the two towns and the theme."""

from dataclasses import dataclass

from iclds.home.artwork.motifs import THEMES
from iclds.home.artwork.things import dice
from iclds.home.artwork.towns import ABROAD_ANYWHERE, COUNTRIES, REGIONS, SWEDISH, Town

# How the two places lie to each other; `layouts` draws each.
LAKE, BRIDGE, GLOBE, HALVES, ROAD, RING, FAR = "lake", "bridge", "globe", "halves", "road", "ring", "far"

# The light each theme is drawn in: first the one of its own picture, then those of projects and news.
THEME_MOODS = {
    "water": ("noon", "morning", "dusk", "clay"),
    "waste": ("sage", "morning", "noon", "evening"),
    "school": ("evening", "noon", "morning", "sage"),
    "youth": ("morning", "evening", "clay", "noon"),
    "health": ("clay", "sage", "noon", "morning"),
    "climate": ("sage", "night", "morning", "clay"),
    "gender": ("dusk", "clay", "morning", "noon"),
    "dialogue": ("morning", "noon", "evening", "sage"),
    "city": ("night", "evening", "noon", "sage"),
    "library": ("clay", "night", "evening", "sage"),
    "research": ("noon", "dusk", "sage", "night"),
    "market": ("evening", "morning", "clay", "noon"),
}
THEME_LAYOUTS = {
    "water": LAKE,
    "waste": BRIDGE,
    "school": ROAD,
    "youth": GLOBE,
    "health": LAKE,
    "climate": HALVES,
    "gender": ROAD,
    "dialogue": HALVES,
    "city": LAKE,
    "library": GLOBE,
    "research": BRIDGE,
    "market": LAKE,
}
# Two lights beside each other, for the layout in halves.
PAIRS = {
    "morning": "dusk",
    "noon": "evening",
    "evening": "noon",
    "clay": "dusk",
    "sage": "night",
    "night": "clay",
    "dusk": "morning",
}


@dataclass(frozen=True)
class Scene:
    """One picture. Everything left to chance in drawing it follows from `seed` and `theme`."""

    layout: str
    mood: str
    swedish: Town
    abroad: Town
    theme: str = ""
    seed: str = ""
    swapped: bool = False  # the Swedish town on the right

    @property
    def towns(self) -> tuple[Town, Town]:
        """From left to right."""
        return (self.abroad, self.swedish) if self.swapped else (self.swedish, self.abroad)


def theme_scene(theme: str) -> Scene:
    """The theme's own picture: every theme has its own light and its own pair of towns."""
    layout, number = THEME_LAYOUTS[theme], THEMES.index(theme)
    abroad = [town for towns in (*REGIONS.values(), ABROAD_ANYWHERE) for town in towns]
    return Scene(layout, THEME_MOODS[theme][0], SWEDISH[number % 6], abroad[number * 5 % len(abroad)], theme, theme)


def project_scene(seed: str, theme: str, region: str = "") -> Scene:
    """A project's picture. With the partner's region the town abroad fits it."""
    chance = dice("project", seed, theme)
    layout = chance.choice((LAKE, LAKE, BRIDGE, GLOBE, HALVES, ROAD))
    mood, swapped = chance.choice(THEME_MOODS[theme]), chance.random() < 0.4
    return Scene(layout, mood, chance.choice(SWEDISH), chance.choice(_towns_of(region)), theme, seed, swapped)


def news_scene(seed: str, theme: str, region: str = "") -> Scene:
    """A picture for news: the theme comes first, the towns stand small at its sides."""
    chance = dice("news", seed, theme)
    layout = chance.choice((RING, RING, HALVES, GLOBE))
    mood, swapped = chance.choice(THEME_MOODS[theme]), chance.random() < 0.4
    return Scene(layout, mood, chance.choice(SWEDISH), chance.choice(_towns_of(region)), theme, seed, swapped)


def country_scene(code: str, region: str) -> Scene:
    """A partner country close by, and Sweden on the horizon."""
    chance = dice("country", code)
    mood = chance.choice(("morning", "noon", "evening", "clay", "sage", "dusk"))
    abroad = COUNTRIES.get(code) or chance.choice(_towns_of(region))
    return Scene(FAR, mood, chance.choice(SWEDISH[:3]), abroad, seed=code)


def cover_scene(title: str, series: str) -> Scene:
    """What lies below the title of a publication."""
    chance = dice("cover", title, series)
    mood = chance.choice(("morning", "noon", "evening", "clay", "sage", "night", "dusk"))
    theme = chance.choice(("research", "library", "dialogue"))
    layout, swapped = chance.choice((LAKE, LAKE, BRIDGE, GLOBE, ROAD)), chance.random() < 0.4
    return Scene(layout, mood, chance.choice(SWEDISH), chance.choice(ABROAD_ANYWHERE), theme, title, swapped)


def share_scene() -> Scene:
    """What goes with a shared link to the site."""
    return Scene(LAKE, "evening", SWEDISH[0], REGIONS["east-africa"][0], seed="share")


def _towns_of(region: str) -> tuple[Town, ...]:
    return REGIONS.get(region, ABROAD_ANYWHERE)
