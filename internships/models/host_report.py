from datetime import date
from uuid import UUID

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from internships.models.evaluation import Evaluation, Side
from internships.models.host_link import HostLink
from internships.models.offer_rules import OfferKind
from internships.models.placement import Placement
from internships.models.placement_agreement import PlacementAgreement
from internships.placement_verbs import PlacementVerb
from internships.stays import findings_at_start
from refugees.models import Case, Message, NotedBy, Occupation, WarningSign


class Told(models.TextChoices):
    """What a company told on its page."""

    CONFIRMED = "confirmed", _("Confirmed the agreement")
    STARTED = "started", _("Told of the start")
    NOT_STARTED = "not-started", _("Told that nobody came")
    SIGN = "sign", _("Told of a worry")
    EVALUATED = "evaluated", _("Evaluated")


class Hindrance(models.TextChoices):
    """Why what a company told was kept and not recorded: for the caseworker, and never for the company."""

    NONE = "", _("Nothing")
    CONSENT = "consent", _("it is before the takeover, where a measure needs the person's consent")
    LATE = "late", _("it is so long ago that a reason belongs to it")
    OVERLAP = "overlap", _("something else fills the whole week on the same days")
    GONE = "gone", _("the offer was declined or withdrawn, or did not start")
    OVER = "over", _("it was not going on any more")
    OTHER = "other", _("it does not fit what stands on the case")

    @classmethod
    def of(cls, error: ValidationError) -> "Hindrance":
        """What it was, by where the refusal would have stood on the form of a colleague."""
        at = {
            "consented_on": cls.CONSENT,
            "late_reason": cls.LATE,
            "__all__": cls.OVERLAP,
            "started_on": cls.GONE,
        }
        names = error.error_dict if hasattr(error, "error_dict") else {}
        return next((at[name] for name in names if name in at), cls.OTHER)


class HostReportQuerySet(models.QuerySet):
    def was_sent(self, key: UUID) -> bool:
        """Whether this very form has arrived before. To be asked within `Case.changing`, where the second waits."""
        return self.filter(key=key).exists()

    def confirm(
        self, *, link: HostLink, key: UUID, name: str, on: date, today: date, read: str, late_reason: str = ""
    ) -> bool:
        """The company confirms what was agreed: its signature, where an agreement waits for it. False: told before.

        `read` is the word for what stood on the page (`HostLink.word_for`): nobody signs what changed under their eyes.
        """
        with Case.changing([link.case], by=None):
            if self.was_sent(key):
                return False
            agreement = link.agreement()
            if read != link.word_for(agreement):
                words = _(
                    "What is agreed was changed while you read it. Read it once more, and confirm it then."
                )
                raise ValidationError(words)
            if agreement and not agreement.company_signed_on:
                signed = {"company_signed_on": on, "company_signed_by": name}
                agreement.sign(today=today, by=None, late_reason=late_reason, **signed)
            self._keep(Told.CONFIRMED, link=link, key=key, name=name, on=on, today=today)
        return True

    def report_start(self, *, link: HostLink, key: UUID, on: date, today: date) -> bool:
        """The person began, says the company: the same start as a colleague would record. False: told before.

        What stands in the way is often nothing that a company may know. Its word is kept then, and the caseworker told.
        """
        if on > today:
            raise ValidationError({"started_on": _("Tell of the start on the day or later, not before.")})
        with Case.changing([link.case], by=None):
            if self.was_sent(key):
                return False
            if link.occupation():
                raise ValidationError(_("This offer has already been started."))
            told = {"name": link.contact_name, "on": on, "hindrance": _start(link, on=on, today=today)}
            self._keep(Told.STARTED, link=link, key=key, today=today, **told)
        return True

    def report_no_start(self, *, link: HostLink, key: UUID, whose: str, words: str, today: date) -> bool:
        """Nobody began, says the company, and why. The caseworker may take it back. False: told before."""
        with Case.changing([link.case], by=None):
            if self.was_sent(key):
                return False
            link.offer.did_not_start(on=today, whose=whose, reason=words, today=today, by=None)
            told = {"name": link.contact_name, "on": today, "words": words}
            self._keep(Told.NOT_STARTED, link=link, key=key, today=today, **told)
        return True

    def tell_worry(self, *, link: HostLink, key: UUID, kind: str, words: str, today: date) -> bool:
        """The company noticed that it may not last. False: told before.

        Where it ended while they wrote, nothing can be done early any more: their words are kept for the caseworker.
        """
        with Case.changing([link.case], by=None):
            if self.was_sent(key):
                return False
            told = {"name": link.contact_name, "on": today, "words": words}
            if not link.goes_on():
                self._keep(Told.SIGN, link=link, key=key, today=today, hindrance=Hindrance.OVER, **told)
                return True
            WarningSign.objects.note(
                case=link.case,
                kind=kind,
                on=today,
                noted_by=NotedBy.COMPANY,
                words=words,
                today=today,
                by=None,
            )
            self._keep(Told.SIGN, link=link, key=key, today=today, **told)
        return True

    def evaluate(
        self, *, link: HostLink, key: UUID, occupation: Occupation | None, today: date, **answers: str
    ) -> bool:
        """How it went, says the company, also where it goes on for longer by now. False: told before."""
        with Case.changing([link.case], by=None):
            if self.was_sent(key):
                return False
            if occupation is None:
                raise ValidationError(_("Nothing has begun here by what we know. Please call us."))
            Evaluation.objects.give(
                occupation=occupation,
                side=Side.COMPANY,
                on=today,
                today=today,
                by=None,
                told_through=link,
                **answers,
            )
            self._keep(Told.EVALUATED, link=link, key=key, name=link.contact_name, on=today, today=today)
        return True

    def _keep(
        self,
        told: str,
        *,
        link: HostLink,
        key: UUID,
        name: str,
        on: date,
        today: date,
        words: str = "",
        hindrance: str = Hindrance.NONE,
    ) -> None:
        """Keep what the company told, and tell the caseworker. Called within the change that carries it out."""
        said = {"name": name.strip(), "on": on, "words": words.strip(), "hindrance": hindrance}
        report = self.model(case=link.case, link=link, told=told, key=key, **said)
        report.full_clean()
        report.save()
        verb = PlacementVerb.HOST_HINDERED if hindrance else PlacementVerb.HOST_TOLD
        facts = {"told": told, "date": on.isoformat()} | ({"hindrance": hindrance} if hindrance else {})
        link.case.write_line(verb, by=None, on=today, report=report.pk, **facts)
        if told == Told.SIGN and not hindrance:  # of which the sign itself tells the caseworker
            return
        Message.objects.tell_caseworker(
            case=link.case,
            kind=verb,
            about=f"host:{report.public_id}",
            by=None,
            today=today,
            **facts,
        )


