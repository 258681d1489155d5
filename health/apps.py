from django.apps import AppConfig


class HealthConfig(AppConfig):
    """The health assessment, behind its own wall: offers, referrals, what was found, what others may know of it."""

    name = "health"

    def ready(self) -> None:
        """Declare the promise of this pillar."""
        from goals.registry import register as register_goals
        from health.goals import GOALS

        register_goals(*GOALS)
