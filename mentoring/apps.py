from django.apps import AppConfig


class MentoringConfig(AppConfig):
    """Following people up: talks, open counselling, mentors."""

    name = "mentoring"

    def ready(self) -> None:
        """Declare the promises of this pillar; let the history speak its words."""
        from goals.registry import register as register_goals
        from mentoring import holistic_goals, in_work, tellings, verbs
        from mentoring.goals import GOALS
        from mentoring.in_hand import KINDS as IN_HAND
        from mentoring.models import (
            About,
            Agreed,
            ConcernKind,
            ContactKind,
            HolisticAnswer,
            MarkState,
            Outcome,
            RetentionAnswer,
        )
        from mentoring.models.checklist_mark import in_readers_language
        from mentoring.retention_goals import GOALS as RETENTION_GOALS
        from refugees.handing_over import register as register_in_hand
        from refugees.verbs import Topic, label_of, register, within
        from refugees.work_panels import MESSAGE_PAGES

        register_in_hand(*IN_HAND)
        register_goals(*holistic_goals.GOALS, *GOALS, *in_work.GOALS, *RETENTION_GOALS)
        register(
            verbs.Verb,
            icons=verbs.ICONS,
            words={
                "counselling_about": within(label_of(About)),
                "counselling_outcome": within(label_of(Outcome)),
                "contact_kind": within(label_of(ContactKind)),
                "concern_kind": within(label_of(ConcernKind)),
                "agreed": within(label_of(Agreed)),
                "holistic_answer": within(label_of(HolisticAnswer)),
                "retention_answer": within(label_of(RetentionAnswer)),
                "checklist_item": in_readers_language,
                "checklist_state": within(label_of(MarkState)),
            },
            topics=dict.fromkeys(verbs.Verb, Topic.NOTES) | dict.fromkeys(verbs.MOVE_A_PROMISE, Topic.GOALS),
            teller=tellings.tell,
        )
        register(verbs.MessageKind, icons=verbs.MESSAGE_ICONS)
        MESSAGE_PAGES[verbs.MessageKind.CONTACT_LOGGED] = "mentoring:contacts"
        MESSAGE_PAGES[verbs.MessageKind.CONCERN_RAISED] = "mentoring:concerns"
        MESSAGE_PAGES[verbs.MessageKind.CONCERN_ANSWERED] = "mentoring:concerns"
        MESSAGE_PAGES[verbs.MessageKind.CONCERN_LEFT_BEHIND] = "mentoring:concerns"
        MESSAGE_PAGES[verbs.MessageKind.MENTOR_CHANGED] = "mentoring:holistic"
