"""The one settings module. What can differ between installations is listed in .env.example."""

from datetime import time
from pathlib import Path

import django
import environ
import pghistory
from csp.constants import NONE, SELF
from django.conf import global_settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from copenhagen_model.caching import cache_at
from copenhagen_model.schedule import BEAT_SCHEDULE

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
env.read_env(BASE_DIR / ".env")  # absent in production, where the environment is the environment

# Without these the process refuses to start, and names all that are missing at once.
REQUIRED = (
    *("SECRET_KEY", "FIELD_ENCRYPTION_KEYS", "SEARCH_HASH_KEY"),
    *("ALLOWED_HOSTS", "DATABASE_URL", "REDIS_URL"),
)
if missing := [name for name in REQUIRED if not env(name, default="")]:
    raise ImproperlyConfigured(f"Set the environment variables {', '.join(missing)} (see .env.example).")
SECRET_KEY = env("SECRET_KEY")
DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("DEMO", default=False)
# The file by which bin/demo lets an administrator stop its worker and start it again; of no effect without DEMO.
DEMO_WORKER_SWITCH = env("DEMO_WORKER_SWITCH", default="")
HTTPS = env.bool("HTTPS", default=True)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# Keys for what is encrypted at rest, newest first: the first encrypts, all decrypt (Fernet keys).
FIELD_ENCRYPTION_KEYS = env.list("FIELD_ENCRYPTION_KEYS")
# The key of the search hash of CPR numbers. Changing it means hashing every number again.
SEARCH_HASH_KEY = env("SEARCH_HASH_KEY")

if DEMO and not DEBUG and HTTPS:
    raise ImproperlyConfigured(
        "DEMO lets people move the day. It is refused where HTTPS is on, as in production."
    )

INSTALLED_APPS = [
    # Django
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "copenhagen_model.apps.StaticFilesConfig",
    "django.contrib.humanize",
    "django.contrib.postgres",
    # Third party
    "axes",
    "csp",
    "django_htmx",
    "pghistory",
    "pgtrigger",
    # Ours, from the lowest layer to the highest
    *("accounts", "refugees", "goals", "screening", "health", "housing", "internships", "mentoring"),
    "copenhagen_model",
]

