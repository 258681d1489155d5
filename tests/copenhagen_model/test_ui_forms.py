"""Fields in the design system's manner: label, hint, error and control belong together."""

from datetime import date

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation

from copenhagen_model import urls
from copenhagen_model.styleguide import SampleForm

SUMMARY = '{% include "ui/error_summary.html" %}'


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def render(form, source="{{ form }}"):
    return Template(source).render(Context({"form": form}))


def test_hint_and_error_are_tied_to_their_control():
    class Note(forms.Form):
        text = forms.CharField(help_text="Leave out health details.")

    html = render(Note({}))

    assert '<label class="form-label" for="id_text">Text</label>' in html
    assert 'id="id_text_helptext">Leave out health details.' in html
    assert '<span class="form-error-message" id="id_text_error">' in html
    assert 'aria-describedby="id_text_helptext id_text_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'class="form-group form-error"' in html


def test_a_group_of_choices_is_a_fieldset_with_a_legend():
    html = render(SampleForm({}))

    assert '<fieldset aria-describedby="id_way_error">' in html
    assert '<legend class="form-label">How were you in contact?</legend>' in html
    assert html.count('type="radio"') == 2


def test_what_need_not_be_filled_in_says_so():
    html = render(SampleForm())

    assert 'for="id_minutes">Minutes <span class="form-label__more">(optional)</span>' in html
    assert 'for="id_language">Language</label>' in html


def test_the_summary_leads_to_each_field_in_the_same_words():
    form = SampleForm({"on": "31-02-2026", "language": "ti"})
    form.add_error(None, "The contact lies before the case was opened")

    html = render(form, SUMMARY + "{{ form }}")

    assert "There are 3 problems" in html
    assert '<a href="#id_way_0">Choose how you were in contact</a>' in html
    assert 'id="id_way_0"' in html
    assert '<a href="#id_on">Write a day, for example 28-11-2026</a>' in html
    assert html.count("The contact lies before the case was opened") == 2
    assert html.count("Write a day, for example 28-11-2026") == 2
    assert 'value="31-02-2026"' in html  # what was typed stays


def test_one_error_is_one_problem_and_none_is_no_summary():
    form = SampleForm({"way": "met", "on": "", "language": "ti"})

    assert "There is 1 problem<" in render(form, SUMMARY)
    assert render(SampleForm(), SUMMARY).strip() == ""


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(
    "typed", ["28-11-2026", "28.11.2026", "28/11/2026", "2026-11-28", "28-11-26", "28.11.26", "28112026"]
)
def test_a_date_is_understood_as_people_in_denmark_write_it(typed, language):
    class Day(forms.Form):
        on = forms.DateField()

    with translation.override(language):
        form = Day({"on": typed})

        assert form.is_valid()
        assert form.cleaned_data["on"] == date(2026, 11, 28)


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_known_date_is_shown_as_it_is_typed_and_never_as_the_browser_likes(language):
    class Day(forms.Form):
        on = forms.DateField()

    with translation.override(language):
        html = render(Day(initial={"on": date(2026, 11, 8)}))

    assert 'type="text" name="on"' in html
    assert 'value="08-11-2026"' in html
    assert 'data-for="id_on"' in html


def test_a_control_keeps_its_own_class_and_attributes():
    class Letter(forms.Form):
        text = forms.CharField(
            widget=forms.TextInput(attrs={"class": "wide", "maxlength": 40, "autofocus": True})
        )

    html = render(Letter())

    assert 'class="form-input wide"' in html
    assert html.count("class=") == html.count('class="')
    assert 'maxlength="40"' in html
    assert " autofocus" in html


def test_hidden_fields_and_choices_in_groups_are_rendered():
    class Place(forms.Form):
        version = forms.CharField(widget=forms.HiddenInput, initial="7")
        town = forms.ChoiceField(choices=[("East", [("v", "Valby")]), ("n", "Nørrebro")], initial="n")
        photo = forms.FileField(widget=forms.FileInput(attrs={"accept": "image/*"}), required=False)

    html = render(Place())

    assert '<input type="hidden" name="version" value="7"' in html
    assert '<optgroup label="East">' in html
    assert '<option value="n" selected>' in html
    assert 'type="file" name="photo" accept="image/*"' in html


def _forms(kind=forms.BaseForm):
    for each in kind.__subclasses__():
        yield each
        yield from _forms(each)


def test_nobody_holds_a_key_to_choose_several():
    """Boxes say what is chosen; a list in which one holds Ctrl loses it at one careless click."""
    assert urls.urlpatterns  # whatever has an address is loaded, and its forms with it
    ours = [form for form in _forms() if not form.__module__.startswith(("django.", "allauth."))]

    assert len(ours) > 100
    held = [
        (form, name)
        for form in ours
        for name, field in form.base_fields.items()
        if type(field.widget) is forms.SelectMultiple
    ]
    assert held == []
