from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from iclds.home.loader import ContentError, load_content
from iclds.home.loader.tree import set_site_address
from iclds.home.models import HomePage
from iclds.home.reviews import make_reviews
from iclds.home.roles import make_roles
from iclds.users.administrators import make_first_administrator


class Command(BaseCommand):
    help = (
        "Make the site ready to serve: migrate, load the first content when there is none, make the first "
        "administrator, write the public address into the site. Safe to run before every start."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write("Bringing the database up to date ...")
        call_command("migrate", verbosity=0, interactive=False)
        if not HomePage.objects.exists():
            self.stdout.write("Loading the first content (once, about a minute) ...")
            try:
                loaded = load_content(report=lambda line: self.stdout.write(f"  {line}"))
            except ContentError as error:
                raise CommandError(f"Nothing was loaded. {error}") from error
            self.stdout.write(f"  {loaded.projects} projects and {loaded.pages} pages")
        set_site_address()
        make_roles()
        make_reviews()
        if password := make_first_administrator():
            self.stdout.write("")
            self.stdout.write("The first administrator may log in at /admin/ (this is shown only once):")
            self.stdout.write(f"  user name: admin    password: {password}")
            self.stdout.write("")
