"""Loads the first content from iclds/home/content, in both languages.

`load_content` makes what is missing and leaves what is there as it is, so it may be run again at any time. A mistake
in a file stops it with the file, the entry and the field, and leaves the database as it was.
"""

from iclds.home.loader.errors import ContentError
from iclds.home.loader.load import load_content

__all__ = ["ContentError", "load_content"]
