"""What may be filed: accepted by content, cleaned, or refused with a sentence."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override
from PIL import Image

from refugees.uploads import check
from tests.refugees.uploads import ACCEPTED, GPS, REFUSED, SCRIPT, image, photographed


def upload(name: str, body: bytes) -> SimpleUploadedFile:
    """As a browser sends it."""
    return SimpleUploadedFile(name, body, content_type="application/octet-stream")


@pytest.mark.parametrize("name", ACCEPTED)
def test_an_honest_file_is_accepted_as_what_it_is(name):
    body, kind = ACCEPTED[name]

    assert check(upload(name, body)).content_type == kind


@pytest.mark.parametrize("what", REFUSED)
def test_anything_else_is_refused_with_a_sentence(what):
    name, body, sentence = REFUSED[what]

    with override("en"), pytest.raises(ValidationError, match=sentence):
        check(upload(name, body))


def test_what_is_too_large_is_refused_with_the_limit(settings):
    settings.UPLOAD_MAX_BYTES = 1024

    with override("en"), pytest.raises(ValidationError, match="at most 1.0"):
        check(upload("letter.pdf", b"%PDF-" + bytes(2000)))


def test_a_photo_is_kept_upright_and_without_its_place():
    kept = check(upload("photo.jpg", photographed())).body

    with Image.open(io.BytesIO(kept)) as picture:
        assert picture.size == (20, 40)
        assert dict(picture.getexif()) == {}
        assert not picture.getexif().get_ifd(GPS)
    assert b"Invented Phone" not in kept


def test_what_stands_behind_or_inside_an_image_is_not_kept():
    body = image("PNG", pnginfo=None) + SCRIPT
    photo = image(comment=SCRIPT) + SCRIPT

    assert SCRIPT not in check(upload("picture.png", body)).body
    assert SCRIPT not in check(upload("photo.jpg", photo)).body


def test_what_is_see_through_stays_so():
    body, _ = ACCEPTED["palette.png"]

    with Image.open(io.BytesIO(check(upload("palette.png", body)).body)) as picture:
        assert picture.getpixel((0, 0))[3] == 0
