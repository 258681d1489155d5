import json
from collections.abc import Iterable
from datetime import date, timedelta

from django.db import connection, models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.mailings import Mailing
from accounts.models import User
from goals.letters import Letter
from goals.models.breach import Breach
from refugees.identifiers import decrypt, encrypt

# How long after each attempt the next may come. The first is also how long a sender may be busy with one mail, so
# that nobody else takes it up meanwhile. After the last attempt the mail is given up, where administrators see it.
WAITS = [timedelta(minutes=minutes) for minutes in (5, 15, 60, 2 * 60, 4 * 60, 8 * 60, 12 * 60, 24 * 60)]


class Outside(models.TextChoices):
    """A mail to somebody who does not work here. Nobody chooses to get it: a colleague sends it."""

    COMPANY = "company", _("link for a company")


class Told(models.TextChoices):
    """A mail to a colleague that nobody chooses to get: it goes to whoever must answer."""

    CONCERN = "concern", _("concern of a mentor")


# Everything a mail can be.
KINDS = [*Mailing.choices, *Outside.choices, *Told.choices]
SHORT = {
    Told.CONCERN: Told.CONCERN.label,
    Outside.COMPANY: Outside.COMPANY.label,
    Mailing.AT_ONCE: _("notice at once"),
    Mailing.MORNING: _("morning digest"),
    Mailing.WEEKLY: _("weekly digest"),
}


class MailQuerySet(models.QuerySet):
    def waiting(self) -> "MailQuerySet":
        """Written, and neither sent nor replaced nor given up."""
        return self._unsent().filter(tries__lt=len(WAITS))

    def given_up(self) -> "MailQuerySet":
        """Tried as often as we try: somebody has to look."""
        return self._unsent().filter(tries__gte=len(WAITS), next_try_at__lte=timezone.now())

    def _unsent(self) -> "MailQuerySet":
        return self.filter(sent_at=None, replaced_at=None).exclude(subject="")

    def to_somebody(self) -> "MailQuerySet":
        """To people who still work here and have an address, or to somebody outside."""
        colleagues = Q(user__is_active=True) & ~Q(user__email="")
        return self.filter(Q(kind__in=Outside.values) | colleagues)

    def post(
        self, *, to: str, letter: Letter, kind: Outside, event: str, day: date, by: User
    ) -> "Mail | None":
        """Write to somebody outside, in the name of a colleague; None if that was written before.

        Address and words may let their reader in somewhere: they are sealed until the mail is sent, and then gone.
        """
        mail = self.claim(user=by, kind=kind, event=event, day=day)
        if mail:
            words = json.dumps({"to": to, "text": letter.text, "html": letter.html})
            mail.subject, mail.sealed = letter.subject, encrypt(words)
            mail.save(update_fields=["subject", "sealed"])
        return mail

    def claim(self, *, user: User, kind: str, event: str, day: date) -> "Mail | None":
        """The row of the mail about this event, for whoever comes first; None for everybody after.

        A second claim waits until the first has committed, so a mail is written once whoever dies in between.
        """
        moment = timezone.now()
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO goals_mail (public_id, user_id, kind, event, day, made_at, subject, text, html, tries,"
                " next_try_at, last_error, sealed) VALUES (%s, %s, %s, %s, %s, %s, '', '', '', 0, %s, '', '')"
                " ON CONFLICT (user_id, kind, event) DO NOTHING RETURNING id",
                [uuid7(), user.pk, kind, event, day, moment, moment],
            )
            row = cursor.fetchone()
        return self.get(pk=row[0]) if row else None

    @transaction.atomic
    def take(self) -> "Mail | None":
        """The next mail that is due to be tried and that no other worker holds. Taking it counts as a try."""
        due = self.waiting().to_somebody().filter(next_try_at__lte=timezone.now())
        locked = due.select_for_update(of=("self",), skip_locked=True).select_related("user")
        mail = locked.order_by("next_try_at", "pk").first()
        if mail:
            mail.next_try_at = timezone.now() + WAITS[mail.tries]
            mail.tries += 1
            mail.last_error = ""
            mail.save(update_fields=["next_try_at", "tries", "last_error"])
        return mail

    def replace_for(self, mail: "Mail") -> None:
        """What a new digest stands in for: older ones of its kind that never got out.

        The breaches they told of are told by the new one. One that is on its way this minute is left alone.
        """
        self._replaceable(mail).filter(kind=mail.kind)._replace()

    def replace_notices_for(self, mail: "Mail") -> None:
        """What a morning digest stands in for besides: notices at once that were given up. It tells their breaches.

        No other mail tells of single breaches, so no other may stand in for these.
        """
        self._replaceable(mail).filter(kind=Mailing.AT_ONCE, tries__gte=len(WAITS))._replace()

    def _replaceable(self, mail: "Mail") -> "MailQuerySet":
        on_its_way = Q(next_try_at__gt=timezone.now(), last_error="", tries__gt=0)
        return self.filter(user=mail.user).exclude(pk=mail.pk).exclude(on_its_way)._unsent()

    def _replace(self) -> None:
        keys = list(self.select_for_update(skip_locked=True).values_list("pk", flat=True))
        MailedBreach.objects.filter(mail__in=keys).delete()
        Mail.objects.filter(pk__in=keys).update(replaced_at=timezone.now())


