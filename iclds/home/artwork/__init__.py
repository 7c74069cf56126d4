"""The drawings and PDFs of the first content, made by the site itself: no picture archive, no fonts to install.

Every drawing says what ICLD does: two places far apart, joined by a line, with the theme between them.
Pictures are planned first (`scenes`), then drawn (`pictures`) or put into words (`descriptions`), so that what a
description says is what the drawing shows. The same input gives the same picture.
"""

from iclds.home.artwork.descriptions import describe

__all__ = ["describe"]
