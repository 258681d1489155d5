from django.apps import AppConfig


class ScreeningConfig(AppConfig):
    """What is found out about a person and agreed with them: interviews, category, contract."""

    name = "screening"

    def ready(self) -> None:
        """Declare the promises of this pillar; let the history speak its words."""
        from goals.registry import register as register_goals
        from refugees.verbs import Topic, label_of, register, within
        from screening import interview_verbs, promised_interviews
        from screening.goals import GOALS
        from screening.interview_tellings import tell
        from screening.models import InterviewKind, WhoseDoing

        register_goals(*promised_interviews.GOALS, *GOALS)
        kind = label_of(InterviewKind)
        register(
            interview_verbs.Verb,
            icons=interview_verbs.ICONS,
            words={
                "interview": kind,
                "interview_within": within(kind),
                "whose_doing": label_of(WhoseDoing),
            },
            topics=dict.fromkeys(interview_verbs.Verb, Topic.GOALS),
            teller=tell,
        )
