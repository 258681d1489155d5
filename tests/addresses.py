"""Addresses that stand on a page, and what in them would be the key of a row."""

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

ADDRESS = re.compile(r'(?:href|action|hx-get|hx-post)="([^"]*)"')
# Numbers that a reader counts by: a page, a row of a list that was sent, a year; the version of a contract.
COUNTED = {"page", "after", "arrived"}
VERSION = "version"
# A kind and a number. Of a promise that comes back more stands before it: the number is its place.
NAMED = re.compile(r"[a-z-]+:\d+")
PUBLIC_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")


def keys_in(html: str) -> set[str]:
    """The addresses on a page that hold a number where a key would stand.

    Of the path the URL configuration itself says what may stand in it; within a word of it, behind a colon, no number.
    """
    return {address for address in map(unescape, ADDRESS.findall(html)) if _holds_a_key(address)}


def _holds_a_key(address: str) -> bool:
    _scheme, _host, path, query, fragment = urlsplit(address)
    named = any(NAMED.fullmatch(part) for part in path.split("/"))
    asked = any(value.isdecimal() and name not in COUNTED for name, value in parse_qsl(query))
    # The last part of a public id may happen to be all digits; that makes it no key.
    thing, _dash, name = PUBLIC_ID.sub("", fragment).rpartition("-")
    return named or asked or (name.isdecimal() and thing != VERSION)
