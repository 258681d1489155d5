from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from accounts.permissions import Permission
from accounts.scope import system_scope
from mentoring.verbs import MessageKind, Verb
from refugees.models import Case, GivenOutMeanwhile, Message, Seen, TeamMember, read_again
from refugees.models.team import MENTORS
from refugees.parts import Part


class Agreed(models.TextChoices):
    """What a person agreed to hand on of what their former mentor wrote."""

    NOTHING = "nothing", _("Nothing older")
    CONTACTS = "contacts", _("What the mentor wrote of contacts")


@dataclass(frozen=True, slots=True)
class Choice:
    """Who becomes somebody's mentor after another one, and what the person agreed to hand on."""

    member: TeamMember
    to: User
    agreed: str = Agreed.NOTHING


class HandOverQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "HandOverQuerySet":
        """On cases that this person sees whole; a mentor, those to them of the people who are theirs now."""
        if user.sees_whole_cases():
            return self.filter(case__in=Case.objects.whole_for(user))
        return self.filter(case__in=Case.objects.visible_to(user), to=user)

    def carry_out(self, choices: Sequence[Choice], *, today: date, by: User) -> "list[HandOver]":
        """These people get another mentor today, each the one chosen: all of them, or none.

        What the former one had in hand passes on, and their access ends. GivenOutMeanwhile if one of the people has got
        another mentor, or lost theirs, since the list was made; ValidationError if a mentor has no room left.
        """
        if not by.can(Permission.ARRANGE_MENTORS):
            raise ValidationError(_("Only those who find mentors hand people over."))
        cases = [choice.member.case_id for choice in choices]
        # Once the first has another mentor a coordinator sees the case no longer; all of them are to be done.
        with system_scope("hand over", by=by), Case.changing(cases, by=by) as locked:
            members = TeamMember.objects.mentors().on(today).select_related("user")
            standing = {each.pk: each for each in members.filter(case__in=cases, case__closed_on=None)}
            gone = {each.member.case_id for each in choices if _has_changed(each.member, standing)}
            if gone:
                raise GivenOutMeanwhile([case for case in locked if case.pk in gone])
            # Of two who hand over at once each waits for the other's mentors in the same order.
            takers = User.objects.filter(pk__in={choice.to.pk for choice in choices}).order_by("pk")
            list(takers.select_for_update(no_key=True))
            by_key = {case.pk: case for case in locked}
            return [
                self._hand_over(by_key[choice.member.case_id], standing[choice.member.pk], choice, today, by)
                for choice in choices
            ]

    def _hand_over(self, case: Case, member: TeamMember, choice: Choice, today: date, by: User) -> "HandOver":
        former, until = member.user, member.during.upper
        row = self.model(case=case, former=former, to=choice.to, part=member.part, on=today, recorded_by=by)
        row.agreed = choice.agreed
        row.full_clean()
        facts = {"case": case, "user": choice.to, "part": member.part, "on": today, "until": until}
        new = TeamMember.objects.assign(by=by, **facts)
        row.save()
        case.write_line(
            Verb.MENTOR_HANDED_OVER, by=by, on=today, about=choice.to, part=row.part, agreed=row.agreed
        )
        Message.objects.tell_caseworker(
            case=case,
            kind=MessageKind.MENTOR_CHANGED,
            about=f"member:{new.public_id}",
            by=by,
            today=today,
            user=choice.to.name,
        )
        return row


@pghistory.track()
class HandOver(models.Model):
    """A person was handed over from one mentor to another, and what they agreed to hand on: by default nothing older.

    Who is the mentor in which days stands with the case team; this says what the next one may read of the last one's.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="hand_overs")
    former = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", verbose_name=_("handed over by")
    )
    to = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("handed over to"))
    part = models.CharField(_("part"), max_length=20, choices=Part)
    on = models.DateField(_("on"))
    agreed = models.CharField(_("agreed to hand on"), max_length=12, choices=Agreed, default=Agreed.NOTHING)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=now)

    objects = HandOverQuerySet.as_manager()

    class Meta:
        verbose_name = _("hand-over of a person")
        verbose_name_plural = _("hand-overs of people")
        constraints = [
            models.CheckConstraint(name="hand_over_is_of_a_mentor", condition=Q(part__in=MENTORS)),
            models.CheckConstraint(name="hand_over_agreed_is_known", condition=Q(agreed__in=Agreed.values)),
            models.CheckConstraint(
                name="hand_over_is_between_two",
                condition=~Q(former=F("to")),
                violation_error_message=_("Choose another mentor."),
            ),
        ]
        indexes = [models.Index(name="hand_over_by_case", fields=["case", "to", "former"])]

    def __str__(self) -> str:
        return f"hand-over on {self.on} (#{self.pk})"

    def change_agreed(self, *, agreed: str, today: date, by: User, version: Seen | None = None) -> None:
        """The person agreed to more, or to less: what the mentor may read follows at once.

        StaleEdit if it is not what the form, by its `version`, was made from.
        """
        with Case.changing([self.case], by=by):
            read_again(self, version)
            self.agreed = agreed
            self.full_clean()
            self.save(update_fields=["agreed"])
            self.case.write_line(
                Verb.HANDING_ON_CHANGED, by=by, on=today, about=self.to, part=self.part, agreed=agreed
            )


def _has_changed(member: TeamMember, standing: dict[int, TeamMember]) -> bool:
    """Whether somebody's time as a mentor is not what the list showed."""
    there = standing.get(member.pk)
    return there is None or (there.user_id, there.during) != (member.user_id, member.during)
