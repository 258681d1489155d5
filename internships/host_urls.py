# /host/
from django.urls import path

from internships.views import host

app_name = "host"
urlpatterns = [
    path("<str:token>/", host.host, name="page"),
    path("<str:token>/confirm/", host.host_confirm, name="confirm"),
    path("<str:token>/started/", host.host_started, name="started"),
    path("<str:token>/not-started/", host.host_not_started, name="not_started"),
    path("<str:token>/worry/", host.host_worry, name="worry"),
    path("<str:token>/evaluation/", host.host_evaluate, name="evaluate"),
]
