"""Mail servers on this machine: a real one whose answers a test chooses, and some that only look like one."""

import asyncio
import socket
import threading
from collections.abc import Callable
from email import message_from_bytes
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from tests.started.site import free_port

# Instead of an answer.
NOTHING, BREAK_OFF = "nothing", "break off"


class Postbox:
    """What a mail server does with each command: its usual answer, or the one in `answers`; and what it took."""

    def __init__(self) -> None:
        self.recover()

    def recover(self) -> None:
        """Well, and empty."""
        self.answers: dict[str, str] = {}
        self.taken: list[tuple[str, str]] = []
        self.envelopes: list[Envelope] = []
        self.sessions: set[int] = set()
        self.accepts_passwords = True

    def log_in(self, *args: Any) -> AuthResult:
        return AuthResult(success=self.accepts_passwords, handled=False)

    async def _answer(self, command: str, server: SMTP) -> str | None:
        answer = self.answers.get(command)
        if answer == NOTHING:
            await asyncio.sleep(60)
        if answer == BREAK_OFF:
            assert server.transport is not None
            server.transport.abort()
        return answer

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        return await self._answer_to_a_second(session, server) or await self._answer("MAIL", server) or "250 OK"

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answer = await self._answer("RCPT", server) or await self._answer(address, server) or "250 OK"
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_NOOP(self, server: SMTP, session: Session, envelope: Envelope, words: str) -> str:  # noqa: N802
        return await self._answer_to_a_second(session, server) or "250 OK"

    async def _answer_to_a_second(self, session: Session, server: SMTP) -> str | None:
        """What a connection hears that has brought one mail already."""
        return await self._answer("SECOND", server) if id(session) in self.sessions else None

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        answer = await self._answer("DATA", server) or "250 OK"
        if answer.startswith("250"):
            self._take(session, envelope)
        if self.answers.get("TAKEN") == BREAK_OFF:
            self._take(session, envelope)
            assert server.transport is not None
            server.transport.abort()
        return answer

    def _take(self, session: Session, envelope: Envelope) -> None:
        if any(envelope is taken for taken in self.envelopes):
            self.taken.pop()
            self.envelopes.pop()
        content = envelope.content if isinstance(envelope.content, bytes) else str(envelope.content).encode()
        self.taken.append((envelope.rcpt_tos[0], message_from_bytes(content)["Message-ID"]))
        self.envelopes.append(envelope)
        self.sessions.add(id(session))


class MailServer:
    """A postbox that listens."""

    def __init__(self) -> None:
        self.postbox = Postbox()
        self.port = free_port()
        self._controller = Controller(
            self.postbox,
            hostname="127.0.0.1",
            port=self.port,
            authenticator=self.postbox.log_in,
            auth_require_tls=False,
        )

    def start(self) -> None:
        self._controller.start()

    def stop(self) -> None:
        self._controller.stop()


class Impostor:
    """Accepts connections and does with each what it is told."""

    def __init__(self, talk: Callable[[socket.socket], None]) -> None:
        self._talk = talk
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                visitor, _address = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(visitor,), daemon=True).start()

    def _serve(self, visitor: socket.socket) -> None:
        with visitor:
            try:
                self._talk(visitor)
            except OSError:
                return  # the other side had enough

    def stop(self) -> None:
        self._listening.close()


def says_nothing(visitor: socket.socket) -> None:
    while visitor.recv(1024):
        pass


def dribbles(visitor: socket.socket) -> None:
    """A letter now and then, always before anybody's patience with one step ends."""
    for letter in "220 " + "x" * 400:
        visitor.sendall(letter.encode())
        threading.Event().wait(0.05)


def never_comes_to_the_end(visitor: socket.socket) -> None:
    """Line after line of an answer."""
    visitor.sendall(b"220 mail.example\r\n")
    visitor.recv(1024)
    while True:
        visitor.sendall(b"250-and\r\n" * 10)
        threading.Event().wait(0.01)


def turns_away(visitor: socket.socket) -> None:
    visitor.sendall(b"554 5.3.2 Not today\r\n")
    says_nothing(visitor)
