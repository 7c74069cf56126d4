"""The style sheets of the site in their order: linked one by one while working, as one file to visitors."""

from collections.abc import Callable

FOLDER = "css"
# One file a template folder; what comes later may lean on what came before. Cascade layers settle all else.
ORDER = (
    "fonts", "base", "layout", "components", "cards", "blocks",
    "maps", "charts", "home", "news", "programmes", "projects", "print",
)  # fmt: skip
PRINT = "print"
BUNDLE = f"{FOLDER}/site.css"


def path_of(name: str) -> str:
    return f"{FOLDER}/{name}.css"


def bundle(read: Callable[[str], str]) -> str:
    """All style sheets as one, read by their paths; that for paper applies only there."""
    return "\n".join(_for_paper(read(path_of(name))) if name == PRINT else read(path_of(name)) for name in ORDER)


def _for_paper(css: str) -> str:
    return f"@media print {{\n{css}\n}}"
