"""Every reason that this pillar gives is said in both languages: to choose, to read, in a letter."""

from itertools import chain

import pytest
from django.utils.translation import override

from goals.models.clock_dates import VoidReason
from housing import verbs
from housing.households import Stage
from housing.letter import SHARED, TEXTS
from housing.models import (
    Basis,
    Decision,
    DeclineReason,
    DwellingKind,
    DwellingState,
    GoneReason,
    HomeAnswer,
    HouseholdKind,
    KeptFor,
    LeftReason,
    Mark,
    MoveOutReason,
    ProviderKind,
    SharedBy,
    StayBasis,
)
from housing.models.answer import CONSEQUENCES, REFUSED
from housing.models.refused import WORDS
from housing.models.shared_home import REFUSED_BY_SEX
from refugees.models.conclusion import Need

CHOICES = (
    *(Basis, DeclineReason, DwellingKind, DwellingState, GoneReason, HomeAnswer, MoveOutReason, Mark),
    *(Need, ProviderKind, Stage, verbs.Verb),
    *(Decision, HouseholdKind, KeptFor, LeftReason, SharedBy, StayBasis),
)
SAID = [
    *chain.from_iterable(((f"{kind.__name__}.{each.name}", each.label) for each in kind) for kind in CHOICES),
    *((f"consequence of {key}", words) for key, words in CONSEQUENCES.items()),
    *((f"refused: {key}", words) for key, words in REFUSED.items()),
    *((f"refused to a shared home: {key}", words) for key, words in REFUSED_BY_SEX.items()),
    *((f"refused by a rule: {key}", words) for key, words in WORDS.items()),
    *(
        (f"void: {key.value}", key.label)
        for key in (VoidReason.OWN_HOME, VoidReason.MOVED_OUT, VoidReason.WITHDRAWN)
    ),
    *((f"letter {number}", words) for number, words in enumerate([*TEXTS, SHARED])),
]


@pytest.mark.parametrize("words", [words for _key, words in SAID], ids=[key for key, _words in SAID])
def test_it_is_said_in_danish_and_in_english(words):
    said = {}
    for language in ("da", "en"):
        with override(language):
            said[language] = str(words)

    assert said["en"]
    assert said["da"]
    assert said["da"] != said["en"]


def test_every_answer_that_ends_an_offer_and_every_reason_to_decline_says_what_follows():
    ends = {HomeAnswer.NO_ANSWER, HomeAnswer.WITHDRAWN}

    assert set(CONSEQUENCES) == {*DeclineReason, *ends}
