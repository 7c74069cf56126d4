"""What both extensions of Wagtail's query compilers need: a moment without ranking."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def unranked(compiler: Any) -> Iterator[None]:
    """Within it the query compiler looks for matches and ranks none; afterwards it does as it did before."""
    ranks, compiler.order_by_relevance = compiler.order_by_relevance, False
    try:
        yield
    finally:
        compiler.order_by_relevance = ranks
