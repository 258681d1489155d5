"""What a profile is given, and what it gives: answers of an interview, the classification, the CV."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override
from django.views.decorators.http import require_GET, require_POST

from accounts.models import AccessLog
from accounts.once import once
from accounts.permissions import Permission, require_permission
from refugees.case_frame import open_case
from screening.forms.profile import FIELD, WORDS, LookedUp
from screening.profile.cv import cv_of
from screening.profile.said import answers_of, take_over

CV = "screening:cv"


@require_POST
@require_permission(Permission.WRITE_CASE)
@once
def take_over_answer(request: HttpRequest, public_id: UUID, question: str) -> HttpResponse:
    """Write into the profile what was said to one question of an interview."""
    case = open_case(request, public_id)
    answer = answers_of(case).get(question)
    if answer is None:
        raise Http404
    made = take_over(case=case, answer=answer, today=request.today, by=request.user)
    words = ngettext(
        "%(number)d row is taken over from the interview.",
        "%(number)d rows are taken over from the interview.",
        made,
    )
    told = words % {"number": made} if made else _("All of it stands in the profile already.")
    messages.success(request, told)
    return redirect("screening:profile", case.public_id)


@require_GET
@require_permission(Permission.WRITE_CASE)
def find_occupations(request: HttpRequest) -> HttpResponse:
    """The unit groups that fit what is being typed; a title of an occupation is nobody's secret."""
    looked_up = LookedUp(request.GET.get(FIELD, ""), request.GET.get(WORDS, ""))
    return render(request, "screening/profile/_hits.html", {"name": FIELD, "looked_up": looked_up})


class SheetForm(forms.Form):
    """In which language the CV is, and which ways to reach the person stand on it."""

    lang = forms.ChoiceField(
        label=gettext_lazy("Language of the CV"),
        choices=[("da", gettext_lazy("Danish")), ("en", gettext_lazy("English"))],
        widget=forms.RadioSelect,
    )
    phone = forms.BooleanField(label=gettext_lazy("With the telephone number"), required=False)
    address = forms.BooleanField(label=gettext_lazy("With the address"), required=False)


@require_GET
@require_permission(Permission.SEE_CASE)
def cv(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The CV that the person takes home, in one language. That it was given out is logged."""
    case = open_case(request, public_id)
    # First opened, it has the telephone number, unless name and address are protected.
    usual = {"lang": "da", "phone": not case.person.is_protected}
    form = SheetForm(request.GET if "lang" in request.GET else usual)
    if not form.is_valid():
        raise Http404
    asked = form.cleaned_data
    with override(asked["lang"]):
        sheet = cv_of(case, with_phone=asked["phone"], with_address=asked["address"])
        article = render_to_string("screening/profile/_cv.html", {"cv": sheet, "lang": asked["lang"]})
    chosen = ", ".join(name for name in ("phone", "address") if asked[name])
    AccessLog.objects.exported(
        user=request.user, criterion=f"CV {case.number}, {asked['lang']} {chosen}".strip(), rows=1, page=CV
    )
    context = {
        "case": case,
        "form": form,
        "article": article,
        "is_empty": sheet.is_empty,
        "back_url": reverse("screening:profile", args=[case.public_id]),
    }
    return render(request, "screening/profile/cv.html", context)
