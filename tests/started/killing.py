"""Settings of a site whose web process is killed between the commit and the answer, where a request asks for it."""

import os
import signal
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from iclds.settings.production import *  # noqa: F403
from iclds.settings.production import MIDDLEWARE as ITS_MIDDLEWARE


class KillBeforeTheAnswer:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if "X-Kill" in request.headers:
            os.kill(os.getpid(), signal.SIGKILL)
        return response


MIDDLEWARE = ["tests.started.killing.KillBeforeTheAnswer", *ITS_MIDDLEWARE]
