"""A sheet that goes to somebody who reads English and to an office that reads Danish says everything in both."""

from django import template
from django.utils.translation import override

register = template.Library()


@register.filter
def in_danish(words: object) -> str:
    """These words in Danish, whatever language the page is in. They must be lazy to be told in another one."""
    with override("da"):
        return str(words)


@register.filter
def in_english(words: object) -> str:
    """The same in English."""
    with override("en"):
        return str(words)
