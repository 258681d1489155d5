"""The key that makes a form safe to send twice. Built in: no {% load %} is needed."""

from uuid import uuid4

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def once_key() -> SafeString:
    """A hidden field; the view is decorated with accounts.once."""
    return format_html('<input type="hidden" name="once" value="{}">', uuid4())
