"""Turning the pages of a list whose filter stands in the address."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.core.paginator import Page


def beside(page: Page, choice: Mapping[str, str]) -> dict[str, str]:
    """The addresses of the pages before and after this one; empty where there is none."""

    def url(number: int) -> str:
        return "?" + urlencode({**choice, "page": number})

    return {
        "previous_url": url(page.previous_page_number()) if page.has_previous() else "",
        "next_url": url(page.next_page_number()) if page.has_next() else "",
    }
