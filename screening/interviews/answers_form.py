"""The form of an interview: a field for each question that is asked, one to skip it, one to say it is still true."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from accounts.fields import DatedForm, DayField
from refugees.languages import SpokenLanguage
from screening.interviews.asking import Asked, in_words
from screening.interviews.definitions import Phrase, Question, QuestionType, SkipReason
from screening.levels import Level
from screening.models import Answer, Given

LINE, TEXT = 300, 4000
MOST_LANGUAGES = 8
SKIP, STILL, SEEN = "skip-", "still-", "seen-"
IN_A_GROUP = {
    QuestionType.CHOICE,
    QuestionType.CHOICES,
    QuestionType.YES_NO,
    QuestionType.DATE,
    QuestionType.LANGUAGES,
}


class LanguagesWidget(forms.Widget):
    """Rows of a language and a level: those that are known, and two more."""

    template_name = "interviews/languages.html"
    use_fieldset = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[dict[str, str]]:
        """The rows in which a language was chosen."""
        rows = [
            {"language": data.get(f"{name}-language-{n}", ""), "level": data.get(f"{name}-level-{n}", "")}
            for n in range(MOST_LANGUAGES)
        ]
        return [row for row in rows if row["language"]]

    def id_for_label(self, id_: str) -> str:
        """The legend names the group."""
        return ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """What the template shows."""
        context = super().get_context(name, value, attrs)
        rows = list(value or [])
        rows += [{"language": "", "level": ""}] * (min(len(rows) + 2, MOST_LANGUAGES) - len(rows))
        context["widget"] |= {
            "rows": rows,
            "languages": SpokenLanguage.choices,
            "levels": Level.choices,
        }
        return context


class LanguagesField(forms.Field):
    """Languages, each once, with their level."""

    widget = LanguagesWidget

    def clean(self, value: list[dict[str, str]] | None) -> list[dict[str, str]] | None:
        """Known languages and levels; no language twice."""
        rows = value or []
        languages = [row["language"] for row in rows]
        if not set(languages) <= set(SpokenLanguage.values) or not {row["level"] for row in rows} <= {
            "",
            *Level.values,
        }:
            raise ValidationError(_("Choose a language and a level from the list."))
        if len(set(languages)) < len(languages):
            raise ValidationError(_("The same language stands there twice."))
        return rows or None


@dataclass(frozen=True, slots=True)
class Block:
    """One question on the page."""

    asked: Asked
    words: tuple[Phrase, ...]
    help: tuple[Phrase, ...]
    field: forms.BoundField
    skip: forms.BoundField
    still: forms.BoundField | None
    seen: forms.BoundField
    before: list[Phrase]
    conflict: Answer | None
    conflict_words: list[Phrase]

    @property
    def is_group(self) -> bool:
        """Whether it has several controls, which a legend names."""
        return self.asked.question.type in IN_A_GROUP


class AnswersForm(DatedForm):
    """The questions that are asked, with Danish beside another language."""

    def __init__(
        self, *args: Any, asked: Sequence[Asked], beside: str, language: str, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.asked = list(asked)
        self.beside, self.language = beside, language
        self.conflicts: dict[str, Answer] = {}
        for each in self.asked:
            self._add(each)

    def _add(self, each: Asked) -> None:
        question, own, key = each.question, each.own, each.question.key
        self.fields[key] = field_of(question, self.beside)
        if isinstance(self.fields[key], DayField):
            self.fields[key].widget.today = self.today
        self.fields[SKIP + key] = forms.ChoiceField(
            required=False,
            label=_("Skip it because"),
            choices=[("", _("It is asked")), *((one, SkipReason(one).label) for one in question.skip)],
        )
        self.fields[SEEN + key] = forms.IntegerField(
            required=False, min_value=0, widget=forms.HiddenInput, initial=own.version if own else 0
        )
        if each.known:
            self.fields[STILL + key] = forms.BooleanField(required=False, label=_("Still true"))
            self.initial[STILL + key] = bool(own and own.confirms_id)
        if own:
            self.initial[SKIP + key] = own.skipped
            self.initial[key] = None if own.confirms_id else stored(question, own.value)

    def block(self, each: Asked) -> Block:
        """How a question stands on the page."""
        question, key = each.question, each.question.key
        conflict = self.conflicts.get(key)
        return Block(
            asked=each,
            words=question.words.beside(self.beside),
            help=question.help.beside(self.beside) if question.help else (),
            field=self[key],
            skip=self[SKIP + key],
            still=self[STILL + key] if each.known else None,
            seen=self[SEEN + key],
            before=in_words(question, each.known.value, self.language) if each.known else [],
            conflict=conflict,
            conflict_words=in_words(question, conflict.value, self.language) if conflict else [],
        )

    def clean(self) -> dict[str, Any]:
        """Answered or skipped: where both stand there, what is new of the two counts."""
        cleaned = super().clean()
        for each in self.asked:
            key, own = each.question.key, each.own
            value, skipped = as_stored(cleaned.get(key)), cleaned.get(SKIP + key, "")
            if value is None or not skipped:
                continue
            if own and own.skipped == skipped:
                cleaned[SKIP + key] = ""
            elif not (own and own.value == value):
                self.add_error(key, _("Answer it, or skip it with a reason: not both."))
        return cleaned

    def given(self, *, client: uuid.UUID, sequence: int) -> list[Given]:
        """What was said. For a form that was sent whole, `touched` leaves out what nobody touched."""
        found = []
        for each in self.asked:
            key = each.question.key
            skipped = self.cleaned_data.get(SKIP + key, "")
            value = None if skipped else as_stored(self.cleaned_data.get(key))
            is_still = value is None and not skipped and self.cleaned_data.get(STILL + key) and each.known
            one = Given(
                question=key,
                value=each.known.value if is_still else value,
                skipped=skipped,
                client=client,
                sequence=sequence,
                seen=self.cleaned_data.get(SEEN + key) or 0,
                confirms=each.known if is_still else None,
            )
            found.append(one)
        return found

    def touched(self, given: Sequence[Given]) -> list[Given]:
        """Without what says the same as the page did when it was opened."""
        own = {each.question.key: each.own for each in self.asked}
        return [one for one in given if not is_untouched(own[one.question], one)]


def is_untouched(own: Answer | None, given: Given) -> bool:
    """Whether it says what stood on the page when it was opened, whatever a colleague wrote since."""
    if own is None or given.seen == own.version:
        return False
    if given.seen == 0:
        return given.value is None and not given.skipped
    events = Answer.pgh_event_model.objects.filter(pgh_obj=own, version=given.seen)
    seen = events.order_by("pgh_id").last()
    return bool(seen) and (seen.value, seen.skipped) == (given.value, given.skipped)


def field_of(question: Question, beside: str) -> forms.Field:
    """The field that takes an answer of this type."""
    choices = [(choice.key, in_both(choice.words.beside(beside))) for choice in question.choices]
    described = {"aria-describedby": f"id_{question.key}_helptext"} if question.help else {}
    match question.type:
        case QuestionType.LONG_TEXT:
            widget = forms.Textarea(attrs={"rows": 3, **described})
            return forms.CharField(required=False, max_length=TEXT, widget=widget)
        case QuestionType.CHOICE | QuestionType.YES_NO:
            return forms.ChoiceField(required=False, choices=choices, widget=forms.RadioSelect)
        case QuestionType.CHOICES:
            return forms.MultipleChoiceField(
                required=False, choices=choices, widget=forms.CheckboxSelectMultiple
            )
        case QuestionType.NUMBER:
            attrs = {"inputmode": "numeric", **described}
            return forms.IntegerField(
                required=False,
                min_value=question.least,
                max_value=question.most,
                widget=forms.TextInput(attrs=attrs),
            )
        case QuestionType.DATE:
            return DayField(required=False, quick=False)
        case QuestionType.LANGUAGES:
            return LanguagesField(required=False)
        case _:
            return forms.CharField(
                required=False,
                max_length=LINE,
                widget=forms.TextInput(attrs={"autocomplete": "off", **described}),
            )


def in_both(words: Sequence[Phrase]) -> SafeString:
    """A label in both languages, each marked as what it is."""
    marked = format_html_join(
        " ",
        '<span class="phrase" lang="{}" dir="{}">{}</span>',
        ((phrase.language, phrase.direction, phrase.text) for phrase in words),
    )
    return format_html("{}", marked)


def as_stored(value: Any) -> Any:
    """An answer as it is kept: a day in ISO's way, nothing as None."""
    if isinstance(value, date):
        return value.isoformat()
    return value if value or value == 0 and not isinstance(value, bool) else None


def stored(question: Question, value: Any) -> Any:
    """What is kept as the field takes it."""
    if question.type == QuestionType.DATE and value:
        return date.fromisoformat(value)
    return value
