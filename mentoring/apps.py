from django.apps import AppConfig


class MentoringConfig(AppConfig):
    """Following people up: talks, open counselling, mentors."""

    name = "mentoring"

    def ready(self) -> None:
        """Declare the promises of this pillar."""
        from goals.registry import register as register_goals
        from mentoring.goals import GOALS

        register_goals(*GOALS)
