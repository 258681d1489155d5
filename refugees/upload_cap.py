"""What is sent beyond the limit is read to its end and kept nowhere, so that no disk fills."""

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile


class SizeCap(FileUploadHandler):
    """Leave out an upload that is over the limit; the other fields still reach the form.

    The header may say any length, so the bytes themselves are counted.
    """

    received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Count, and pass on to whoever stores."""
        self.received += len(raw_data)
        if self.received > settings.UPLOAD_MAX_BYTES:
            self.request.upload_was_cut = True
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """Somebody else stores it."""
        return None
