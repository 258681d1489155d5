# /cases/<public_id>/
from django.urls import path

from screening.views import contract, danish

app_name = "screening"
urlpatterns = [
    path("contract/", contract.contract, name="contract"),
    path("contract/draw-up/", contract.draw_up, name="draw_up_contract"),
    path("contract/<uuid:contract_id>/change/", contract.change, name="change_contract"),
    path("contract/<uuid:contract_id>/sign/", contract.conclude, name="conclude_contract"),
    path("contract/<uuid:contract_id>/withdraw/", contract.withdraw, name="withdraw_contract"),
    path("contract/<uuid:contract_id>/print/", contract.print_contract, name="print_contract"),
    path("danish/refer/", danish.refer, name="refer_to_danish"),
    path("danish/<uuid:referral_id>/placed/", danish.place, name="place_in_danish"),
    path("danish/<uuid:referral_id>/end/", danish.end, name="end_danish"),
    path("danish/<uuid:referral_id>/correct/", danish.correct, name="correct_danish"),
    path("danish/<uuid:referral_id>/take-back/", danish.take_back, name="take_danish_back"),
]
