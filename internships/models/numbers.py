"""CVR and P-numbers are given once: two colleagues who type the same one come one after the other."""

from django.db import connection


def wait_for(number: str) -> None:
    """Let whoever is writing this number finish first, so that what they wrote is seen. Until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext('number of a company'), hashtext(%s))", [number]
        )
