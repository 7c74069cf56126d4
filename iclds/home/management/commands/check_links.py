from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from iclds.home.broken_links import check_links
from iclds.home.link_checks import MOST_A_NIGHT


class Command(BaseCommand):
    help = (
        "Look for links that lead nowhere, in all live pages; the admin lists them under Reports. Asks other sites one "
        "address at a time. For every night."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--most", type=int, default=MOST_A_NIGHT, help="At most so many addresses on other sites.")

    def handle(self, *args: Any, **options: Any) -> None:
        asked, broken = check_links(options["most"])
        self.stdout.write(f"Asked for {asked} addresses on other sites; {broken} links lead nowhere")
