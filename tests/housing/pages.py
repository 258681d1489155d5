"""The pages of temporary places: their addresses, and what they say."""

from django.urls import reverse

PLACES = reverse("housing:lodgings")


def of(view, case):
    """The address of a page of that case."""
    return reverse(f"housing:{view}", args=[case.public_id])


def text(answer):
    """The page that came back."""
    return answer.content.decode()
