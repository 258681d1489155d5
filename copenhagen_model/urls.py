"""Where everything is. Each app brings its own addresses."""

from django.urls import include, path

from copenhagen_model import views
from copenhagen_model.health import healthz

urlpatterns = [
    path("", views.home, name="home"),
    path("healthz/", healthz, name="healthz"),
    path("account/", include("accounts.urls")),
]
