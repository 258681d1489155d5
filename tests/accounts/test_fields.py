"""A day as people give it: Today, Yesterday, or another one in three boxes."""

from datetime import date

import pytest
from django import forms
from django.utils.translation import override

from accounts.fields import DatedForm, DayBox, DayField

TODAY = date(2026, 3, 1)


class SampleForm(DatedForm):
    on = DayField()


class PlanForm(DatedForm):
    plan = DayField(quick=False, required=False)


def sample(**typed):
    return SampleForm({f"on_{name}": value for name, value in typed.items()}, today=TODAY)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ({"when": "today"}, date(2026, 3, 1)),
        ({"when": "yesterday"}, date(2026, 2, 28)),
        ({"when": "another", "day": "9", "month": "11", "year": "2026"}, date(2026, 11, 9)),
        ({"when": "another", "day": " 09 ", "month": "02", "year": "2024"}, date(2024, 2, 9)),
        ({"when": "another", "day": "29", "month": "2", "year": "2024"}, date(2024, 2, 29)),
        # What is hidden because Today was chosen does not count.
        ({"when": "today", "day": "9", "month": "11", "year": "2026"}, date(2026, 3, 1)),
    ],
)
def test_a_day_is_read(typed, day):
    form = sample(**typed)

    assert form.is_valid(), form.errors
    assert form.cleaned_data["on"] == day


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Choose or write a day."),
        ({"day": "9", "month": "11", "year": "2026"}, "Choose or write a day."),
        ({"when": "tomorrow"}, "Choose or write a day."),
        ({"when": "another"}, "Write day, month and year, for example 28 11 2026."),
        (
            {"when": "another", "day": "9", "year": "2026"},
            "Write day, month and year, for example 28 11 2026.",
        ),
        ({"when": "another", "day": "x", "month": "1", "year": "2026"}, "Write day, month and year"),
        ({"when": "another", "day": "²", "month": "1", "year": "2026"}, "Write day, month and year"),
        ({"when": "another", "day": "9", "month": "11", "year": "26"}, "four digits"),
        ({"when": "another", "day": "31", "month": "2", "year": "2026"}, "no such day"),
        ({"when": "another", "day": "1", "month": "1", "year": "0000"}, "no such day"),
    ],
)
def test_what_is_no_day_gets_a_sentence(typed, sentence):
    with override("en"):
        [error] = sample(**typed).errors["on"]

        assert sentence in error


def test_what_was_typed_is_shown_again():
    shown = str(sample(when="another", day="31", month="2", year="2026")["on"])

    assert 'value="31"' in shown
    assert 'value="2026"' in shown
    assert shown.count(" checked") == 1
    assert shown.count('aria-invalid="true"') == 3


def test_the_near_days_name_their_date():
    with override("en"):
        shown = str(SampleForm(today=TODAY)["on"])

    assert "Sun 1 Mar" in shown
    assert "Sat 28 Feb" in shown


@pytest.mark.parametrize(
    ("initial", "choice"),
    [(date(2026, 3, 1), "today"), (date(2026, 2, 28), "yesterday"), (date(2025, 1, 5), "")],
)
def test_a_known_day_is_chosen(initial, choice):
    shown = str(SampleForm(today=TODAY, initial={"on": initial})["on"])

    chosen = shown[: shown.index(" checked")].rsplit('value="', 1)[1]
    assert chosen.startswith(choice or "another")
    assert ('value="2025"' in shown) == (not choice)


def test_a_day_that_may_be_missing():
    assert PlanForm({}, today=TODAY).is_valid()
    assert PlanForm({"plan_day": "1", "plan_month": "2", "plan_year": "2027"}, today=TODAY).is_valid()
    assert not PlanForm({"plan_day": "1"}, today=TODAY).is_valid()


def test_two_forms_do_not_share_their_day():
    first, second = SampleForm(today=TODAY), SampleForm(today=date(2027, 1, 1))

    assert first.fields["on"].widget.today == TODAY
    assert second.fields["on"].widget.today == date(2027, 1, 1)
    assert isinstance(SampleForm.base_fields["on"].widget, forms.Widget)
    assert SampleForm.base_fields["on"].widget.today is None


class FilterForm(forms.Form):
    since = forms.DateField(required=False, widget=DayBox())


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("2026-11-10", 'value="10-11-2026"'),
        ("10.11.26", 'value="10-11-2026"'),
        ("soon", 'value="soon"'),
    ],
)
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_filter_shows_a_day_in_one_way_however_it_came(typed, shown, language):
    with override(language):
        assert shown in str(FilterForm({"since": typed})["since"])


def test_a_filter_without_a_day_is_empty():
    assert "value=" not in str(FilterForm({"since": ""})["since"])
