"""Reads the environment once and reports every fault together, by the variable's name."""

from pathlib import Path
from urllib.parse import urlsplit

from environs import Env, ValidationError

BASE_DIR = Path(__file__).resolve().parents[2]

# Not eager: all faulty variables are named in one message by env.seal(), which every place calls last.
env = Env(eager=False)


def is_site_url(value: str) -> None:
    """Accept `https://host` or `http://host:port`, without a path.

    Raises environs.ValidationError with a sentence for whoever starts the site.
    """
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValidationError("Write the public address with its scheme, such as https://icld.example.")
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise ValidationError("Write the address without a path, such as https://icld.example.")


def secret(name: str) -> str:
    """Value of `name`, or the content of the file that `name`_FILE points at (for mounted secrets)."""
    path = env.str(f"{name}_FILE", default="")
    if path and Path(path).is_file():
        return Path(path).read_text().strip()
    return env.str(name)
