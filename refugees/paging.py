"""Turning the pages of the long lists of one case. Which page is shown stands in the address."""

from django.http import Http404, HttpRequest

MOST_PAGES = 10_000


def page_number(request: HttpRequest) -> int:
    """The page that the address names. Raises Http404 for what is none."""
    try:
        number = int(request.GET.get("page", "1"))
    except ValueError:
        raise Http404 from None
    if not 1 <= number <= MOST_PAGES:
        raise Http404
    return number


def page_url(url: str, topic: str, number: int) -> str:
    """The address of another page of the same part."""
    return f"{url}?show={topic}&page={number}" if topic else f"{url}?page={number}"
