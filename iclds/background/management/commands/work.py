import signal
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from iclds.background.lane import run_lane
from iclds.background.lock import AlreadyWorking, only_worker
from iclds.background.queues import QUEUES
from iclds.background.tries import take_again
from iclds.background.worker import work, work_off


class Command(BaseCommand):
    help = (
        "Do the work that no request waits for (mail, covers), and what is due by the clock (publishing, deleting, "
        "looking for broken links), until stopped. One such command at a time; a second one says so and ends."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is ready now, and end")
        parser.add_argument("--wait", action="store_true", help="where another worker is at work, wait until it ends")
        parser.add_argument("--lane", choices=QUEUES, help="one queue only; the worker starts its lanes by this")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["lane"]:
            run_lane(options["lane"])
            return
        try:
            if options["once"]:
                self._work_once()
            else:
                work(waits=options["wait"])
        except AlreadyWorking as error:
            raise CommandError("Another worker is at work on this database, so this one is not needed.") from error

    def _work_once(self) -> None:
        # The library takes Ctrl-C for a failure of the job at hand.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        with only_worker():
            for queue in QUEUES:
                take_again(queue)
            self.stdout.write(f"Jobs done: {work_off()}")
