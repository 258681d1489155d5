"""Small files for the demo's cases: a letter as PDF, a photographed letter as PNG. Made here, so they name nobody."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from refugees.uploads import CheckedFile, check


def letter(lines: list[str]) -> CheckedFile:
    """One page of text as PDF, taken in as an upload is."""
    text = " T* ".join(f"({line}) Tj" for line in lines)
    stream = f"BT /F1 12 Tf 18 TL 72 770 Td {text} ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    return check(SimpleUploadedFile("letter.pdf", _pdf(objects)))


def _pdf(objects: list[bytes]) -> bytes:
    """The objects with their table of addresses, as the format wants them."""
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + trailer


def photo(lines: list[str]) -> CheckedFile:
    """A letter as somebody photographs it."""
    image = Image.new("RGB", (620, 440), "#f4f1e8")
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        draw.text((48, 48 + 28 * number), line, fill="#1d2733")
    file = io.BytesIO()
    image.save(file, "PNG")
    return check(SimpleUploadedFile("photo.png", file.getvalue()))
