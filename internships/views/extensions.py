"""What goes on for longer than was agreed, and what both sides say of it at its end."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from internships.forms.evaluations import EvaluationForm
from internships.forms.extensions import ExtensionForm
from internships.models import Evaluation, PlacementExtension, Side
from internships.models.evaluation import ANSWERS
from internships.rows import done, form_of, with_occupation
from refugees.case_forms import CaseForm, render_case_form, saved_as_seen, seen
from refugees.models import version_of

# What each form shows or changes: of these, whoever was overtaken by a colleague is told.
LAST_DAY = ("planned_last_on", "taken_back_at")
LOOKED_BACK = ("evaluated_on", *ANSWERS)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def extend(request: HttpRequest, public_id: UUID, occupation_id: UUID) -> HttpResponse:
    """Agree on a later last day, with its ground."""
    case, occupation = with_occupation(request, public_id, occupation_id)
    form = ExtensionForm(request.POST or None, today=request.today, kind=occupation.kind)

    def agree() -> None:
        PlacementExtension.objects.agree(
            occupation=occupation,
            to_on=form.cleaned_data["planned_last_on"],
            today=request.today,
            by=request.user,
            version=seen(request, LAST_DAY),
            **form.facts,
        )

    if saved_as_seen(form, agree):
        return done(request, case, _("The extension is recorded."))
    about = form_of(
        occupation,
        LAST_DAY,
        title=_("Extend"),
        submit=_("Record the extension"),
        part="internships/_asked_fields.html",
    )
    return render_case_form(request, case, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_CASE)
@once
def evaluate(request: HttpRequest, public_id: UUID, occupation_id: UUID) -> HttpResponse:
    """How it went, said by the company or by the person. What was said before is what is changed."""
    case, occupation = with_occupation(request, public_id, occupation_id)
    given_before = {row.side: row for row in Evaluation.objects.filter(occupation=occupation)}
    side = request.POST.get("side") or request.GET.get("side") or _missing(given_before)
    before = given_before.get(side)
    known = {"side": side} | ({name: getattr(before, name) for name in LOOKED_BACK} if before else {})
    form = EvaluationForm(request.POST or None, today=request.today, initial=known)

    def give() -> None:
        chosen = form.cleaned_data
        Evaluation.objects.give(
            occupation=occupation,
            side=chosen["side"],
            on=chosen["evaluated_on"],
            today=request.today,
            by=request.user,
            version=seen(request, LOOKED_BACK),
            **form.answers,
        )

    if saved_as_seen(form, give):
        return done(request, case, _("The evaluation is recorded."))
    about = CaseForm(
        title=_("Evaluation"),
        text=_("%(kind)s at %(place)s. Said by one side; the other side gets a form of its own.")
        % {"kind": occupation.get_kind_display(), "place": occupation.place},
        submit=_("Record the evaluation"),
        version=version_of(before, LOOKED_BACK),
        tells=LOOKED_BACK,
    )
    return render_case_form(request, case, form, about)


def _missing(given_before: dict[str, Evaluation]) -> str:
    """The side that has not said anything yet; none is chosen where neither has."""
    missing = [side.value for side in Side if side not in given_before]
    return missing[0] if len(missing) == 1 else ""
