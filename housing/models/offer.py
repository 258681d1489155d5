from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from housing.models.answer import CONSEQUENCES, Basis, DeclineReason, HomeAnswer, MoveOutReason
from housing.models.basis import refuse_inside
from housing.models.check import AreaCheck
from housing.models.dwelling import Dwelling, GoneReason
from housing.models.exception import PlacementException
from housing.models.offer_rules import TAKEN_BACK, refuse_another_size, refuse_taken, refuse_to_come, rules
from housing.models.offered_home import AS_OFFERED, OfferedHome
from housing.models.shared_home import refuse_sharing
from housing.models.stay import Stay
from housing.verbs import Verb
from refugees.events import KeyEvent
from refugees.models import Case, Household, KeyDate, Seen, read_again


class HomeOfferQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "HomeOfferQuerySet":
        """Offers to households whose home is looked for by this person."""
        return self.filter(household__in=Household.objects.housing_visible_to(user))

    def standing(self) -> "HomeOfferQuerySet":
        """Not taken back as a mistake."""
        return self.filter(taken_back_at=None)

    def make(
        self,
        *,
        household: Household,
        dwelling: Dwelling,
        offered_on: date,
        answer_by: date,
        persons: int,
        today: date,
        by: User | None,
        viewing_on: date | None = None,
        sharing_is_looked_at: bool = False,
    ) -> "HomeOffer":
        """Offer a home to a household. The first offer keeps the promise to each of its adults who is ready.

        `persons`: how many the offerer counted; if the household has changed meanwhile nothing is offered.
        `sharing_is_looked_at`: of a room in a shared home, that somebody looked at who lives there.
        """
        if offered_on > today:
            raise ValidationError({"offered_on": gettext("An offer cannot have been given in the future.")})
        members = household.case_set.filter(closed_on=None)
        with Case.changing(members, by=by) as cases:
            cases = [case for case in cases if case.household_id == household.pk and not case.closed_on]
            refuse_another_size(cases, members, persons)
            ready = KeyDate.objects.current().of(KeyEvent.READY_TO_RELOCATE).filter(case__in=cases)
            readiness = {row.case_id: row for row in ready}
            if not any(row.on <= offered_on for row in readiness.values()):
                raise ValidationError(gettext("Nobody in the household is ready to relocate on that day."))
            refuse_taken(dwelling, offered_on)
            refuse_inside(household, dwelling, offered_on)
            refuse_sharing(dwelling.kind, dwelling.shared_by, cases, is_looked_at=sharing_is_looked_at)
            facts = {"offered_on": offered_on, "answer_by": answer_by, "viewing_on": viewing_on}
            facts["sharing_is_looked_at"] = sharing_is_looked_at
            offer = self.model(
                household=household, dwelling=dwelling, persons=persons, recorded_by=by, **facts
            )
            offer.full_clean(exclude=["basis", *AS_OFFERED])
            offer.save()
            offer.refresh_from_db(fields=["basis", "area_check", "exception", *AS_OFFERED])
            for case in cases:
                offer.offered_to.create(case=case, readiness=readiness.get(case.pk))
                case.write_line(Verb.OFFERED, by=by, on=offered_on, home_offer=offer.pk)
        return offer


