import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

KEY_MAX_LENGTH = 40
WORDS_MAX_LENGTH = 120
ADULT_AT = 18


class Audience(models.TextChoices):
    """On whose list it stands."""

    EVERYBODY = "everybody", _("Everybody")
    ADULTS = "adults", _("Adults")
    CHILDREN = "children", _("Children under 18")


class ChecklistItemQuerySet(models.QuerySet):
    def in_order(self) -> "ChecklistItemQuerySet":
        """As they stand on the list."""
        return self.order_by("position", "pk")


@pghistory.track()
class ChecklistItem(models.Model):
    """One thing to be in place, as one version of the checklist words it. The key is the same in every version.

    `blocked_by` are the keys of what is in place before it, in the same version and without a circle (triggers).
    """

    version = models.ForeignKey("mentoring.ChecklistVersion", on_delete=models.PROTECT, related_name="items")
    key = models.SlugField(max_length=KEY_MAX_LENGTH, editable=False)
    position = models.PositiveSmallIntegerField(default=0, editable=False)
    danish = models.CharField(_("in Danish"), max_length=WORDS_MAX_LENGTH)
    english = models.CharField(_("in English"), max_length=WORDS_MAX_LENGTH)
    audience = models.CharField(_("for whom"), max_length=12, choices=Audience, default=Audience.EVERYBODY)
    blocked_by = ArrayField(
        models.SlugField(max_length=KEY_MAX_LENGTH), verbose_name=_("waits for"), default=list, blank=True
    )
    url = models.URLField(_("official page"), blank=True)

    objects = ChecklistItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("item of the checklist")
        verbose_name_plural = _("items of the checklist")
        constraints = [
            models.UniqueConstraint(name="checklist_item_stands_once", fields=["version", "key"]),
            models.CheckConstraint(
                name="checklist_item_has_words_in_both_languages",
                condition=~Q(danish="") & ~Q(english=""),
            ),
            models.CheckConstraint(
                name="checklist_item_audience_is_known", condition=Q(audience__in=Audience.values)
            ),
            models.CheckConstraint(
                name="checklist_item_links_securely",
                condition=Q(url="") | Q(url__startswith="https://"),
                violation_error_message=_("Write the whole address; it begins with https://."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} (#{self.pk})"

    @property
    def words(self) -> str:
        """In the reader's language."""
        return self.danish if (get_language() or "").startswith("da") else self.english

    @property
    def in_both(self) -> dict[str, str]:
        """As a line of history keeps it: as it was worded then, for readers of either language."""
        return {"da": self.danish, "en": self.english}

    def is_for(self, age: int | None) -> bool:
        """Whether it stands on the list of somebody of that age. Of whom no birthday is known counts as an adult."""
        if self.audience == Audience.EVERYBODY:
            return True
        is_child = age is not None and age < ADULT_AT
        return is_child == (self.audience == Audience.CHILDREN)
