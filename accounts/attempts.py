"""How often somebody tried something without signing in: counted in Valkey, by address, for some minutes.

It holds back whoever tries many secret addresses. Where Valkey does not answer nothing is held back: the secrets are
long enough by themselves, and a company that reports a start must not wait for a cache.
"""

import logging

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)


def came_from(request: HttpRequest) -> str:
    """The network address of whoever asks; behind our proxy, what the proxy saw."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def are_too_many(what: str, *, most: int) -> bool:
    """Whether more than `most` were counted lately."""
    try:
        return cache.get(_key(what), 0) > most
    except RedisError:
        logger.warning("Attempts are not counted: the cache does not answer")
        return False


def count(what: str, *, seconds: int) -> None:
    """One more, remembered from the first on for so many seconds."""
    try:
        cache.add(_key(what), 0, timeout=seconds)
        cache.incr(_key(what))
    except (RedisError, ValueError):  # ValueError: it ran out between the two
        logger.warning("An attempt was not counted")


def _key(what: str) -> str:
    return f"attempts:{what}"