class Mail(models.Model):
    """An e-mail to a colleague, or sent outside by one: the claim that it is written once, and the outbox for it.

    `event` names what it is about, so that the same thing is never mailed twice. Without a subject there was nothing
    to say. All its moments are in real time, also where a demo's day is moved; `day` is the day it speaks of.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=KINDS)
    event = models.CharField(max_length=60)
    day = models.DateField()
    made_at = models.DateTimeField(default=timezone.now)
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    # Of a mail to somebody outside: address and words as a cipher, until it is sent or dropped.
    sealed = models.BinaryField(default=b"", blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)
    last_error = models.CharField(max_length=100, blank=True)
    sent_at = models.DateTimeField(null=True)
    replaced_at = models.DateTimeField(null=True)

    objects = MailQuerySet.as_manager()

    class Meta:
        verbose_name = _("e-mail")
        verbose_name_plural = _("e-mails")
        constraints = [
            models.UniqueConstraint(name="mail_is_written_once", fields=["user", "kind", "event"]),
            models.CheckConstraint(
                name="mail_kind_is_known", condition=Q(kind__in=[kind for kind, _words in KINDS])
            ),
            models.CheckConstraint(
                name="mail_has_all_its_parts_or_none",
                condition=Q(subject="", text="", html="", sealed=b"")
                | ~(Q(subject="") | Q(text="") | Q(html="")) & Q(sealed=b"") & ~Q(kind__in=Outside.values)
                | Q(kind__in=Outside.values, text="", html="") & ~Q(subject=""),
            ),
            models.CheckConstraint(
                name="sent_mail_holds_no_sealed_words",
                condition=Q(sealed=b"") | Q(sent_at=None, replaced_at=None),
            ),
            models.CheckConstraint(
                name="mail_that_says_nothing_is_not_sent", condition=~Q(subject="") | Q(sent_at=None)
            ),
        ]
        indexes = [
            models.Index(
                name="mail_to_send",
                fields=["next_try_at"],
                condition=Q(sent_at=None, replaced_at=None) & ~Q(subject=""),
            )
        ]

    def __str__(self) -> str:
        return f"mail {self.kind} (#{self.pk})"

    @property
    def kind_words(self) -> str:
        """Which e-mail it is, in two words."""
        return str(SHORT[self.kind])

    @property
    def words_of_state(self) -> str:
        """What became of it: for whoever looks whether it got out."""
        if self.sent_at:
            moment = date_format(timezone.localtime(self.sent_at), "DATETIME_FORMAT")
            return gettext("the mail server took it on %(moment)s") % {"moment": moment}
        if self.replaced_at:
            return gettext("not sent any more")
        if self.tries >= len(WAITS):
            return gettext("not taken by any server; an administrator can send it again")
        return gettext("on its way")

    def contents(self) -> tuple[str, str, str]:
        """To whom, and what it says as text and as HTML."""
        if not self.sealed:
            return self.user.email, self.text, self.html
        words = json.loads(decrypt(bytes(self.sealed)))
        return words["to"], words["text"], words["html"]

    def drop(self) -> None:
        """It is not to be sent any more: what it says leads nowhere. What is on its way this moment still arrives."""
        if self.sent_at is None:
            self.replaced_at, self.sealed = timezone.now(), b""
            self.save(update_fields=["replaced_at", "sealed"])

    def write(self, letter: Letter) -> None:
        """What it says. It may go out as soon as this is committed."""
        self.subject, self.text, self.html = letter.subject, letter.text, letter.html
        self.save(update_fields=["subject", "text", "html"])

    def tell_of(self, breaches: Iterable[Breach]) -> list[Breach]:
        """Those of the breaches that no mail has told this person of yet; from now on this one has."""
        return MailedBreach.objects.note(mail=self, breaches=list(breaches))

    def was_sent(self) -> None:
        """The mail server has taken it."""
        self.sent_at, self.last_error, self.sealed = timezone.now(), "", b""
        self.replaced_at = None  # dropped while it was on its way: it arrived all the same
        self.save(update_fields=["sent_at", "last_error", "sealed", "replaced_at"])

    def was_refused(self, why: str) -> None:
        """Not this time. After the last try it is given up at once, and shown as such."""
        self.last_error = why[:100]
        if self.tries >= len(WAITS):
            self.next_try_at = timezone.now()
        self.save(update_fields=["last_error", "next_try_at"])

    def try_again(self) -> None:
        """Somebody has mended what was wrong: start anew."""
        self.tries, self.next_try_at = 0, timezone.now()
        self.save(update_fields=["tries", "next_try_at"])


class MailedBreachQuerySet(models.QuerySet):
    def note(self, *, mail: Mail, breaches: list[Breach]) -> list[Breach]:
        """Claim these breaches for this mail; return those that no other mail to the same person has."""
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO goals_mailedbreach (user_id, mail_id, breach_id) SELECT %s, %s, unnest(%s::bigint[])"
                " ON CONFLICT (user_id, breach_id) DO NOTHING RETURNING breach_id",
                # In one order, so that two mails to one person never wait for each other in a circle.
                [mail.user_id, mail.pk, sorted(breach.pk for breach in breaches)],
            )
            won = {row[0] for row in cursor.fetchall()}
        return [breach for breach in breaches if breach.pk in won]


class MailedBreach(models.Model):
    """That a mail has told somebody of a breach. Written with the mail, in one transaction; once for each person."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, related_name="+")
    mail = models.ForeignKey(Mail, on_delete=models.PROTECT, related_name="breaches")

    objects = MailedBreachQuerySet.as_manager()

    class Meta:
        verbose_name = _("breach told by e-mail")
        verbose_name_plural = _("breaches told by e-mail")
        constraints = [
            models.UniqueConstraint(name="breach_is_mailed_once_to_each", fields=["user", "breach"])
        ]

    def __str__(self) -> str:
        return f"mailed breach (#{self.pk})"