def _start(link: HostLink, *, on: date, today: date) -> Hindrance:
    """Record the start, with what was agreed. What stands in the way where nothing could be recorded."""
    agreement = link.agreement()
    if link.offer.kind == OfferKind.IGU and _is_refused(link, on):
        return Hindrance.OTHER
    try:
        Placement.objects.start(
            case=link.case,
            company=link.offer.company,
            kind=link.offer.kind,
            on=on,
            today=today,
            by=None,
            offer=link.offer,
            planned_last_on=_agreed_end(agreement, on),
            minutes_a_week=agreement.minutes_a_week if agreement else None,
        )
    except ValidationError as error:
        return Hindrance.of(error)
    return Hindrance.NONE


def _is_refused(link: HostLink, on: date) -> bool:
    """Whether a rule about an IGU forbids this start: then a colleague has to look, as at the form of a start."""
    found = findings_at_start(
        link.case,
        kind=link.offer.kind,
        on=on,
        last_on=None,
        minutes_a_week=None,
        unit_id=link.offer.unit_id,
        offer=link.offer,
    )
    return any(each.refuses for each in found)


def _agreed_end(agreement: PlacementAgreement | None, on: date) -> date | None:
    """The last day that was agreed, unless it lies before the first one."""
    last_on = agreement.until_on if agreement else None
    return last_on if last_on and last_on >= on else None


@pghistory.track()
class HostReport(models.Model):
    """What somebody at a company told on the page behind their link: who, when, what. Never changed.

    `key` came with the form: sent twice, it is told once.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="host_reports")
    link = models.ForeignKey(HostLink, on_delete=models.PROTECT, related_name="reports")
    told = models.CharField(_("what was told"), max_length=12, choices=Told)
    key = models.UUIDField(unique=True, editable=False)
    name = models.CharField(_("who told it"), max_length=120)
    on = models.DateField(_("for which day"))
    words = models.CharField(_("in their words"), max_length=1000, blank=True)
    hindrance = models.CharField(_("why it was not recorded"), max_length=8, choices=Hindrance, blank=True)
    told_at = models.DateTimeField(default=now)

    objects = HostReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report of a company")
        verbose_name_plural = _("reports of companies")
        constraints = [
            models.CheckConstraint(name="host_report_is_known", condition=Q(told__in=Told.values)),
            models.CheckConstraint(name="host_report_says_who", condition=~Q(name="")),
            models.CheckConstraint(
                name="host_report_hindrance_is_known", condition=Q(hindrance__in=Hindrance.values)
            ),
        ]

    def __str__(self) -> str:
        return f"report of a company: {self.told} (#{self.pk})"
