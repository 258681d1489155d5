"""What may be filed on a case: accepted by what a file contains, not by what it calls itself.

Images are drawn again, upright and without the place where they were taken; nothing else of the original
is kept. Every refusal is a sentence for the person who uploaded.
"""

import hashlib
import io
import warnings
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

# The pixels of the largest telephone cameras that draw a letter in one picture.
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
        raise ValidationError(
            _("The file is too large: at most %(size)s."),
            code="too_large",
            params={"size": filesizeformat(settings.UPLOAD_MAX_BYTES)},
        )
    named = EXTENSIONS.get(PurePath(upload.name or "").suffix.lower())
    if named is None:
        raise ValidationError(_("Only PDF, JPEG, PNG and Word (.docx) files can be added."), code="name")
    body = upload.read()
    if _kind_of(body) != named:
        raise ValidationError(_("The content of the file is not what its name says."), code="content")
    return CheckedFile(named, CHECKS[named](body))


def _kind_of(body: bytes) -> ContentType | None:
    """What the content is. The beginning decides; puremagic tells the many kinds of ZIP apart."""
    if body.startswith(b"%PDF-"):
        return ContentType.PDF
    if body.startswith(b"\xff\xd8\xff"):
        return ContentType.JPEG
    if body.startswith(b"\x89PNG\r\n\x1a\n"):
        return ContentType.PNG
    if not body.startswith(b"PK\x03\x04"):
        return None
    try:
        found = puremagic.from_string(body, mime=True, filename="upload.docx")
    except (puremagic.PureError, ValueError):
        return None
    return ContentType.DOCX if found == ContentType.DOCX else None


def _pdf(body: bytes) -> bytes:
    """A PDF from its first byte to its last: nothing of another kind before, behind or inside of it."""
    end = body.rfind(b"%%EOF")
    if end < 0 or body[end + 5 :].strip(b"\r\n\t \x00"):
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
    if not {"[Content_Types].xml", "word/document.xml"} <= names:
        raise damaged
    if len(parts) > MAX_ZIP_PARTS or sum(part.file_size for part in parts) > MAX_ZIP_BYTES:
        raise ValidationError(_("The Word document unpacks to far more than a document."), code="bomb")
    if any(name.startswith("/") or ".." in PurePath(name).parts or "\\" in name for name in names):
        raise ValidationError(_("The Word document contains names that no document has."), code="names")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise ValidationError(_("The Word document contains macros. Save it without them."), code="macros")
    return body


def _image(body: bytes) -> bytes:
    """Draw the image again: upright, without location, without whatever else travelled in the file."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(body), formats=["JPEG", "PNG"]) as image:
                image.load()
                upright = ImageOps.exif_transpose(image)
                return _draw(upright, image.format or "")
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise ValidationError(
            _("The image has too many pixels. Take it again with a lower resolution."), code="pixels"
        ) from None
    except (OSError, ValueError, SyntaxError, EOFError):
        raise ValidationError(_("The image is damaged. Take it again."), code="damaged") from None


def _draw(image: Image.Image, file_format: str) -> bytes:
    out = io.BytesIO()
    if file_format == "JPEG":
        if image.mode not in {"L", "RGB"}:
            image = image.convert("RGB")
        image.save(out, "JPEG", quality=JPEG_QUALITY, optimize=True, exif=b"")
    else:
        image.info.clear()
        image.save(out, "PNG", optimize=False)
    return out.getvalue()


CHECKS = {
    ContentType.PDF: _pdf,
    ContentType.JPEG: _image,
    ContentType.PNG: _image,
    ContentType.DOCX: _docx,
}
