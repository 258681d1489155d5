import secrets
from datetime import date, timedelta
from typing import Self

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from goals.letters import link as link_to
from goals.models import Mail, Outside
from internships.host_letter import host_letter
from internships.models.offer import Offer
from internships.models.placement_agreement import CONTENT, PlacementAgreement
from internships.placement_verbs import PlacementVerb
from refugees.models import Case, Occupation, Seen, read_again, version_of

SECRET_BYTES = 32
LONGEST = timedelta(days=366)
# After the agreed end there is still the evaluation to give.
AFTER_THE_END = timedelta(weeks=4)
WITHOUT_AN_END = timedelta(weeks=16)


class HostLinkQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "HostLinkQuerySet":
        """Links on cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def standing(self) -> Self:
        """Not revoked. Whether the last day of one has passed is another question."""
        return self.filter(revoked_at=None)

    def behind(self, secret: str) -> "HostLink | None":
        """The link with that secret, whether it still leads anywhere or not; None for a secret that nobody made."""
        rows = self.filter(digest=digest(secret))
        return rows.select_related("case__person", "case__unit", "offer__company", "offer__unit").first()

    def make(
        self,
        *,
        offer: Offer,
        contact_name: str,
        call_name: str,
        call_phone: str,
        valid_until: date,
        today: date,
        by: User,
        mail_to: str = "",
    ) -> "tuple[HostLink, str]":
        """A link for somebody at the company, and its secret: given out this once, and kept nowhere.

        The one before it for the same offer leads nowhere any more. With `mail_to` it is written to that address, once.
        """
        if not today <= valid_until <= today + LONGEST:
            raise ValidationError({"valid_until": _("A link is valid from today on, for a year at most.")})
        secret = secrets.token_urlsafe(SECRET_BYTES)
        with Case.changing([offer.case], by=by):
            read_again(offer)
            for before in self.standing().filter(offer=offer):
                before.lead_nowhere(by=by)
            link = self.model(
                case=offer.case,
                offer=offer,
                digest=digest(secret),
                contact_name=contact_name.strip(),
                call_name=call_name.strip(),
                call_phone=call_phone.strip(),
                valid_until=valid_until,
                made_by=by,
            )
            if mail_to:
                link.send_to(mail_to, secret, today=today, by=by)
            link.full_clean()
            link.save()
            offer.case.write_line(
                PlacementVerb.LINK_MADE,
                by=by,
                on=today,
                date=valid_until.isoformat(),
                offer=offer.pk,
                link=link.pk,
            )
            if link.mailed_to:
                offer.case.write_line(
                    PlacementVerb.LINK_MAILED, by=by, on=today, offer=offer.pk, link=link.pk
                )
        return link, secret


@pghistory.track(exclude=["digest"])
class HostLink(models.Model):
    """The way in for somebody at a company who has no account: one page about one offer, until a day or revoked."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="host_links")
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="host_links")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    contact_name = models.CharField(_("for whom at the company"), max_length=120)
    call_name = models.CharField(_("whom the company calls"), max_length=120)
    call_phone = models.CharField(_("on which telephone"), max_length=40)
    valid_until = models.DateField(_("valid until"))
    # Of one that was sent from here: to which address, and the mail in the outbox.
    mailed_to = models.EmailField(_("sent to"), blank=True)
    mail = models.OneToOneField(Mail, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(_("made"), default=now)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    revoked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = HostLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link for a company")
        verbose_name_plural = _("links for companies")
        constraints = [
            models.UniqueConstraint(
                name="one_standing_host_link_per_offer", fields=["offer"], condition=Q(revoked_at=None)
            ),
            models.CheckConstraint(
                name="host_link_is_kept_as_a_digest", condition=Q(digest__regex=r"^[0-9a-f]{64}$")
            ),
            models.CheckConstraint(
                name="host_link_says_for_whom_and_whom_to_call",
                condition=~Q(contact_name="") & ~Q(call_name="") & ~Q(call_phone=""),
            ),
            models.CheckConstraint(
                name="host_link_mail_has_an_address",
                condition=Q(mail=None, mailed_to="") | Q(mail__isnull=False) & ~Q(mailed_to=""),
            ),
            models.CheckConstraint(
                name="host_link_revoked_by_somebody",
                condition=Q(revoked_at=None, revoked_by=None)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"link for a company (#{self.pk})"

    def leads_on(self, day: date) -> bool:
        """Whether it still opens the page on that day. A closed case opens to no company."""
        return self.revoked_at is None and day <= self.valid_until and self.case.closed_on is None

    def agreement(self) -> PlacementAgreement | None:
        """What was agreed about this offer, in its last version that was not withdrawn."""
        return PlacementAgreement.objects.standing().filter(offer=self.offer_id).order_by("number").last()

    @staticmethod
    def word_for(agreement: PlacementAgreement | None) -> str:
        """A word that changes with everything that is agreed: whoever confirms says by it what they have read."""
        return version_of(agreement, CONTENT)

    def occupation(self) -> Occupation | None:
        """What began on this offer, if anything did."""
        began = Occupation.objects.standing().filter(placement__offer=self.offer_id)
        return began.order_by("started_on").last()

    def goes_on(self) -> bool:
        """Whether something began on this offer and nobody has recorded its end."""
        occupation = self.occupation()
        return occupation is not None and occupation.last_on is None

    def revoke(self, *, on: date, by: User, version: Seen | None = None) -> None:
        """It leads nowhere from now on; whoever opens it reads whom to call."""
        with Case.changing([self.case], by=by):
            read_again(self, version)
            if self.revoked_at:
                raise ValidationError(_("It has been revoked already."))
            self.lead_nowhere(by=by)
            self.case.write_line(PlacementVerb.LINK_REVOKED, by=by, on=on, offer=self.offer_id, link=self.pk)

    def lead_nowhere(self, *, by: User) -> None:
        """Revoke it, within a change of the case. A mail with it that still waits is not sent."""
        self.revoked_at, self.revoked_by = now(), by
        self.save(update_fields=["revoked_at", "revoked_by"])
        if self.mail:
            self.mail.drop()

    def send_to(self, address: str, secret: str, *, today: date, by: User) -> None:
        """Put it into the outbox, for that address. It says the company's name and where the page is, and no more."""
        letter = host_letter(self.offer.company.name, link_to("host:page", secret))
        self.mailed_to = address
        self.mail = Mail.objects.post(
            to=address, letter=letter, kind=Outside.COMPANY, event=f"link:{self.public_id}", day=today, by=by
        )


def digest(secret: str) -> str:
    """By what a secret is found: keyed, so that whoever reads the table cannot make a link that fits."""
    return salted_hmac("internships.host_link", secret, algorithm="sha256").hexdigest()


def suggested_end(offer: Offer, planned_last_on: date | None, today: date) -> date:
    """Until when a link is usually valid: some weeks after the planned end, while the evaluation is awaited."""
    last = (
        planned_last_on + AFTER_THE_END
        if planned_last_on
        else (offer.planned_start_on or today) + WITHOUT_AN_END
    )
    return min(max(last, today + AFTER_THE_END), today + LONGEST)
