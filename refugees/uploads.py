"""What may be filed on a case: accepted by what a file contains, not by what it calls itself.

Images are drawn again, upright and without the place where they were taken; nothing else of the original
is kept. Every refusal is a sentence for the person who uploaded.
"""

import hashlib
import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePath

import puremagic
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import TextChoices
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

# What telephone cameras draw a letter with; a few hundred bytes may claim to be far more.
MAX_IMAGE_PIXELS = 50_000_000
Image.MAX_IMAGE_PIXELS = MAX_IMAGE_PIXELS
JPEG_QUALITY = 88
# A text document holds few parts, and they grow little when unpacked.
MAX_ZIP_PARTS = 2_000
MAX_ZIP_BYTES = 200 * 1024 * 1024


class ContentType(TextChoices):
    """What is kept, by its type on the web."""

    PDF = "application/pdf", "PDF"
    JPEG = "image/jpeg", "JPEG"
    PNG = "image/png", "PNG"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word"

    @property
    def extension(self) -> str:
        """The ending of the file's name when it is fetched."""
        return next(ending for ending, kind in EXTENSIONS.items() if kind == self)


EXTENSIONS = {
    ".pdf": ContentType.PDF,
    ".jpg": ContentType.JPEG,
    ".jpeg": ContentType.JPEG,
    ".png": ContentType.PNG,
    ".docx": ContentType.DOCX,
}


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """Content that may be stored, and what it is."""

    content_type: ContentType
    body: bytes

    @property
    def sha256(self) -> str:
        """The fingerprint of what is stored."""
        return hashlib.sha256(self.body).hexdigest()


def check(upload: UploadedFile) -> CheckedFile:
    """Accept an upload, or refuse it with a sentence. Nothing is stored here."""
    if upload.size == 0:
        raise ValidationError(_("The file is empty."), code="empty")
    if upload.size > settings.UPLOAD_MAX_BYTES:
        raise too_large()
    named = EXTENSIONS.get(PurePath(upload.name or "").suffix.lower())
    if named is None:
        raise ValidationError(_("Only PDF, JPEG, PNG and Word (.docx) files can be added."), code="name")
    body = upload.read()
    if _kind_of(body) != named:
        raise ValidationError(_("The content of the file is not what its name says."), code="content")
    return CheckedFile(named, _cleaned(body, named))


def too_large() -> ValidationError:
    """The sentence for a file over the limit."""
    return ValidationError(
        _("The file is too large: at most %(size)s."),
        code="too_large",
        params={"size": filesizeformat(settings.UPLOAD_MAX_BYTES)},
    )


def _kind_of(body: bytes) -> str:
    """What the content is, by its own marks; empty if it is nothing known."""
    try:
        return puremagic.from_string(body, mime=True)
    except (puremagic.PureError, ValueError):
        return ""


def _cleaned(body: bytes, kind: ContentType) -> bytes:
    """What is kept of the file."""
    match kind:
        case ContentType.PDF:
            return _pdf(body)
        case ContentType.DOCX:
            return _docx(body)
        case ContentType.JPEG:
            return _image(body, "JPEG")
        case ContentType.PNG:
            return _image(body, "PNG")


def _pdf(body: bytes) -> bytes:
    """A PDF from its first byte to its last: nothing of another kind before, behind or inside of it."""
    end = body.rfind(b"%%EOF")
    if not body.startswith(b"%PDF-") or end < 0 or body[end + 5 :].strip(b"\r\n\t \x00"):
        raise ValidationError(_("The PDF is damaged. Save it again and try once more."), code="damaged")
    if zipfile.is_zipfile(io.BytesIO(body)):
        raise ValidationError(_("The file is a PDF and something else at once."), code="polyglot")
    return body


def _docx(body: bytes) -> bytes:
    """A Word document without macros that does not unpack to something enormous."""
    damaged = ValidationError(
        _("The Word document is damaged. Save it again and try once more."), code="damaged"
    )
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise damaged from None
    names = {part.filename for part in parts}
    # A ZIP is read from its end, so that anything might stand before it.
    if not body.startswith(b"PK\x03\x04") or not {"[Content_Types].xml", "word/document.xml"} <= names:
        raise damaged
    if len(parts) > MAX_ZIP_PARTS or sum(part.file_size for part in parts) > MAX_ZIP_BYTES:
        raise ValidationError(_("The Word document unpacks to far more than a document."), code="bomb")
    if any(name.startswith("/") or ".." in PurePath(name).parts or "\\" in name for name in names):
        raise ValidationError(_("The Word document contains names that no document has."), code="names")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise ValidationError(_("The Word document contains macros. Save it without them."), code="macros")
    return body


def _image(body: bytes, kind: str) -> bytes:
    """Draw the image again: upright, without location, without whatever else travelled in the file."""
    pixels = ValidationError(
        _("The image has too many pixels. Take it again with a lower resolution."), code="pixels"
    )
    try:
        with Image.open(io.BytesIO(body), formats=[kind]) as image:
            if image.width * image.height > MAX_IMAGE_PIXELS:
                raise pixels
            image.load()
            return _draw(ImageOps.exif_transpose(image), kind)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise pixels from None
    except ValidationError:
        raise
    except Exception:
        # A hostile file makes a decoder stumble in any way; whichever it is, it is no image we keep.
        raise ValidationError(_("The image is damaged. Take it again."), code="damaged") from None


def _draw(image: Image.Image, kind: str) -> bytes:
    out = io.BytesIO()
    if kind == "JPEG":
        if image.mode not in {"L", "RGB"}:
            image = image.convert("RGB")
        image.info.clear()
        image.save(out, kind, quality=JPEG_QUALITY, optimize=True)
    else:
        if "transparency" in image.info:
            image = image.convert("RGBA")
        image.info.clear()
        image.save(out, kind)
    return out.getvalue()
