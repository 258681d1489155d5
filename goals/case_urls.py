# /cases/<public_id>/pauses/ and /extensions/
from django.urls import path

from goals.views import drafts_of_time, extensions, pauses

app_name = "case_time"
urlpatterns = [
    path("pauses/", pauses.pauses, name="pauses"),
    path("pauses/drafts/<str:form>/", drafts_of_time.keep_draft, name="keep_draft"),
    path("pauses/begin/", pauses.begin_pause, name="begin_pause"),
    path("pauses/<uuid:pause_id>/end/", pauses.end_pause, name="end_pause"),
    path("pauses/<uuid:pause_id>/correct/", pauses.correct_pause, name="correct_pause"),
    path(
        "pauses/<uuid:pause_id>/withdraw/",
        pauses.withdraw_pause,
        name="withdraw_pause",
    ),
    path(
        "extensions/<str:goal>/<str:standard>/<int:number>/ask/",
        extensions.ask_extension,
        name="ask_extension",
    ),
    path(
        "extensions/<uuid:extension_id>/withdraw/",
        extensions.withdraw_extension,
        name="withdraw_extension",
    ),
    path(
        "extensions/<uuid:extension_id>/decide/",
        extensions.decide_extension,
        name="decide_extension",
    ),
]
