from django.apps import AppConfig


class RefugeesConfig(AppConfig):
    """People, households, cases, their dated events, the case team, the work written on a case."""

    name = "refugees"

    def ready(self) -> None:
        """Let the history speak the words of this app."""
        from refugees import verbs
        from refugees.events import KeyEvent
        from refugees.models import (
            AppointmentKind,
            Awaited,
            BenefitKind,
            CloseReason,
            Direction,
            DocumentKind,
            MessageKind,
            NoteKind,
            Readiness,
            TalkKind,
        )
        from refugees.parts import Part
        from refugees.takeover import PermitGround
        from refugees.tellings import tell
        from refugees.work_tellings import tell as tell_work

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
                "was_ground": verbs.label_of(PermitGround),
                "was_readiness": verbs.within(verbs.label_of(Readiness)),
                "was_benefit": verbs.within(verbs.label_of(BenefitKind)),
            },
            topics=dict.fromkeys(verbs.MOVE_A_PROMISE, verbs.Topic.GOALS),
            teller=tell,
        )
        verbs.register(
            MessageKind,
            icons={MessageKind.NEW_NOTE: "edit", MessageKind.TASK_GIVEN: "check"},
            topics={verbs.Verb.NOTED: verbs.Topic.NOTES, verbs.Verb.NOTE_CORRECTED: verbs.Topic.NOTES},
            teller=tell_work,
        )
