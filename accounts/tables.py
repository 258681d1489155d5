"""Tables made and changed many at once. The migrations of the apps do it with `CreateTables` and `AtOnce`."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

ADDS = (migrations.AddField, migrations.AddConstraint, migrations.AddIndex)


class AtOnce(Operation):
    """Several changes of tables, none of which undoes another, by one look at the models before and after them.

    One by one, Django renders all models that hang together anew for each change, and in this product nearly all do:
    a migration of thirty changes took four seconds of processor time, each time that a database is made.
    """

    reversible = True
    serialization_expand_args = ["operations"]

    def __init__(self, operations: list[Operation]) -> None:
        self.operations = operations

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Change the models. They are rendered when the first of them is asked for."""
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Change the tables, in this order."""
        made = self._made()
        for operation in self.operations:
            # A new table is made with all that is seen of its model, but for triggers.
            if not (isinstance(operation, ADDS) and operation.model_name_lower in made):
                operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Take the changes back, the last first; with a table goes all that is its own."""
        made = self._made()
        for operation in reversed(self.operations):
            if getattr(operation, "model_name_lower", "") not in made:
                operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def _made(self) -> set[str]:
        return {each.name_lower for each in self.operations if isinstance(each, migrations.CreateModel)}

    def describe(self) -> str:
        """What the log of a migration says."""
        return "; ".join(operation.describe() for operation in self.operations)


class CreateTables(AtOnce):
    """Create many tables, each with the triggers that the options of its model name."""

    serialization_expand_args = ["tables"]

    def __init__(self, tables: list[migrations.CreateModel]) -> None:
        super().__init__(tables)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Create the tables and then the triggers: some write into another table."""
        super().database_forwards(app_label, schema_editor, from_state, to_state)
        for table in self.operations:
            for trigger in table.options.get("triggers", []):
                # The SQL is whole; without parameters nothing in it is taken for a placeholder.
                schema_editor.execute(trigger.install_sql, params=None)

    def describe(self) -> str:
        """What the log of a migration says."""
        return f"Create {len(self.operations)} tables"
