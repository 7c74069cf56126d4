"""The drawings of the first content as JPEG: themes, projects, news, countries, covers and shared links."""

from iclds.home.artwork.canvas import as_jpeg
from iclds.home.artwork.covers import cover_picture, share_picture
from iclds.home.artwork.layouts import draw
from iclds.home.artwork.scenes import Scene, country_scene, news_scene, project_scene, theme_scene

__all__ = [
    "country_picture",
    "cover_picture",
    "news_picture",
    "picture",
    "project_picture",
    "share_picture",
    "theme_picture",
]


def picture(scene: Scene) -> bytes:
    """The scene as a JPEG of 1600 by 900."""
    return as_jpeg(draw(scene).finished())


def theme_picture(theme: str) -> bytes:
    """One of `motifs.THEMES`."""
    return picture(theme_scene(theme))


def project_picture(seed: str, theme: str, region: str = "") -> bytes:
    """A picture of its own for every project. With the partner's region the town abroad fits it."""
    return picture(project_scene(seed, theme, region))


def news_picture(seed: str, theme: str, region: str = "") -> bytes:
    return picture(news_scene(seed, theme, region))


def country_picture(code: str, region: str) -> bytes:
    """A country by its ISO code; one that `towns.COUNTRIES` does not know gets a town of its region."""
    return picture(country_scene(code, region))
