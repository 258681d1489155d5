"""What the tests of an interview's answers ask and send."""

import json
import uuid

from django.urls import reverse

from screening.interviews.asking import asked_sections
from tests.factories import TODAY


def url(name, interview):
    return reverse(f"interviews:{name}", args=[interview.case.public_id, interview.public_id])


def asked(interview, today=TODAY):
    return {each.question.key for section in asked_sections(interview, today) for each in section.asked}


def send(client, interview, *writings, device=None):
    """Writings of a device, as static/js/kept.js sends them; what became of each."""
    body = {
        "client": str(device or uuid.uuid4()),
        "writings": [
            {"name": name, "sequence": number, "fields": [[key, value] for key, value in fields]}
            for name, number, fields in writings
        ],
    }
    sent = client.post(url("keep", interview), json.dumps(body), content_type="application/json")
    assert sent.status_code == 200
    return sent.json()["results"]


def bread(said, *, number=1, seen=0):
    return "good-at", number, [("good-at", said), ("skip-good-at", ""), ("seen-good-at", str(seen))]


def answers(interview):
    return {
        each.question: each.value if each.value is not None else each.skipped
        for each in interview.answers.all()
    }
