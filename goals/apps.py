from django.apps import AppConfig


class GoalsConfig(AppConfig):
    """Promises with deadlines: versions, clocks, breaches, conversations, figures."""

    name = "goals"

    def ready(self) -> None:
        """Listen to changed cases; let the history speak the words of this app."""
        from goals import listing, registry, verbs
        from goals.models import Cause, Decision, EndReason, Standard
        from goals.refresh import refresh
        from refugees import case_list, changes
        from refugees.verbs import Topic, label_of, register

        changes.listen(refresh)
        case_list.register(listing.STANDING)
        register(
            verbs.Verb,
            icons=verbs.ICONS,
            words={
                "goal": registry.label,
                "standard": label_of(Standard),
                "ended": label_of(EndReason),
                "cause": label_of(Cause),
                "decision": label_of(Decision),
            },
            topics=dict.fromkeys(verbs.Verb, Topic.GOALS),
        )
        register(verbs.MessageKind, icons=verbs.MESSAGE_ICONS)
