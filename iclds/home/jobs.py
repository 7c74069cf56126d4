"""What the site does by the clock: publish, delete what is kept too long, look for links that lead nowhere."""

from django.core.management import call_command
from django.utils.translation import gettext_lazy as _

from iclds.background.clock import daily, every
from iclds.background.queues import labelled, quick_job, slow_job
from iclds.home import broken_links
from iclds.home.models import AccessibilityReport


@every(minutes=1)
@labelled(_("Publish and withdraw what is scheduled"))
@quick_job
def publish_scheduled() -> None:
    call_command("publish_scheduled", verbosity=0)


@daily(at="03:10")
@labelled(_("Delete reports that were kept for a year"))
@quick_job
def delete_old_reports() -> None:
    AccessibilityReport.objects.all().outdated().delete()


@daily(at="03:20")
@labelled(_("Look for links that lead nowhere"))
@slow_job
def check_links() -> None:
    broken_links.check_links()
