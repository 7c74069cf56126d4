"""The drawings of the first content as JPEG: themes, projects, news, countries and the picture of shared links."""

from iclds.home.artwork.canvas import as_jpeg
from iclds.home.artwork.layouts import draw
from iclds.home.artwork.scenes import Scene, country_scene, news_scene, project_scene, share_scene, theme_scene

SHARE_SIZE = (1200, 630)


def picture(scene: Scene) -> bytes:
    """The scene as a JPEG of 1600 by 900."""
    return as_jpeg(draw(scene).finished())


def theme_picture(theme: str) -> bytes:
    return picture(theme_scene(theme))


def project_picture(seed: str, theme: str, region: str = "") -> bytes:
    """A picture of its own for every project: the same seed always gives the same one."""
    return picture(project_scene(seed, theme, region))


def news_picture(seed: str, theme: str, region: str = "") -> bytes:
    return picture(news_scene(seed, theme, region))


def country_picture(code: str, region: str) -> bytes:
    return picture(country_scene(code, region))
