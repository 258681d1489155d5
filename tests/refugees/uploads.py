"""A corpus of uploads: honest ones, and what people or attackers send instead."""

import io
import struct
import zipfile
import zlib

from PIL import Image

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
SCRIPT = b"<script>alert(1)</script>"
ORIENTATION, GPS = 0x0112, 0x8825


def image(kind="JPEG", size=(40, 20), mode="RGB", **options) -> bytes:
    """A small black image."""
    picture = Image.new(mode, size)
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def photographed() -> bytes:
    """A JPEG as a telephone makes it: lying on its side, with the place where it was taken."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif.get_ifd(GPS).update({1: "N", 2: (55.0, 39.0, 48.0), 3: "E", 4: (12.0, 30.0, 36.0)})
    exif[0x010F] = "Invented Phone"
    return image(exif=exif)


def several_pictures() -> bytes:
    """A JPEG that holds more than one picture, as telephones make them."""
    out = io.BytesIO()
    first, second = Image.new("RGB", (40, 20)), Image.new("RGB", (10, 5))
    first.save(out, "MPO", save_all=True, append_images=[second])
    return out.getvalue()


def png_that_claims(width: int, height: int) -> bytes:
    """A few bytes that say they are an enormous picture."""

    def chunk(name: bytes, content: bytes) -> bytes:
        check = zlib.crc32(name + content)
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + pixels + chunk(b"IEND", b"")


def archive(*names: str, content: bytes = b"<x/>") -> bytes:
    """A ZIP with parts of these names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in names:
            made.writestr(name, content)
    return out.getvalue()


def docx(*more: str, content: bytes = b"<x/>") -> bytes:
    """The smallest Word document, with these parts more."""
    return archive("[Content_Types].xml", "_rels/.rels", "word/document.xml", *more, content=content)


ACCEPTED = {
    "letter.pdf": (PDF, "application/pdf"),
    "LETTER.PDF": (PDF, "application/pdf"),
    "photo.jpg": (image(), "image/jpeg"),
    "photo.jpeg": (photographed(), "image/jpeg"),
    "several.jpg": (several_pictures(), "image/jpeg"),
    "grey.jpg": (image(mode="L"), "image/jpeg"),
    "print.jpg": (image(mode="CMYK"), "image/jpeg"),
    "screen.png": (image("PNG", mode="RGBA"), "image/png"),
    "palette.png": (image("PNG", mode="P", transparency=0), "image/png"),
    "letter.docx": (
        docx(),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "../../etc/passwd.pdf": (PDF, "application/pdf"),
}

REFUSED = {
    "empty": ("empty.pdf", b"", "empty"),
    "vector image": ("drawing.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "Only PDF, JPEG"),
    "vector image under another name": ("drawing.png", b'<svg xmlns="x"/>', "not what its name says"),
    "page of the web": ("page.html", b"<!doctype html>" + SCRIPT, "Only PDF, JPEG"),
    "page of the web under another name": ("page.pdf", b"<!doctype html>" + SCRIPT, "not what its name says"),
    "program": ("letter.pdf", b"MZ" + bytes(200), "not what its name says"),
    "two endings": ("letter.pdf.exe", PDF, "Only PDF, JPEG"),
    "no ending": ("letter", PDF, "Only PDF, JPEG"),
    "wrong ending": ("photo.pdf", image(), "not what its name says"),
    "moving image": ("photo.jpg", image("GIF", mode="P"), "not what its name says"),
    "name that climbs": ("../../../etc/passwd", b"root:x:0:0", "Only PDF, JPEG"),
    "photo of a kind few can open": ("photo.heic", b"\0\0\0\x18ftypheic" + bytes(40), "Only PDF, JPEG"),
    "half a photo": ("photo.jpg", image(size=(400, 400))[:500], "image is damaged"),
    "broken location": (
        "photo.jpg",
        image()[:3] + b"\xe1\x00\x10Exif\0\0II\xff\xff" + bytes(40),
        "image is damaged",
    ),
    "few bytes, many pixels": ("bomb.png", png_that_claims(60_000, 60_000), "too many pixels"),
    "somewhat too many pixels": ("bomb.png", png_that_claims(8_000, 8_000), "too many pixels"),
    "half a PDF": ("letter.pdf", PDF[:40], "PDF is damaged"),
    "PDF with an archive behind it": ("letter.pdf", PDF + archive("a.txt"), "PDF is damaged"),
    "PDF that is an archive": ("letter.pdf", PDF + archive("a.txt") + b"\n%%EOF", "something else at once"),
    "PDF with a page before it": ("letter.pdf", SCRIPT + PDF, "not what its name says"),
    "PDF with a page behind it": ("letter.pdf", PDF + SCRIPT, "PDF is damaged"),
    "archive": ("letter.docx", archive("a.txt"), "Word document is damaged"),
    "spreadsheet": (
        "letter.docx",
        archive("[Content_Types].xml", "xl/workbook.xml"),
        "Word document is damaged",
    ),
    "Word with macros": ("letter.docx", docx("word/vbaProject.bin"), "contains macros"),
    "Word with names that climb": ("letter.docx", docx("../../evil.xml"), "names that no document has"),
    "Word that unpacks to 300 MB": (
        "letter.docx",
        docx(*(f"word/media/{n}.bin" for n in range(10)), content=bytes(25_000_000)),
        "unpacks to far more",
    ),
    "Word with a page before it": ("letter.docx", b"<html>" + docx(), "not what its name says"),
}