MIDDLEWARE = [
    "copenhagen_model.health.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.LanguageMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "accounts.middleware.PrivatePagesMiddleware",
    "accounts.middleware.ScopeMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "copenhagen_model.urls"
WSGI_APPLICATION = "copenhagen_model.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # The second holds what Django's forms need beside our own templates of fields.
        "DIRS": [BASE_DIR / "templates", Path(django.__file__).parent / "forms/templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "copenhagen_model.context.page",
            ],
            "loaders": [
                ("django.template.loaders.cached.Loader", ["django.template.loaders.filesystem.Loader"])
            ]
            if not DEBUG
            else ["django.template.loaders.filesystem.Loader"],
            "builtins": [
                "copenhagen_model.templatetags.figures",
                "copenhagen_model.templatetags.once",
                "copenhagen_model.templatetags.ui",
                "django.templatetags.i18n",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Two roles in one database. The application role owns nothing and passes through no policy;
# the owner role migrates, and nothing else (docs/adr/0003).
DATABASES = {"default": env.db("DATABASE_URL")}
if env("DATABASE_OWNER_URL", default=""):  # absent where web and workers run: they need not know it
    DATABASES["owner"] = env.db("DATABASE_OWNER_URL")
for database in DATABASES.values():
    database["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
    database["CONN_HEALTH_CHECKS"] = True
DATABASE_ROUTERS = ["copenhagen_model.routers.OwnerMigrates"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Who changed what: the scope of each transaction carries user and reason (accounts/scope.py).
PGHISTORY_APPEND_ONLY = True
PGHISTORY_CREATED_AT_FUNCTION = "app_now()"
PGHISTORY_ADMIN_ALL_EVENTS = False
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_OBJ_FIELD = pghistory.ObjForeignKey(db_index=True)
PGHISTORY_DEFAULT_TRACKERS = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
PGTRIGGER_INSTALL_ON_MIGRATE = False

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "accounts:sign_in"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "accounts/locked.html"
AXES_RESET_ON_SUCCESS = True
AXES_SENSITIVE_PARAMETERS = ["password"]
AXES_VERBOSE = False

LANGUAGE_CODE = "da"
LANGUAGES = [("da", _("Danish")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Copenhagen"
FORMAT_MODULE_PATH = ["copenhagen_model.formats"]

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("vendor/dkfds", BASE_DIR / "node_modules/dkfds/dist"),
    ("vendor/htmx", BASE_DIR / "node_modules/htmx.org/dist"),
]
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(BASE_DIR / "media"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_KEEP_ONLY_HASHED_FILES = False
FILE_UPLOAD_HANDLERS = ["refugees.upload_cap.SizeCap", *global_settings.FILE_UPLOAD_HANDLERS]
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_242_880
UPLOAD_MAX_BYTES = env.int("UPLOAD_MAX_BYTES", default=15 * 1024 * 1024)

# Background work. The broker is a wake-up call, never the record of work: what is to be done
# stands in PostgreSQL, so a lost message costs minutes and never a breach.
REDIS_URL = env("REDIS_URL")
CACHES = {"default": cache_at(REDIS_URL, prefix=env("REDIS_PREFIX", default="cphm:"))}
CELERY_BROKER_URL = REDIS_URL
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 900,
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,
    "socket_timeout": 5,
    "socket_connect_timeout": 5,
    "socket_keepalive": True,
    "health_check_interval": 5,
    "global_keyprefix": env("REDIS_PREFIX", default="cphm:"),
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_RETRY_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = 600
CELERY_TASK_SOFT_TIME_LIMIT = 540  # below the visibility timeout, or a long job is handed out twice
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = True
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 30
CELERY_WORKER_MAX_TASKS_PER_CHILD = 500
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TIMEZONE = TIME_ZONE
CELERY_ENABLE_UTC = True
# Beat writes down what it sent at once: a restart then misses nothing, and its health shows (docker-compose.yml).
CELERY_BEAT_SYNC_EVERY = 1
CELERY_BEAT_SCHEDULE = BEAT_SCHEDULE
# Every page says so when the last good check of deadlines is older than this.
DEADLINE_CHECK_MAX_AGE_HOURS = 26
SMALL_GROUP_LIMIT = env.int("SMALL_GROUP_LIMIT", default=5)  # smaller ones are withheld from exports
COUNT_AT_ONCE = env.int("COUNT_AT_ONCE", default=500_000)  # beyond it the scoreboard shows its last summary
PLAN_SECONDS = env.float("PLAN_SECONDS", default=20.0)  # so long the solver looks for the best plan of homes
FREEZE_AT_MOST = env.int("FREEZE_AT_MOST", default=500_000)  # rows of one frozen report
START_BACKDATING_DAYS = env.int("START_BACKDATING_DAYS", default=90)  # longer ago: it is said why so late
PAUSE_BACKDATING_DAYS = env.int("PAUSE_BACKDATING_DAYS", default=90)  # longer ago is not entered any more
# Deadlines on a weekend or public holiday: show the next working day beside the date, never count by it.
SHOW_ROLLED_DATE = env.bool("SHOW_ROLLED_DATE", default=True)

# Sessions live in the database so that they can be ended; idle half an hour, never over ten hours.
SESSION_COOKIE_AGE = 30 * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_ABSOLUTE_HOURS = 10
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "accounts.views.csrf_failure"

SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 63_072_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_PROXY", default=False) else None
)
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        **dict.fromkeys(("script-src", "style-src", "img-src", "font-src", "connect-src"), [SELF]),
        **dict.fromkeys(("worker-src", "form-action"), [SELF]),
        **dict.fromkeys(("default-src", "frame-ancestors", "base-uri"), [NONE]),
    }
}
PERMISSIONS_POLICY = {
    name: [] for name in ("camera", "geolocation", "microphone", "payment", "usb", "display-capture")
}
vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="no-reply@localhost")
EMAIL_TIMEOUT = 20  # seconds for each answer of the mail server; below it, what mails link to
SITE_URL = (env("SITE_URL", default="") or f"http{'s' if HTTPS else ''}://{ALLOWED_HOSTS[0]}").rstrip("/")
if "://*" in SITE_URL or "://." in SITE_URL:
    raise ImproperlyConfigured(
        f"Set SITE_URL, the address that mails link to: the first of ALLOWED_HOSTS, {ALLOWED_HOSTS[0]}, "
        "stands for many (see .env.example)."
    )
# From when on digests are written, on working days, in Copenhagen time; one that is missed is caught up that day.
MORNING_DIGEST_AT = time.fromisoformat(env("MORNING_DIGEST_AT", default="06:30"))
# The same for the week's digest: on its first working day, or caught up on a later one.
WEEKLY_DIGEST_AT = time.fromisoformat(env("WEEKLY_DIGEST_AT", default="07:00"))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "filters": {"no_secrets": {"()": "accounts.logs.WithoutSecretAddresses"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["no_secrets"]}
    },
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="INFO")},
}

CITY_NAME = env("CITY_NAME", default="Københavns Kommune")
# Whom to call who cannot come, on the slip of an appointment; without it the slip leaves a line to write on.
RECEPTION_PHONE = env("RECEPTION_PHONE", default="")
UNIT_NAME_DA = env("UNIT_NAME_DA", default="Jobcenter")  # why a setting: accounts/naming.py
UNIT_NAME_EN = env("UNIT_NAME_EN", default="Job centre")
