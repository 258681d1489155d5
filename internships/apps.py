from django.apps import AppConfig


class InternshipsConfig(AppConfig):
    """Companies, offers, placements: into work, and what the City and the law promise about it."""

    name = "internships"

    def ready(self) -> None:
        """Declare the promises of this pillar; let the history speak its words."""
        from goals.registry import register as register_goals
        from internships import afterwards, verbs
        from internships.goals import GOALS
        from internships.models import Answer, Ending, Kind
        from internships.tellings import tell
        from refugees.verbs import Topic, label_of, register

        register_goals(*GOALS, *afterwards.GOALS)
        register(
            verbs.Verb,
            icons=verbs.ICONS,
            words={"kind": label_of(Kind), "answer": label_of(Answer), "ending": label_of(Ending)},
            topics=dict.fromkeys(verbs.Verb, Topic.GOALS),
            teller=tell,
        )
