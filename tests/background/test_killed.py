"""Processes that are killed, on a site that is really started: nothing is lost, and what cannot be done is told.

Long, so run by `make walk`, on both databases.
"""

import datetime
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message

from tests.browser.content import PASSWORD
from tests.started.browser import signed_in
from tests.started.site import StartedSite, free_port, started_site, wait_for

pytestmark = pytest.mark.walk

PATIENCE = 90  # seconds
MADE_UP = "from tests.background.made_up_jobs import *;"


class Mailbox(Message):
    """A mail server that keeps what it gets, by subject."""

    def __init__(self) -> None:
        super().__init__()
        self.subjects: list[str] = []

    def handle_message(self, message: object) -> None:
        self.subjects.append(str(message["Subject"]))  # type: ignore[index]


@pytest.fixture(scope="module")
def mailbox() -> Iterator[tuple[Mailbox, int]]:
    box, port = Mailbox(), free_port()
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    yield box, port
    server.stop()


@pytest.fixture(scope="module")
def site(
    tmp_path_factory: pytest.TempPathFactory, database_server: str | None, mailbox: tuple[Mailbox, int]
) -> Iterator[StartedSite]:
    variables = {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": str(mailbox[1]), "EMAIL_USE_TLS": "false"}
    folder = tmp_path_factory.mktemp("killed")
    with started_site(folder, database_server, settings="tests.started.killing", variables=variables) as site:
        site.shell(f"from iclds.users.models import User; User.objects.create_superuser('anna', '', {PASSWORD!r})")
        site.start_web()
        yield site


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "notes"
    path.touch()
    return path


def until(is_so: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Wait until something is so; fails after so many seconds."""
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "It did not come to pass."
        time.sleep(0.2)


def states(site: StartedSite, job: str) -> list[str]:
    rows = site.query(
        f"SELECT status FROM django_tasks_database_dbtaskresult WHERE task_path LIKE '%made_up_jobs.{job}'"
    )
    return [str(status) for (status,) in rows]


def forget_jobs(site: StartedSite) -> None:
    site.shell("from django_tasks_db.models import DBTaskResult; DBTaskResult.objects.all().delete()")


def lanes_of(worker: subprocess.Popen[bytes]) -> list[int]:
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(worker.pid)], stdout=subprocess.PIPE, text=True, check=False
    )
    return [int(pid) for pid in listed.stdout.split()]


def is_alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    try:
        return status.read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_ten_jobs_survive_a_worker_that_is_killed_in_the_middle(site: StartedSite, notes: Path) -> None:
    forget_jobs(site)
    site.shell(f"{MADE_UP} [note_slowly.enqueue({str(notes)!r}, str(number), 0.5) for number in range(10)]")
    worker = site.start_worker()
    until(lambda: len(notes.read_text().splitlines()) >= 3)

    lanes = lanes_of(worker)
    os.kill(worker.pid, signal.SIGKILL)
    until(lambda: not any(is_alive(pid) for pid in lanes), seconds=5)
    assert len(lanes) == 2
    assert set(states(site, "note_slowly")) > {"SUCCESSFUL"}  # it was in the middle
    worker = site.start_worker()
    until(lambda: states(site, "note_slowly") == ["SUCCESSFUL"] * 10)

    assert {int(line) for line in notes.read_text().splitlines()} == set(range(10))
    worker.terminate()
    worker.wait(timeout=PATIENCE)


def test_a_job_that_always_ends_its_process_is_told_and_the_next_one_is_done(site: StartedSite, notes: Path) -> None:
    forget_jobs(site)
    site.shell(f"{MADE_UP} be_killed.enqueue({str(notes)!r}); note_slowly.enqueue({str(notes)!r}, 'next', 0)")
    worker = site.start_worker()

    until(lambda: states(site, "be_killed") == ["FAILED"] and states(site, "note_slowly") == ["SUCCESSFUL"])

    assert notes.read_text().splitlines() == ["begun", "begun", "begun", "next"]
    screen = signed_in(site.url, "anna", PASSWORD).read("/admin/")
    assert "the process that did it was ended in the middle of it, every time" in screen
    worker.terminate()
    worker.wait(timeout=PATIENCE)


def test_a_worker_that_is_stopped_puts_the_job_at_hand_back(site: StartedSite, notes: Path) -> None:
    forget_jobs(site)
    site.shell(f"{MADE_UP} note_slowly.enqueue({str(notes)!r}, 'long', 300)")
    worker = site.start_worker()
    until(lambda: states(site, "note_slowly") == ["RUNNING"])

    worker.terminate()

    assert worker.wait(timeout=30) == 0
    assert states(site, "note_slowly") == ["READY"]


def test_a_second_worker_says_that_it_is_not_needed(site: StartedSite) -> None:
    first = site.start_worker()
    until(lambda: len(lanes_of(first)) == 2)

    second = subprocess.run(
        [sys.executable, "manage.py", "work"],
        cwd=Path(__file__).parents[2],
        env=site.environment,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )

    assert (second.returncode, "Another worker is at work" in second.stderr) == (1, True)
    first.terminate()
    first.wait(timeout=PATIENCE)


def test_a_report_is_kept_and_mailed_though_the_web_process_was_killed_before_it_answered(
    site: StartedSite, mailbox: tuple[Mailbox, int]
) -> None:
    forget_jobs(site)
    form = urllib.parse.urlencode({"text": "The menu cannot be reached by keys."}).encode()
    request = urllib.request.Request(f"{site.url}/en/accessibility/report/", form, {"X-Kill": "now"})

    with pytest.raises((urllib.error.URLError, ConnectionError)):
        urllib.request.urlopen(request, timeout=30)
    worker = site.start_worker()
    until(lambda: mailbox[0].subjects)

    assert site.query("SELECT text FROM home_accessibilityreport") == [("The menu cannot be reached by keys.",)]
    assert mailbox[0].subjects == ["Accessibility: a problem was reported"]
    worker.terminate()
    worker.wait(timeout=PATIENCE)
    wait_for(f"{site.url}/robots.txt")  # gunicorn has a new process


def test_a_scheduled_page_and_a_mail_go_out_while_a_long_job_runs(
    site: StartedSite, notes: Path, mailbox: tuple[Mailbox, int]
) -> None:
    forget_jobs(site)
    mailbox[0].subjects.clear()
    site.shell(f"{MADE_UP} note_slowly.enqueue({str(notes)!r}, 'five minutes', 300)")
    worker = site.start_worker()
    until(lambda: states(site, "note_slowly") == ["RUNNING"])
    at = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=5)
    site.shell(
        "from iclds.home.models import HomePage, StandardPage; from django.core.mail import send_mail;"
        "home = HomePage.objects.get(locale__language_code='en');"
        "page = StandardPage(title='Scheduled', slug='scheduled', locale=home.locale, live=False);"
        "home.add_child(instance=page);"
        f"page.go_live_at = __import__('datetime').datetime.fromisoformat('{at.isoformat()}');"
        "page.save_revision().publish();"
        "send_mail('While a job runs', 'Text', None, ['editor@icld.example'])"
    )

    until(lambda: mailbox[0].subjects == ["While a job runs"])
    until(lambda: answers(f"{site.url}/en/scheduled/") == 200)

    assert states(site, "note_slowly") == ["RUNNING"]
    worker.terminate()
    worker.wait(timeout=PATIENCE)


def answers(url: str) -> int:
    try:
        return int(urllib.request.urlopen(url, timeout=30).status)
    except urllib.error.HTTPError as error:
        return error.code
