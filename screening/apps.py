from django.apps import AppConfig


class ScreeningConfig(AppConfig):
    """What is found out about a person and agreed with them: interviews, category, contract, Danish education."""

    name = "screening"

    def ready(self) -> None:
        """Declare the promises of this pillar; let the history speak its words."""
        from goals.registry import register as register_goals
        from refugees import attended, reporting, staged
        from refugees.models.appointment import WORDS_OF, AppointmentKind
        from refugees.verbs import Topic, label_of, register, within
        from screening import (
            child_goal,
            child_panel,
            child_place_verbs,
            goals,
            jobnet_goal,
            jobnet_panel,
            jobnet_verbs,
            tellings,
            verbs,
        )
        from screening.attends import classes
        from screening.contract_import import CONTRACTS
        from screening.interviews import promise
        from screening.interviews import tellings as interview_tellings
        from screening.interviews import verbs as interview_verbs
        from screening.models import (
            ChildPlaceKind,
            Finish,
            InterviewKind,
            Missing,
            Section,
            Track,
            WhoseDoing,
        )
        from screening.reports import contracts

        attended.register(classes)
        reporting.register(contracts)
        staged.register(CONTRACTS)
        WORDS_OF[AppointmentKind.INTERVIEW] = kind = label_of(InterviewKind)
        register_goals(*promise.GOALS, *goals.GOALS, *jobnet_goal.GOALS, *child_goal.GOALS)
        register(
            interview_verbs.Verb,
            icons=interview_verbs.ICONS,
            words={
                "interview": kind,
                "interview_within": within(kind),
                "whose_doing": label_of(WhoseDoing),
            },
            topics=dict.fromkeys(interview_verbs.Verb, Topic.GOALS),
            teller=interview_tellings.tell,
        )
        register(
            verbs.Verb,
            icons=verbs.ICONS,
            words={
                "track": label_of(Track),
                "finish": within(label_of(Finish)),
                "missing": within(label_of(Missing)),
                "section": within(label_of(Section)),
            },
            topics=dict.fromkeys(verbs.TOWARDS_GOALS, Topic.GOALS),
            teller=tellings.tell,
        )
        register(
            jobnet_verbs.JobnetVerb,
            icons=jobnet_verbs.ICONS,
            topics=dict.fromkeys(jobnet_verbs.JobnetVerb, Topic.GOALS),
            teller=jobnet_panel.tell,
        )
        register(
            child_place_verbs.ChildPlaceVerb,
            icons=child_place_verbs.ICONS,
            words={"child_kind": within(label_of(ChildPlaceKind))},
            topics=dict.fromkeys(child_place_verbs.ChildPlaceVerb, Topic.GOALS),
            teller=child_panel.tell,
        )
