"""Which database role does what."""


class OwnerMigrates:
    """Tables are made and changed by the owner role; everything else runs as the application role."""

    def allow_migrate(self, db: str, app_label: str, **hints: object) -> bool:
        """Only `migrate --database owner` touches the schema."""
        return db == "owner"

    def allow_relation(self, obj1: object, obj2: object, **hints: object) -> bool:
        """Both aliases are one database."""
        return True
