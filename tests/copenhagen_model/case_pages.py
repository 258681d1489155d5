"""The pages of one case, and their addresses."""

from django.urls import reverse

PAGES = ["case", "refugees:dates", "refugees:history", "refugees:access_log"]


def url(case, name="case", *args):
    """A page of the case, or a part of one."""
    return reverse(name, args=[case.public_id, *args])
