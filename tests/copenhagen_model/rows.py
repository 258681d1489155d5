"""The rows of the City's own pages in the permission matrix: home, My work, My team, settings, the demo."""

from accounts.permissions import Role
from tests.permission_arguments import the_case, with_absence, with_colleague
from tests.permission_rows import (
    ADMINISTRATORS,
    CASEWORK,
    EVERYBODY,
    LEADS,
    MENTOR,
    READERS,
    Row,
    action,
    form,
    page,
)

ROWS: dict[str, Row] = {
    "home": page(EVERYBODY),
    "accessibility": page(EVERYBODY, is_public=True),
    "styleguide": page(EVERYBODY),
    "demo_day": page(ADMINISTRATORS),
    "move_day": action(ADMINISTRATORS),
    "switch_worker": action(ADMINISTRATORS),
    "accounts:sign_in": form(EVERYBODY, is_public=True),
    "accounts:sign_out": action(EVERYBODY),
    "accounts:language": action(EVERYBODY, is_public=True, data=lambda case: {"language": "en"}),
    "accounts:password": form(EVERYBODY),
    "accounts:settings": form(EVERYBODY),
    "accounts:make_calendar_address": form(EVERYBODY),
    "accounts:withdraw_calendar_address": action(EVERYBODY),
    "my_work": page(CASEWORK),
    "my_interviews": page(CASEWORK),
    "my_people": page(MENTOR),
    "service_worker": page(EVERYBODY, is_public=True),
    "offline": page(EVERYBODY, is_public=True),
    "device": page(EVERYBODY),
    "my_team": page(LEADS | {Role.MANAGER}),
    "record_absence": action(LEADS),
    "withdraw_absence": action(LEADS, arguments=with_absence),
    "without_step": page(LEADS | {Role.MANAGER}, arguments=with_colleague),
    "give_out": form(LEADS),
    "count_loads": action(LEADS),
    "take_over": form(LEADS, arguments=with_colleague),
    "take_over_loads": action(LEADS, arguments=with_colleague),
    "case": page(READERS | MENTOR, arguments=the_case),
}
