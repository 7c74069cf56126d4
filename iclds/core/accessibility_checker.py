"""What Wagtail's checker asks of a page while it is edited, and in the bar that an editor sees on the site."""

from wagtail.admin.userbar import ContentCheckerItem


class AccessibilityChecker(ContentCheckerItem):
    """The same rules of axe that the site's own tests ask: WCAG 2.2 A and AA and its best practices.

    Wagtail asks only ten. Two of those have tags of their own and are kept: the description for search engines, and
    paragraphs in bold that are meant as headings.
    """

    axe_run_only = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "seo"]
    axe_rules = {"p-as-heading": {"enabled": True}}
