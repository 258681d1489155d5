# /goals/
from django.urls import path

from goals.views import (
    breaches,
    case_then,
    causes,
    conversation,
    difference,
    drafts,
    extensions,
    figures,
    open_clocks,
    pauses,
    suspensions,
    together,
    versions,
)

app_name = "goals"
urlpatterns = [
    path("", figures.scoreboard, name="scoreboard"),
    path("list/", figures.people, name="people"),
    path("changes/", difference.difference, name="difference"),
    path("figures.csv", figures.figures_csv, name="figures_csv"),
    path("versions/", versions.versions, name="versions"),
    path("versions/promises/<slug:goal>/", versions.promise, name="promise"),
    path("versions/promises/<slug:goal>/<slug:standard>/new/", drafts.new, name="new_draft"),
    path("versions/drafts/<uuid:public_id>/", drafts.draft, name="draft"),
    path("versions/drafts/<uuid:public_id>/edit/", drafts.edit, name="edit_draft"),
    path("versions/drafts/<uuid:public_id>/try/", drafts.try_out, name="try_draft"),
    path("versions/drafts/<uuid:public_id>/activate/", drafts.activate, name="activate_draft"),
    path("versions/drafts/<uuid:public_id>/withdraw/", drafts.withdraw, name="withdraw_draft"),
    path("versions/recalculations/<uuid:public_id>/", versions.recalculation, name="recalculation"),
    path("versions/suspensions/new/", suspensions.record, name="new_suspension"),
    path("versions/suspensions/<uuid:public_id>/end/", suspensions.end, name="end_suspension"),
    path("versions/suspensions/<uuid:public_id>/withdraw/", suspensions.withdraw, name="withdraw_suspension"),
    path("breaches/", breaches.breaches, name="breaches"),
    path("open/", open_clocks.open_clocks, name="open"),
    path("causes/", causes.causes, name="causes"),
    path("causes/list/", causes.cause_list, name="cause_list"),
    path("causes/causes.csv", causes.causes_csv, name="causes_csv"),
    path("conversations/choose/", together.choose, name="choose"),
    path("conversations/together/", together.answer_together, name="answer_together"),
    path("conversations/together/draft/", together.keep_draft, name="keep_together_draft"),
    path("conversations/<uuid:public_id>/", conversation.conversation, name="conversation"),
    path("conversations/<uuid:public_id>/line/", conversation.line, name="line"),
    path("conversations/<uuid:public_id>/take/", conversation.acknowledge, name="acknowledge"),
    path("conversations/<uuid:public_id>/answer/", conversation.answer, name="answer"),
    path("conversations/<uuid:public_id>/draft/", conversation.keep_draft, name="keep_draft"),
    path("cases/<uuid:public_id>/known/", case_then.case_then, name="case_then"),
    path("cases/<uuid:public_id>/pauses/", pauses.pauses, name="pauses"),
    path("cases/<uuid:public_id>/pauses/begin/", pauses.begin_pause, name="begin_pause"),
    path("cases/<uuid:public_id>/pauses/<uuid:pause_id>/end/", pauses.end_pause, name="end_pause"),
    path(
        "cases/<uuid:public_id>/pauses/<uuid:pause_id>/correct/", pauses.correct_pause, name="correct_pause"
    ),
    path(
        "cases/<uuid:public_id>/pauses/<uuid:pause_id>/withdraw/",
        pauses.withdraw_pause,
        name="withdraw_pause",
    ),
    path(
        "cases/<uuid:public_id>/extensions/<str:goal>/<str:standard>/<str:occurrence>/ask/",
        extensions.ask_extension,
        name="ask_extension",
    ),
    path(
        "cases/<uuid:public_id>/extensions/<uuid:extension_id>/withdraw/",
        extensions.withdraw_extension,
        name="withdraw_extension",
    ),
    path(
        "cases/<uuid:public_id>/extensions/<uuid:extension_id>/decide/",
        extensions.decide_extension,
        name="decide_extension",
    ),
]
