"""Signing in and out, and a person's own settings."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from accounts.forms import ChangePasswordForm, SettingsForm, SignInForm
from accounts.models import Language
from accounts.once import once
from accounts.permissions import Permission, require_permission


@sensitive_post_parameters("password")
@login_not_required
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask who it is. django-axes counts wrong passwords and locks."""
    if request.user.is_authenticated:
        return redirect("home")
    form = SignInForm(request, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        login(request, form.get_user())
        return redirect(safe_next(request))
    status = 422 if request.method == "POST" else 200
    return render(
        request, "accounts/sign_in.html", {"form": form, "next": request.GET.get("next", "")}, status=status
    )


@require_POST
@require_permission(Permission.SEE_OWN_ACCOUNT)
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session and let the browser forget the pages it kept.

    Not its storage: there lies, sealed, what somebody wrote and could not send. The names beside it go as the page of
    the sign-in opens (static/js/device.js).
    """
    logout(request)
    response = redirect(settings.LOGOUT_REDIRECT_URL)
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


@login_not_required
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Before sign-in the language is kept in a cookie, afterwards with the person."""
    language = request.POST.get("language")
    if language not in Language.values:
        raise Http404
    if request.user.is_authenticated:
        request.user.choose_language(language)
    response = redirect(safe_next(request))
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=365 * 86400,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )
    return response


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@require_permission(Permission.SEE_OWN_ACCOUNT)
def change_password(request: HttpRequest) -> HttpResponse:
    """A new password; this session goes on, the others end."""
    form = ChangePasswordForm(request.user, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save()
        update_session_auth_hash(request, form.user)
        messages.success(request, _("Your password is changed. Other devices are signed out."))
        return redirect("accounts:settings")
    status = 422 if form.errors else 200
    return render(request, "accounts/change_password.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.SEE_OWN_ACCOUNT)
@once
def own_settings(request: HttpRequest) -> HttpResponse:
    """Language of the pages, one-key shortcuts, e-mails, the address of one's calendar."""
    form = SettingsForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        request.user.choose_language(form.cleaned_data["language"])
        request.user.switch_shortcuts(on=form.cleaned_data["uses_shortcuts"])
        # What was only looked at is no choice: it goes on following the role.
        if "mails" in form.changed_data:
            request.user.choose_mails(form.cleaned_data["mails"])
        with override(request.user.language):
            messages.success(request, _("Your settings are saved."))
        return redirect("accounts:settings")
    context = {"form": form, "calendar": request.user.calendar_addresses.standing().first()}
    return render(request, "accounts/settings.html", context, status=422 if form.errors else 200)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Usually a page that stood open too long: say so, and lose nothing that can be sent again."""
    return render(request, "403_csrf.html", status=403)


def safe_next(request: HttpRequest) -> str:
    """The page asked for, if it is one of ours."""
    target = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure()):
        return target
    return resolve_url("home")
