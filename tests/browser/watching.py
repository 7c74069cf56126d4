"""Keeps an eye on what a page does behind its reader's back."""

from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Page, Request, Response

# Wagtail's checker tells an editor, who has asked for nothing wrong, what it has found on the page.
HARMLESS = ("axe.run results",)


@dataclass
class Watched:
    """A window; `complaints` says what went wrong in it so far."""

    page: Page
    site: str
    seen: list[str] = field(default_factory=list)
    expected_statuses: set[int] = field(default_factory=set)

    def complaints(self) -> list[str]:
        return self.seen

    def on_console(self, message: ConsoleMessage) -> None:
        if message.type not in {"error", "warning"} or any(words in message.text for words in HARMLESS):
            return
        if any(f"status of {status}" in message.text for status in self.expected_statuses):
            return
        self.seen.append(f"{self.page.url} says on its console: {message.text}")

    def on_error(self, error: Exception) -> None:
        self.seen.append(f"{self.page.url} has a broken script: {error}")

    def on_request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.site}/", "data:", "blob:")):
            self.seen.append(f"{self.page.url} fetches {request.url}")

    def on_response(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self.expected_statuses:
            self.seen.append(f"{response.url} answered {response.status}")


def watch(page: Page, site: str) -> Watched:
    window = Watched(page, site)
    page.on("console", window.on_console)
    page.on("pageerror", window.on_error)
    page.on("request", window.on_request)
    page.on("response", window.on_response)
    page.set_default_timeout(15_000)
    return window
