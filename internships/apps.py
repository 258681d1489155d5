from django.apps import AppConfig


class InternshipsConfig(AppConfig):
    """Companies, offers, placements: into work, and what the City and the law promise about it."""

    name = "internships"

    def ready(self) -> None:
        """Declare the promises of this pillar; let the history speak its words."""
        from goals.registry import register as register_goals
        from internships import (
            afterwards,
            away_panel,
            away_verbs,
            doubt_verbs,
            doubted,
            doubts_panel,
            evaluated,
            placement_verbs,
            verbs,
        )
        from internships.attends import measures
        from internships.away_import import ABSENCES
        from internships.company_import import COMPANIES
        from internships.goals import GOALS
        from internships.measure_import import MEASURES
        from internships.models import Answer, Consequence, Ground, Hindrance, Reassessment, Side, Told, Whose
        from internships.reports import absences
        from internships.reports import measures as measures_told
        from internships.tellings import tell
        from refugees import attended, reporting, staged
        from refugees.verbs import Topic, label_of, register, within

        attended.register(measures)
        staged.register(COMPANIES)
        staged.register(MEASURES)
        staged.register(ABSENCES)
        reporting.register(measures_told)
        reporting.register(absences)
        register_goals(*GOALS, *afterwards.GOALS, *evaluated.GOALS, *doubted.GOALS)
        register(
            verbs.Verb,
            icons=verbs.ICONS,
            words={"answer": label_of(Answer), "whose": label_of(Whose)},
            topics=dict.fromkeys(verbs.Verb, Topic.GOALS),
            teller=tell,
        )
        register(
            away_verbs.AwayVerb,
            icons=away_verbs.ICONS,
            words={
                "away_ground": within(label_of(Ground)),
                "consequence": within(label_of(Consequence)),
                "reassessment": within(label_of(Reassessment)),
            },
            teller=away_panel.tell,
        )
        register(
            doubt_verbs.DoubtVerb,
            icons=doubt_verbs.ICONS,
            topics=dict.fromkeys(doubt_verbs.DoubtVerb, Topic.GOALS),
            teller=doubts_panel.tell,
        )
        register(
            placement_verbs.PlacementVerb,
            icons=placement_verbs.ICONS,
            words={
                "side": within(label_of(Side)),
                "told": within(label_of(Told)),
                "hindrance": label_of(Hindrance),
            },
            topics=dict.fromkeys(placement_verbs.PlacementVerb, Topic.GOALS),
        )
