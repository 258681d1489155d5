"""The translation catalogue: gathered from code and templates, checked word by word, read by Django."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from django.utils import translation

from copenhagen_model import catalogue

CODE = """
from django.utils.translation import gettext as _, gettext_lazy, ngettext, pgettext
_("Plain")
gettext_lazy("Lazy")
ngettext("%(n)d day", "%(n)d days", 2)
pgettext("month", "May")
print("Not marked")
"""
TEMPLATE = """
{% translate "In a tag" %}
  {% blocktranslate trimmed count n=days %}
    {{ n }} case
  {% plural %}
    {{ n }} cases
  {% endblocktranslate %}
<p title="{% translate 'In an attribute' context 'verb' %}">Not marked {# Translators: seen by them #}</p>
"""


def strings(file: Path) -> dict:
    """The marked strings of a file, with their contexts."""
    return {words: context for _, words, _, context in catalogue.strings_in(file)}


def test_marked_strings_are_found_in_code(tmp_path):
    file = tmp_path / "code.py"
    file.write_text(CODE)

    assert strings(file) == {"Plain": None, "Lazy": None, ("%(n)d day", "%(n)d days"): None, "May": "month"}


def test_marked_strings_are_found_in_templates(tmp_path):
    file = tmp_path / "page.html"
    file.write_text(TEMPLATE)

    assert strings(file) == {
        "In a tag": None,
        ("%(n)s case", "%(n)s cases"): None,
        "In an attribute": "verb",
    }


def test_every_string_of_the_product_is_gathered_from_code_and_templates():
    gathered = {catalogue.words_of(message): message for message in catalogue.marked_strings() if message.id}

    assert "copenhagen_model/settings.py" in [place for place, _ in gathered["Danish"].locations]
    assert "templates/base.html" in [place for place, _ in gathered["Skip to main content"].locations]


@pytest.mark.parametrize(
    ("english", "danish", "fault"),
    [
        ("Case", "", "the Danish is missing"),
        (("a day", "%(n)d days"), ("en dag", ""), "the Danish is missing"),
        ("%(n)d days", "dage", "the Danish has the placeholders [], the English ['%(n)d']"),
        ("%(n)d days", "%(m)d dage", "the Danish has the placeholders ['%(m)d'], the English ['%(n)d']"),
        (
            ("a day", "%(n)d days"),
            ("en dag", "dage"),
            "the Danish has the placeholders [], the English ['%(n)d']",
        ),
        ("Case\n", "Sag", "one of the two begins or ends with a line break, the other does not"),
    ],
)
def test_a_faulty_translation_is_named(english, danish, fault):
    assert list(catalogue.faults_of(Message(english, danish))) == [fault]


@pytest.mark.parametrize(
    ("english", "danish"),
    [
        ("Case", "Sag"),
        ("%(n)d of %(m)d", "%(n)d af %(m)d"),
        ("100%% of %(n)d", "100 %% af %(n)d"),
        (("%(n)d day", "%(n)d days"), ("en dag", "%(n)d dage")),
    ],
)
def test_a_good_translation_has_no_fault(english, danish):
    assert list(catalogue.faults_of(Message(english, danish))) == []


def test_an_uncertain_translation_is_a_fault():
    assert list(catalogue.faults_of(Message("Case", "Sag", flags=["fuzzy"]))) == [
        "the Danish is marked as uncertain (fuzzy)"
    ]


@pytest.fixture
def own_catalogue(tmp_path, monkeypatch) -> Path:
    """A catalogue of its own, so that a test can write in it."""
    file = tmp_path / "da/LC_MESSAGES/django.po"
    file.parent.mkdir(parents=True)
    monkeypatch.setattr(catalogue, "CATALOGUE", file)
    return file


def test_an_update_keeps_translations_drops_what_is_gone_and_changes_nothing_twice(own_catalogue):
    known = Catalog(locale="da", fuzzy=False)
    known.add("Danish", "Dansk")
    known.add("Said no more", "Siges ikke mere")
    own_catalogue.write_text(catalogue.as_text(known))

    own_catalogue.write_text(catalogue.as_text(catalogue.updated()))
    first = own_catalogue.read_text()

    assert 'msgid "Danish"\nmsgstr "Dansk"' in first
    assert "Said no more" not in first
    assert "Siges ikke mere" not in first
    assert catalogue.as_text(catalogue.updated()) == first
    assert "-Date" not in first


def test_a_catalogue_that_is_not_up_to_date_is_a_fault(own_catalogue):
    assert catalogue.faults() == [catalogue.NOT_UP_TO_DATE]

    own_catalogue.write_text(catalogue.as_text(catalogue.updated()))

    faults = catalogue.faults()
    assert catalogue.NOT_UP_TO_DATE not in faults
    assert "'Danish': the Danish is missing" in faults


def test_django_reads_what_was_compiled(own_catalogue, settings):
    known = Catalog(locale="da", fuzzy=False)
    known.add("Danish", "Prøvedansk")
    known.add(("%(n)d oddity", "%(n)d oddities"), ("%(n)d særhed", "%(n)d særheder"))
    own_catalogue.write_text(catalogue.as_text(known))

    catalogue.compile_catalogue()

    settings.LOCALE_PATHS = [str(own_catalogue.parent.parent.parent)]
    with translation.override("da"):
        assert translation.gettext("Danish") == "Prøvedansk"
        assert translation.ngettext("%(n)d oddity", "%(n)d oddities", 2) % {"n": 2} == "2 særheder"
    with translation.override("en"):
        assert translation.gettext("Danish") == "Danish"
