"""How many people a mentor is given at most: the database decides that, here it is put into words."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import User

NO_ROOM = "mentor_has_room"
"""The rule's name in the database, and the code of the error. Mentors' profiles belong to mentoring, which sets it."""


@contextmanager
def if_there_is_room(user: User) -> Iterator[None]:
    """Write that somebody is on a case; ValidationError at `user` if that is one more than they can take."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if error.__cause__.diag.constraint_name != NO_ROOM:
            raise
        words = _("%(name)s has no room for another person now. Choose somebody else.") % {"name": user.name}
        raise ValidationError({"user": ValidationError(words, code=NO_ROOM)}) from error
