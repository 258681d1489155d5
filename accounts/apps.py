from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Staff users, roles, sign-in; the day, the scope of a transaction, the log of who opened what."""

    name = "accounts"

    def ready(self) -> None:
        """Make our lookups known."""
        from accounts import lookups  # noqa: F401
