"""The one error of the loader."""


class ContentError(Exception):
    """A mistake in a content file, told so that whoever wrote the file can mend it."""

    def __init__(self, file: str, entry: str, field: str, problem: str) -> None:
        self.file, self.entry, self.field, self.problem = file, entry, field, problem
        super().__init__(f"{file}, entry {entry}, field {field}: {problem}")
