"""What every request passes through: language, privacy of the page, the scope of its transaction."""

from collections.abc import Callable
from contextlib import ExitStack

from django.conf import settings
from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from accounts.day import today
from accounts.scope import user_scope
from accounts.taken_back import undoing

GetResponse = Callable[[HttpRequest], HttpResponse]


class LanguageMiddleware:
    """Pages speak the language the person chose; before sign-in, the one of the cookie; else Danish."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Activate one language for the whole request."""
        if request.user.is_authenticated:
            language = request.user.language
        else:
            language = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class PrivatePagesMiddleware:
    """Signed-in pages are stored nowhere, and a session ends after a working day however busy it was."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Sign out whoever signed in too long ago; forbid storing what is shown to the rest."""
        if request.user.is_authenticated:
            started = request.session.setdefault("signed_in_at", timezone.now().timestamp())
            if timezone.now().timestamp() - started > settings.SESSION_ABSOLUTE_HOURS * 3600:
                logout(request)
        response = self.get_response(request)
        if request.user.is_authenticated:
            response.headers["Cache-Control"] = "no-store"
        return response


class ScopeMiddleware:
    """One request, one transaction, one scope: what the database shows is what this person may see."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Open the scope; an answer of 500 and above takes the whole transaction back."""
        with ExitStack() as stack:
            look = stack.enter_context(undoing())
            stack.enter_context(transaction.atomic())
            if request.user.is_authenticated:
                stack.enter_context(user_scope(request.user, reason=_what(request)))
            request.today = today()
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
            look()
        return response


def _what(request: HttpRequest) -> str:
    """The route, not the words that were typed: history holds no search terms."""
    return f"{request.method} {request.path}"[:200]
