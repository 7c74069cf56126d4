"""Static files as visitors get them: compressed, with lasting names, all style sheets in one request."""

from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

from iclds.core.stylesheets import BUNDLE, ORDER, bundle, path_of


class SiteStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Whitenoise's storage, which puts the style sheets together while `collectstatic` runs.

    A page on a slow link waits for each request; twelve small files weigh half as much again as one.
    """

    bundles_stylesheets = True

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if not dry_run and all(path_of(name) in paths for name in ORDER):
            self._write_bundle(paths)
        yield from super().post_process(paths, dry_run, **options)

    def _write_bundle(self, paths: dict[str, Any]) -> None:
        def read(path: str) -> str:
            storage, name = paths[path]
            with storage.open(name) as file:
                return str(file.read().decode())

        self.delete(BUNDLE)
        self.save(BUNDLE, ContentFile(bundle(read).encode()))
        paths[BUNDLE] = (self, BUNDLE)
