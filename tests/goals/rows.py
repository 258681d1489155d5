"""The rows of the promises in the permission matrix: scoreboard, reports, versions, breaches, pauses, lead times."""

from accounts.permissions import Role
from tests.goals.arguments import (
    a_promise,
    a_standard,
    chosen_conversations,
    given_up_mail,
    the_first_edition,
    with_clock,
    with_conversation,
    with_draft,
    with_extension,
    with_form_of_time,
    with_lead_time,
    with_open_pause,
    with_recalculation,
    with_report,
    with_suspension,
)
from tests.permission_arguments import the_case
from tests.permission_rows import (
    ADMINISTRATORS,
    CASEWORK,
    LEADS,
    MANAGERS,
    READERS,
    RECORD,
    Row,
    action,
    form,
    page,
)

# Several breaches at once: those that are chosen are named in the form.
TOGETHER = action(READERS, data=chosen_conversations)


# The ground of a pause: told to the case's own caseworker and to whoever entered it.
UNTOLD = frozenset({Role.TEAM_LEAD})


ROWS: dict[str, Row] = {
    "case_receipt": page(READERS, arguments=with_clock),
    "goals:case_then": page(READERS, arguments=the_case),
    "goals:scoreboard": page(READERS),
    "goals:people": page(READERS),
    "goals:figures_csv": page(READERS),
    "goals:difference": page(READERS),
    "goals:reports": page(READERS),
    "goals:new_report": form(MANAGERS),
    "goals:report": page(READERS, arguments=with_report),
    "goals:report_people": page(READERS, arguments=with_report),
    "goals:report_changes": page(READERS, arguments=with_report),
    "goals:report_csv": page(READERS, arguments=with_report),
    "goals:versions": page(READERS),
    "goals:promise": page(READERS, arguments=a_promise, names_no_case=True),
    "goals:new_draft": form(MANAGERS, arguments=a_standard, names_no_case=True),
    "goals:draft": page(READERS, arguments=with_draft, names_no_case=True),
    "goals:edit_draft": form(MANAGERS, arguments=with_draft, names_no_case=True),
    "goals:try_draft": action(MANAGERS, arguments=with_draft, names_no_case=True),
    "goals:activate_draft": action(
        MANAGERS,
        arguments=with_draft,
        data=the_first_edition,
        names_no_case=True,
    ),
    "goals:withdraw_draft": form(MANAGERS, arguments=with_draft, names_no_case=True),
    "goals:recalculation": page(READERS, arguments=with_recalculation, names_no_case=True),
    "goals:new_suspension": form(MANAGERS),
    "goals:end_suspension": form(MANAGERS, arguments=with_suspension, names_no_case=True),
    "goals:withdraw_suspension": form(MANAGERS, arguments=with_suspension, names_no_case=True),
    "goals:breaches": page(READERS),
    "goals:open": page(READERS),
    "goals:open_people": page(READERS),
    "goals:causes": page(READERS),
    "goals:cause_list": page(READERS),
    "goals:causes_csv": page(READERS),
    "goals:conversation": page(READERS, arguments=with_conversation),
    "goals:answer": form(READERS, arguments=with_conversation),
    "goals:line": page(READERS, arguments=with_conversation),
    "goals:acknowledge": action(READERS, arguments=with_conversation),
    "case_time:pauses": page(READERS, arguments=the_case),
    "case_time:keep_draft": action(CASEWORK, arguments=with_form_of_time),
    "case_time:begin_pause": RECORD,
    "case_time:end_pause": form(CASEWORK, arguments=with_open_pause),
    "case_time:correct_pause": form(CASEWORK, untold=UNTOLD, arguments=with_open_pause),
    "case_time:withdraw_pause": form(CASEWORK, untold=UNTOLD, arguments=with_open_pause),
    "case_time:ask_extension": form(CASEWORK, arguments=with_clock),
    "case_time:withdraw_extension": form(CASEWORK, arguments=with_extension),
    "case_time:decide_extension": form(LEADS, arguments=with_extension),
    "goals:keep_draft": action(READERS, arguments=with_conversation),
    "goals:choose": TOGETHER,
    "goals:answer_together": TOGETHER,
    "goals:keep_together_draft": TOGETHER,
    "goals:jobs": page(ADMINISTRATORS),
    "goals:try_again": action(ADMINISTRATORS, arguments=given_up_mail, names_no_case=True),
    "goals:lead_times": page(LEADS | {Role.MANAGER}),
    "goals:lead_time": form(LEADS, arguments=with_lead_time),
}
