"""What differs by place comes from the environment; a wrong value stops the site and names its variable."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from environs import ValidationError

from iclds.settings.environment import BASE_DIR, is_site_url

SECRET = "a-secret-of-more-than-fifty-letters-that-is-only-for-tests-0123456789"


def start(*, show: str = "0", without_secret: bool = False, **variables: str) -> subprocess.CompletedProcess[str]:
    """Read the settings of production in a process of its own, as a start of the site does; prints `show`."""
    inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    if not without_secret:
        inherited["SECRET_KEY"] = SECRET
    return subprocess.run(
        [sys.executable, "-c", f"from iclds.settings import production as settings; print({show})"],
        cwd=BASE_DIR,
        env={**inherited, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        pytest.param("SITE_URL", "icld.example", id="an address without its scheme"),
        pytest.param("SITE_URL", "https://icld.example/en/", id="an address with a path"),
        pytest.param("LOG_LEVEL", "LOUD", id="a log level that does not exist"),
        pytest.param("SERVE_MEDIA", "maybe", id="neither yes nor no"),
        pytest.param("BEHIND_PROXY", "perhaps", id="a proxy in doubt"),
        pytest.param("DATABASE_URL", "oracle-of-delphi://x", id="a database that nobody knows"),
    ],
)
def test_a_wrong_value_stops_the_start_and_names_its_variable(variable: str, value: str) -> None:
    started = start(**{variable: value})

    assert started.returncode != 0
    assert variable in started.stderr.splitlines()[-1]


def test_all_faults_are_told_together() -> None:
    started = start(SITE_URL="icld.example", LOG_LEVEL="LOUD", SERVE_MEDIA="maybe", SECRET_KEY="")

    told = started.stderr.splitlines()[-1]
    assert [name in told for name in ("SITE_URL", "LOG_LEVEL", "SERVE_MEDIA")] == [True, True, True]


def test_production_does_not_start_without_a_secret() -> None:
    started = start(without_secret=True)

    assert started.returncode != 0
    assert "SECRET_KEY" in started.stderr.splitlines()[-1]


def test_a_site_at_https_is_hardened() -> None:
    show = "settings.SECURE_SSL_REDIRECT, settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE, settings.DEBUG"

    assert start(show=show, SITE_URL="https://icld.example").stdout.strip() == "True True True False"


def test_a_site_tried_at_home_needs_no_https() -> None:
    show = "settings.SECURE_SSL_REDIRECT, settings.SESSION_COOKIE_SECURE, settings.ALLOWED_HOSTS"

    started = start(show=show, SITE_URL="http://127.0.0.1:8000")

    assert started.stdout.strip() == "False False ['127.0.0.1', '127.0.0.1', 'localhost']"


def test_the_database_comes_from_its_address() -> None:
    show = "settings.DATABASES['default']['ENGINE'], settings.DATABASES['default']['NAME']"

    started = start(show=show, DATABASE_URL="postgres://icld:x@db.internal/icld")

    assert started.stdout.strip() == "django.db.backends.postgresql icld"


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("https://icld.example", id="https"),
        pytest.param("http://127.0.0.1:8000", id="at home with a port"),
        pytest.param("https://icld.example/", id="with a slash at its end"),
    ],
)
def test_an_address_of_the_site_is_accepted(address: str) -> None:
    is_site_url(address)


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("", id="empty"),
        pytest.param("icld.example", id="no scheme"),
        pytest.param("ftp://icld.example", id="another scheme"),
        pytest.param("https://", id="no host"),
        pytest.param("https://icld.example/en", id="a path"),
        pytest.param("https://icld.example?x=1", id="a query"),
        pytest.param("https://icld.example#top", id="a fragment"),
    ],
)
def test_what_is_no_address_of_a_site_is_refused(address: str) -> None:
    with pytest.raises(ValidationError):
        is_site_url(address)


def test_a_site_address_ending_in_a_slash_gives_no_double_slash() -> None:
    started = start(show="settings.SITE_URL", SITE_URL="https://icld.example/")

    assert started.stdout.strip() == "https://icld.example"


@pytest.mark.parametrize(
    ("host", "transport"),
    [
        pytest.param({}, None, id="no server: mail waits and is never written to a log"),
        pytest.param({"EMAIL_HOST": "smtp.icld.example"}, "iclds.mail.smtp.EmailBackend", id="a server"),
    ],
)
def test_mail_goes_into_the_outbox_and_on_where_a_server_is_set(host: dict[str, str], transport: str | None) -> None:
    started = start(show="(settings.EMAIL_BACKEND, settings.MAIL_TRANSPORT or None)", **host)

    assert started.stdout.strip() == str(("iclds.mail.backend.OutboxBackend", transport))


def test_a_secret_may_be_mounted_as_a_file(tmp_path: Path) -> None:
    mounted = tmp_path / "secret-key"
    mounted.write_text(f"{SECRET}-from-a-file\n")

    started = start(show="settings.SECRET_KEY", SECRET_KEY_FILE=str(mounted))

    assert started.stdout.strip() == f"{SECRET}-from-a-file"


def test_without_the_file_the_variable_holds() -> None:
    started = start(show="settings.SECRET_KEY", SECRET_KEY_FILE="/nowhere/secret-key")

    assert started.stdout.strip() == SECRET
