from django.apps import AppConfig


class MentoringConfig(AppConfig):
    """Following people up: talks, open counselling, mentors."""

    name = "mentoring"

    def ready(self) -> None:
        """Declare the promises of this pillar; let the history speak its words."""
        from goals.registry import register as register_goals
        from mentoring import tellings, verbs
        from mentoring.goals import GOALS
        from mentoring.models import About, Outcome
        from refugees.verbs import Topic, label_of, register, within

        register_goals(*GOALS)
        register(
            verbs.Verb,
            icons=verbs.ICONS,
            words={
                "counselling_about": within(label_of(About)),
                "counselling_outcome": within(label_of(Outcome)),
            },
            topics=dict.fromkeys(verbs.Verb, Topic.NOTES),
            teller=tellings.tell,
        )
        register(verbs.MessageKind, icons=verbs.MESSAGE_ICONS)
