"""Where counters stand that may be lost, such as of wrong addresses tried: in Valkey, beside Celery's queue.

No record of anything: whatever has to last stands in PostgreSQL.
"""


def cache_at(url: str, *, prefix: str) -> dict[str, str]:
    """Django's cache at the address that Celery uses; the client writes a socket another way."""
    return {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": url.replace("redis+socket://", "unix://"),
        "KEY_PREFIX": f"{prefix}cache",
    }
