from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HousingConfig(AppConfig):
    """A permanent home: dwellings, excluded areas, offers with reasons."""

    name = "housing"

    def ready(self) -> None:
        """Declare the promise of this pillar; let the history speak its words."""
        from goals.registry import register as register_goals
        from housing import staying, verbs
        from housing.goals import GOALS
        from housing.home_import import HOMES
        from housing.models import HomeAnswer, LeftReason, Mark
        from housing.tellings import tell
        from refugees import staged
        from refugees.events import KeyEvent
        from refugees.said_elsewhere import Elsewhere
        from refugees.said_elsewhere import register as register_elsewhere
        from refugees.verbs import label_of, register, within

        staged.register(HOMES)
        register_goals(*GOALS, *staying.GOALS)
        register_elsewhere(
            KeyEvent.READY_TO_RELOCATE,
            Elsewhere(
                say="housing:declare_ready",
                take_back="housing:not_ready",
                why=_("Whether somebody is ready to relocate is said of the whole household, here."),
            ),
        )
        words = {"home_answer": HomeAnswer, "left_reason": LeftReason}
        told = {name: within(label_of(choices)) for name, choices in words.items()}
        register(verbs.Verb, icons=verbs.ICONS, words=told | {"mark": label_of(Mark)}, teller=tell)
