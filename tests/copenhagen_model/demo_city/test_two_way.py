"""Between the demo's mentor and the caseworkers: something of each kind is there, and not everything is new."""

from mentoring.models import Concern, Contact, Letter, Sighting


def test_the_mentor_has_concerns_an_answer_and_a_letter_and_some_entries_are_seen(city):
    assert Concern.objects.open().exists()
    assert Concern.objects.filter(answered_at__isnull=False).exists()
    letter = Letter.objects.get()
    assert letter.document.case == letter.task.case == letter.case
    assert Sighting.objects.exists()
    assert Contact.objects.new().exists()