@pghistory.track()
class HomeOffer(OfferedHome):
    """A permanent home offered to one household on one day, and what became of it.

    The database refuses it inside an area of the list in force that day, unless the rules or a manager's exception
    allow it, and writes down by what it was allowed (`basis`, with the check or the exception).
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="home_offers")
    dwelling = models.ForeignKey(Dwelling, on_delete=models.PROTECT, related_name="offers")
    persons = models.PositiveSmallIntegerField(_("people"))
    offered_on = models.DateField(_("offered on"))
    answer_by = models.DateField(_("to be answered by"))
    viewing_on = models.DateField(_("viewing on"), null=True, blank=True)
    sharing_is_looked_at = models.BooleanField(_("who shares the home was looked at"), default=False)
    basis = models.CharField(max_length=12, choices=Basis, editable=False)
    area_check = models.ForeignKey(
        AreaCheck, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    exception = models.ForeignKey(
        PlacementException, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    answer = models.CharField(_("answer"), max_length=12, choices=HomeAnswer, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    decline_reason = models.CharField(_("why declined"), max_length=12, choices=DeclineReason, blank=True)
    answer_words = models.CharField(_("in words"), max_length=300, blank=True)
    signed_on = models.DateField(_("contract signed on"), null=True, blank=True)
    moved_in_on = models.DateField(_("moved in on"), null=True, blank=True)
    moved_out_on = models.DateField(_("moved out on"), null=True, blank=True)
    left_reason = models.CharField(_("why they moved out"), max_length=12, choices=MoveOutReason, blank=True)
    left_words = models.CharField(_("about the move, in words"), max_length=300, blank=True)
    needs_another = models.BooleanField(_("another home is looked for"), null=True, blank=True)
    taken_back_at = models.DateTimeField(_("taken back"), null=True, blank=True)
    taken_back_reason = models.CharField(_("reason"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = HomeOfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("offer of a home")
        verbose_name_plural = _("offers of homes")
        constraints = rules()

    def __str__(self) -> str:
        return f"offer of a home {self.offered_on} (#{self.pk})"

    @property
    def consequence(self) -> str:
        """What follows from the answer, by the City's practice; nothing while there is none, or from a yes."""
        return str(CONSEQUENCES.get(self.decline_reason) or CONSEQUENCES.get(self.answer, ""))

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return not self.answer and not self.taken_back_at

    def record_answer(
        self,
        *,
        answer: str,
        on: date,
        today: date,
        by: User | None,
        decline_reason: str = "",
        words: str = "",
        version: Seen | None = None,
    ) -> None:
        """Record what became of the offer. Unless it is accepted the home is free again at once; no clock is reset.

        StaleEdit if the offer is not what the form, by its `version`, was made from; so do the verbs below.
        """
        refuse_to_come("answered_on", on, today)
        with Case.changing(self._cases(), by=by) as cases:
            self.dwelling.hold()
            read_again(self, version)
            self._refuse_gone()
            if self.moved_in_on:
                raise ValidationError(gettext("The household has moved in."))
            self.answer, self.answered_on = answer, on
            self.decline_reason, self.answer_words = decline_reason, words
            if answer != HomeAnswer.ACCEPTED:
                self.signed_on = None  # what was signed holds no more; the history keeps the day
            self._keep("answer", "answered_on", "decline_reason", "answer_words", "signed_on")
            for case in cases:
                case.write_line(Verb.ANSWERED, by=by, on=on, home_answer=answer, home_offer=self.pk)

    def agree_viewing(self, *, on: date, today: date, by: User | None, version: Seen | None = None) -> None:
        """The household looks at the home on that day."""
        with Case.changing(self._cases(), by=by) as cases:
            read_again(self, version)
            self._refuse_gone()
            self.viewing_on = on
            self._keep("viewing_on")
            for case in cases:
                case.write_line(Verb.VIEWING, by=by, on=today, date=on.isoformat(), home_offer=self.pk)

    def sign(self, *, on: date, today: date, by: User | None, version: Seen | None = None) -> None:
        """The contract with the landlord is signed."""
        refuse_to_come("signed_on", on, today)
        with self._living(version, by=by) as cases:
            self.signed_on = on
            self._keep("signed_on")
            for case in cases:
                case.write_line(Verb.SIGNED, by=by, on=on, date=on.isoformat(), home_offer=self.pk)

    def move_in(
        self,
        *,
        on: date,
        today: date,
        by: User | None,
        nights_are_open: bool = False,
        version: Seen | None = None,
    ) -> None:
        """The household lives there now; its temporary stays end, or, said anew for a later day, end then.

        Whose bed is somebody's by now is asked about, unless these nights are to stay open (`nights_are_open`).
        """
        refuse_to_come("moved_in_on", on, today)
        with self._living(version, by=by) as cases:
            was, self.moved_in_on = self.moved_in_on, on
            self._keep("moved_in_on")
            if was and was < on:
                without = Stay.objects.end_later(cases=cases, was=was, on=on, by=by)
                if without and not nights_are_open:
                    raise ValidationError({"nights_are_open": without})
            Stay.objects.end_for_home(cases=cases, on=on, by=by)
            for case in cases:
                case.write_line(Verb.MOVED, by=by, on=on, date=on.isoformat(), home_offer=self.pk)

    def move_out(
        self,
        *,
        on: date,
        reason: str,
        needs_another: bool,
        today: date,
        by: User | None,
        words: str = "",
        version: Seen | None = None,
    ) -> None:
        """The household lives there no more. The home goes off the board: whose it is next, its provider says.

        `needs_another`: whether the City looks for a home again. The first offer kept the promise: no clock runs.
        """
        refuse_to_come("moved_out_on", on, today)
        with self._living(version, by=by) as cases:
            self.moved_out_on, self.left_reason, self.left_words = on, reason, words
            self.needs_another = needs_another
            self._keep("moved_out_on", "left_reason", "left_words", "needs_another")
            if not self.dwelling.gone_on:
                self.dwelling.remove(on=on, reason=GoneReason.MOVED_OUT, by=by)
            for case in cases:
                case.write_line(Verb.MOVED_OUT, by=by, on=on, date=on.isoformat(), home_offer=self.pk)

    def undo(self, *, reason: str, today: date, by: User | None, version: Seen | None = None) -> list[Case]:
        """The last of it did not happen: the moving out, else the moving in, else the signing.

        Who moved in sleeps again where they did, but for those who are returned.
        """
        without: list[Case] = []
        with self._living(version, by=by, reason=reason) as cases:
            if self.last_step is None:
                raise ValidationError(gettext("Nothing of it is recorded any more."))
            name, verb = self.last_step
            day = getattr(self, name)
            setattr(self, name, None)
            self.left_reason, self.left_words, self.needs_another = "", "", None
            self._keep(name, "left_reason", "left_words", "needs_another")
            if name == "moved_out_on" and self.dwelling.gone_reason == GoneReason.MOVED_OUT:
                self.dwelling.bring_back(by=by)
            for case in cases:
                case.write_line(verb, by=by, on=today, date=day.isoformat(), home_offer=self.pk)
            if name == "moved_in_on":
                without = Stay.objects.begin_again(cases=cases, ended_on=day, by=by)
        return without

    @property
    def last_step(self) -> tuple[str, Verb] | None:
        """What happened last after the answer, and the line of history that takes it back."""
        return next((step for step in TAKEN_BACK if getattr(self, step[0])), None)

    def take_back(self, *, reason: str, today: date, by: User | None, version: Seen | None = None) -> None:
        """No such offer was made: the promise runs again, the home is free."""
        with Case.changing(self._cases(), by=by, reason=reason) as cases:
            self.dwelling.hold()
            read_again(self, version)
            self._refuse_gone()
            if self.moved_in_on:
                raise ValidationError(gettext("The household has moved in."))
            self.taken_back_at, self.taken_back_reason = now(), reason
            self._keep("taken_back_at", "taken_back_reason")
            for case in cases:
                day = self.offered_on.isoformat()
                case.write_line(Verb.OFFER_TAKEN_BACK, by=by, on=today, date=day, home_offer=self.pk)

    @contextmanager
    def _living(self, version: Seen | None, *, by: User | None, reason: str = "") -> Iterator[list[Case]]:
        """What comes after the answer is written here: the home is held, the offer stands as the form saw it."""
        with Case.changing(self._cases(), by=by, reason=reason) as cases:
            self.dwelling.hold()
            read_again(self, version)
            read_again(self.dwelling)
            self._refuse_gone()
            yield cases

    def _keep(self, *names: str) -> None:
        self.full_clean()
        self.save(update_fields=names)

    def _cases(self) -> list[int]:
        """To whom it was offered, whoever lives together by now."""
        return list(self.offered_to.values_list("case", flat=True))

    def _refuse_gone(self) -> None:
        if self.taken_back_at:
            raise ValidationError(gettext("This offer has been taken back."))
