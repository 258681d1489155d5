"""What the database refuses of temporary stays, and that nothing of them changed."""

import pytest
from django.db import IntegrityError, transaction

from housing.models import Stay


def refused(name, change, *args):
    """Whatever was there before is there afterwards."""
    before = list(Stay.objects.values_list("pk", "during", "basis").order_by("pk"))
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        change(*args)
    assert list(Stay.objects.values_list("pk", "during", "basis").order_by("pk")) == before
