# /account/
from django.urls import path

from accounts import calendar_views, views

app_name = "accounts"
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("language/", views.choose_language, name="language"),
    path("password/", views.change_password, name="password"),
    path("settings/", views.own_settings, name="settings"),
    path("calendar/", calendar_views.make_calendar_address, name="make_calendar_address"),
    path("calendar/withdraw/", calendar_views.withdraw_calendar_address, name="withdraw_calendar_address"),
]
