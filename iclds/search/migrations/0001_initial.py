"""An index over what Wagtail's PostgreSQL search compares: title and body joined.

Wagtail indexes the two columns one by one, which a comparison of both joined cannot use: a rare word was then looked for
in every entry.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

INDEX = "search_title_and_body"


def make_index(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"CREATE INDEX {INDEX} ON wagtailsearch_indexentry USING gin ((title || body))")


def remove_index(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP INDEX {INDEX}")


class Migration(migrations.Migration):
    initial = True

    dependencies = [("wagtailsearch", "0010_add_text_fields")]

    operations = [migrations.RunPython(make_index, remove_index)]
