from collections import defaultdict
from datetime import date

import pghistory
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from internships.maxima import Finding, Ground
from internships.placement_verbs import PlacementVerb
from internships.stays import findings_about
from refugees.models import Case, Occupation, Seen, read_again


class PlacementExtensionQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "PlacementExtensionQuerySet":
        """Extensions on cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def agree(
        self,
        *,
        occupation: Occupation,
        to_on: date,
        ground: str,
        today: date,
        by: User | None,
        words: str = "",
        representative_on: date | None = None,
        is_meant: bool = False,
        version: Seen | None = None,
    ) -> "PlacementExtension":
        """Agree on a later last day, or on the first one where it needs a ground. The rules refuse or warn.

        StaleEdit if the measure is not what the form, by its `version`, was made from.
        """
        with Case.changing([occupation.case], by=by):
            read_again(occupation, version)
            if occupation.last_on:
                raise ValidationError(_("It has ended already."))
            row = self.model(
                case=occupation.case,
                occupation=occupation,
                from_on=occupation.planned_last_on,
                to_on=to_on,
                ground=ground,
                words=words.strip(),
                representative_on=representative_on,
                recorded_by=by,
            )
            row.refuse_what_is_no_extension(today)
            found = findings_about(
                occupation, last_on=to_on, ground=ground, representative_on=representative_on
            )
            refuse(found, is_meant=is_meant)
            row.save()
            occupation.plan_end(on=to_on, today=today, by=by)
            occupation.case.write_line(
                PlacementVerb.EXTENDED,
                by=by,
                on=today,
                kind=occupation.kind,
                date=to_on.isoformat(),
                extension=row.pk,
            )
        return row


def refuse(found: list[Finding], *, is_meant: bool) -> None:
    """Raise what the rules refuse, in their words; what they warn of, unless it is meant all the same."""
    sentences = defaultdict(list)
    for each in found:
        if each.refuses:
            sentences[each.field or NON_FIELD_ERRORS].append(each.sentence)
        elif not is_meant:
            sentences["is_meant"].append(each.sentence)
    if sentences:
        raise ValidationError(dict(sentences))


@pghistory.track()
class PlacementExtension(models.Model):
    """A measure goes on for longer than was agreed: from which last day to which, on what ground. Never changed."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="placement_extensions")
    occupation = models.ForeignKey(Occupation, on_delete=models.PROTECT, related_name="extensions")
    from_on = models.DateField(_("agreed last day before"), null=True, blank=True)
    to_on = models.DateField(_("agreed last day"))
    ground = models.CharField(_("ground"), max_length=16, choices=Ground)
    words = models.CharField(_("why"), max_length=500, blank=True)
    representative_on = models.DateField(_("staff representative talked with"), null=True, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = PlacementExtensionQuerySet.as_manager()

    class Meta:
        verbose_name = _("extension of a placement")
        verbose_name_plural = _("extensions of placements")
        constraints = [
            models.CheckConstraint(
                name="placement_extension_ground_is_known", condition=Q(ground__in=Ground.values)
            ),
            models.CheckConstraint(
                name="placement_extension_makes_it_longer",
                condition=Q(from_on=None) | Q(from_on__isnull=False, to_on__gt=F("from_on")),
                violation_error_message=_("An extension ends later than what was agreed before."),
            ),
            models.CheckConstraint(
                name="concrete_grounds_are_written_down",
                condition=~Q(ground=Ground.CONCRETE) | ~Q(words=""),
                violation_error_message=_("Write down what the concrete grounds are."),
            ),
        ]

    def __str__(self) -> str:
        return f"extension of a placement (#{self.pk})"

    def refuse_what_is_no_extension(self, today: date) -> None:
        """Each sentence at the field that it is about."""
        if self.from_on and self.to_on <= self.from_on:
            raise ValidationError(
                {"planned_last_on": _("An extension ends later than what was agreed before.")}
            )
        if self.to_on < self.occupation.started_on:
            raise ValidationError({"planned_last_on": _("The agreed last day is not before the first.")})
        if self.ground == Ground.CONCRETE and not self.words:
            raise ValidationError({"words": _("Write down what the concrete grounds are.")})
        if self.representative_on and self.representative_on > today:
            raise ValidationError({"representative_on": _("This day has not come yet.")})
        self.full_clean()
