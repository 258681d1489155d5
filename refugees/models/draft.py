import json
import uuid
from collections.abc import Iterable

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from accounts.day import now
from accounts.models import Submission, User
from refugees.identifiers import decrypt, encrypt
from refugees.models.case import Case

# The form in which a note is written; a correction has one a note.
NEW_NOTE = "note"


class DraftQuerySet(models.QuerySet):
    def of(self, *, by: User, case: Case | None, form: str) -> "Draft | None":
        """What this person had begun to write in that form, unless it was sent meanwhile."""
        return self.latest_of(by=by, cases=[_key(case)], form=form)

    def latest_of(self, *, by: User, cases: Iterable[int | None], form: str) -> "Draft | None":
        """What they wrote last in that form, on whichever of these cases it is kept.

        The last autosave may arrive while the form itself is being sent. It carries the form's key, and a draft whose
        key was sent is no draft any more.
        """
        sent = Submission.objects.filter(key=OuterRef("once"))
        begun = self.filter(~Exists(sent), _on(cases), user=by, form=form)
        return begun.order_by("-saved_at", "-pk").first()

    def keep(
        self,
        *,
        by: User,
        case: Case | None,
        form: str,
        once: uuid.UUID | None,
        fields: dict[str, str | list[str]],
        main: str = "",
    ) -> "Draft | None":
        """Keep what stands in the form now, in place of what was kept before.

        Nothing is kept if the main field is empty; of a form without a main field, if all of them are.
        """
        if not any("".join(value).strip() for name, value in fields.items() if main in {"", name}):
            self.drop(by=by, case=case, form=form)
            return None
        draft = self.model(
            user=by, case=case, form=form, once=once, saved_at=now(), cipher=encrypt(json.dumps(fields))
        )
        self.bulk_create(
            [draft],
            update_conflicts=True,
            unique_fields=["user", "case", "form"],
            update_fields=["once", "saved_at", "cipher"],
        )
        return draft

    def drop(self, *, by: User, case: Case | None, form: str) -> None:
        """The form was sent, or emptied: nothing is left to keep."""
        self.drop_of(by=by, cases=[_key(case)], form=form)

    def drop_of(self, *, by: User, cases: Iterable[int | None], form: str) -> None:
        """The same for a form about several cases, on whichever of them the draft is kept."""
        self.filter(_on(cases), user=by, form=form).delete()


def _key(case: Case | None) -> int | None:
    return case.pk if case else None


def _on(cases: Iterable[int | None]) -> Q:
    """Kept on one of these cases; None among them: also what is about no case at all."""
    keys = list(cases)
    on_a_case = Q(case__in=[key for key in keys if key is not None])
    return on_a_case | Q(case=None) if None in keys else on_a_case


class Draft(models.Model):
    """What somebody is writing and has not sent. Private, encrypted, gone when it is sent.

    A form about no case, as about a company, says in its name which one it is about.

    It has no history on purpose: a draft is nobody's statement yet, and its traces must go with it.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, null=True, related_name="+")
    form = models.CharField(max_length=60)
    once = models.UUIDField(null=True)
    cipher = models.BinaryField()
    saved_at = models.DateTimeField(default=now)

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        constraints = [
            models.UniqueConstraint(
                name="one_draft_per_person_case_and_form",
                fields=["user", "case", "form"],
                nulls_distinct=False,
            ),
            models.CheckConstraint(name="draft_names_its_form", condition=~Q(form="")),
        ]

    def __str__(self) -> str:
        return f"draft (#{self.pk})"

    @property
    def fields(self) -> dict[str, str | list[str]]:
        """What stood in the form; a list where several of one field were chosen."""
        return json.loads(decrypt(self.cipher))


def correction_of(note: models.Model) -> str:
    """The form in which this note is corrected."""
    return f"note:{note.pk}"
