from django.apps import AppConfig


class ScreeningConfig(AppConfig):
    """What is found out about a person and agreed with them: interviews, category, contract."""

    name = "screening"

    def ready(self) -> None:
        """Declare the promises of this pillar."""
        from goals.registry import register as register_goals
        from screening.goals import GOALS

        register_goals(*GOALS)
