"""Shapes that share their lines: a border between two countries is one line, read in both directions.

A ring names its lines by number, and as ~number one that is read backwards (as TopoJSON does).
"""

from collections.abc import Iterable

Ring = tuple[int, ...]


def merged(rings: Iterable[Ring]) -> list[Ring]:
    """The outline of several shapes together: lines that two of them share lie inside, and go."""
    rings = list(rings)
    all_lines = {number for ring in rings for number in ring}
    shared = {number for number in all_lines if ~number in all_lines}
    whole = [ring for ring in rings if not shared.intersection(ring)]
    opened = [ring for ring in rings if shared.intersection(ring)]
    return [*whole, *_outlines(opened, shared)]


def _outlines(rings: list[Ring], shared: set[int]) -> list[Ring]:
    """Walks each ring until it comes to a shared line, and goes on in the ring beyond."""
    following = {number: ring[(place + 1) % len(ring)] for ring in rings for place, number in enumerate(ring)}
    left = dict.fromkeys(number for ring in rings for number in ring if number not in shared)
    found = []
    while left:
        start = next(iter(left))
        outline, number = [], start
        while True:
            outline.append(number)
            left.pop(number, None)
            number = following[number]
            while number in shared:
                number = following[~number]
            if number == start:
                break
        found.append(tuple(outline))
    return found
