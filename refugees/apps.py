from django.apps import AppConfig


class RefugeesConfig(AppConfig):
    """People, households, cases, their dated events, the case team, the work written on a case."""

    name = "refugees"

    def ready(self) -> None:
        """Let the history speak the words of this app."""
        from refugees import occupation_tellings, occupation_verbs, reporting, staged, verbs, week_kinds
        from refugees.events import KeyEvent
        from refugees.handing_over import in_words as handed_on
        from refugees.handing_over import register as register_in_hand
        from refugees.in_hand import KINDS as IN_HAND
        from refugees.languages import in_sentence
        from refugees.models import (
            AppointmentKind,
            Awaited,
            BenefitKind,
            CloseReason,
            Direction,
            DocumentKind,
            MessageKind,
            NoteKind,
            OccupationEnding,
            OccupationKind,
            Readiness,
            SignKind,
            TalkKind,
        )
        from refugees.parts import Part
        from refugees.reports import talks
        from refugees.takeover import PermitGround
        from refugees.talk_import import TALKS
        from refugees.tellings import tell
        from refugees.work_tellings import tell as tell_work

        register_in_hand(*IN_HAND)
        reporting.register(talks)
        staged.register(TALKS)
        verbs.register(
            verbs.Verb,
            icons=verbs.ICONS,
            words={
                "event": verbs.label_of(KeyEvent),
                "reason": verbs.label_of(CloseReason),
                "part": verbs.label_of(Part),
                "readiness": verbs.label_of(Readiness),
                "benefit": verbs.label_of(BenefitKind),
                "ground": verbs.label_of(PermitGround),
                "note_kind": verbs.label_of(NoteKind),
                "document_kind": verbs.within(verbs.label_of(DocumentKind)),
                "direction": verbs.within(verbs.label_of(Direction)),
                "awaited": verbs.within(verbs.label_of(Awaited)),
                "talk_kind": verbs.label_of(TalkKind),
                "appointment_kind": verbs.label_of(AppointmentKind),
                "interpreter": in_sentence,
                "sign_kind": verbs.within(verbs.label_of(SignKind)),
                "was_ground": verbs.label_of(PermitGround),
                "was_readiness": verbs.within(verbs.label_of(Readiness)),
                "passed": handed_on,
                "was_benefit": verbs.within(verbs.label_of(BenefitKind)),
            },
            topics=dict.fromkeys(verbs.MOVE_A_PROMISE, verbs.Topic.GOALS),
            teller=tell,
        )
        verbs.register(
            MessageKind,
            icons={
                MessageKind.NEW_NOTE: "edit",
                MessageKind.TASK_GIVEN: "check",
                MessageKind.WARNING_SIGN: "warning",
            },
            topics={verbs.Verb.NOTED: verbs.Topic.NOTES, verbs.Verb.NOTE_CORRECTED: verbs.Topic.NOTES},
            teller=tell_work,
        )
        verbs.register(
            occupation_verbs.OccupationVerb,
            icons=occupation_verbs.ICONS,
            words={
                "kind": verbs.label_of(OccupationKind),
                "ending": verbs.label_of(OccupationEnding),
                "minutes": occupation_tellings.hours,
                "gives_su": occupation_tellings.su,
            },
            topics=dict.fromkeys(occupation_verbs.OccupationVerb, verbs.Topic.GOALS),
            teller=occupation_tellings.tell,
        )
        verbs.register(
            week_kinds.WeekVerb,
            icons=week_kinds.ICONS,
            words={"counted_kind": verbs.within(verbs.label_of(week_kinds.CountedKind))},
        )
