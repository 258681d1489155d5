# The image of web, worker, beat and the migration job. See README.md: no engine was at hand to build it.

FROM node:24-slim AS assets
WORKDIR /build
COPY .npmrc package.json package-lock.json ./
RUN npm ci --ignore-scripts --omit=dev --no-audit --no-fund

FROM python:3.11-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PIP_NO_CACHE_DIR=1
WORKDIR /app
COPY requirements.txt ./
RUN python -m venv /venv \
    && /venv/bin/pip install --require-hashes --no-deps -r requirements.txt
COPY . .
COPY --from=assets /build/node_modules node_modules
# Settings want to be complete; nothing here is kept, connected to or encrypted.
RUN export SECRET_KEY=build FIELD_ENCRYPTION_KEYS=build SEARCH_HASH_KEY=build ALLOWED_HOSTS=build \
        DATABASE_URL=postgres://build@build/build REDIS_URL=redis://build \
    && /venv/bin/python manage.py messages --compile \
    && /venv/bin/python manage.py collectstatic --no-input --verbosity 0 \
    && rm -r node_modules

FROM python:3.11-slim
RUN groupadd --system --gid 10001 app \
    && useradd --system --uid 10001 --gid app --no-create-home --shell /usr/sbin/nologin app \
    && install --directory --owner=app --group=app /data /data/media /data/beat
COPY --from=build /venv /venv
COPY --from=build /app /app
WORKDIR /app
ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    MEDIA_ROOT=/data/media
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz/', timeout=4)"]
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "--workers", "2", "--threads", "4", "--worker-tmp-dir", "/dev/shm", "copenhagen_model.wsgi"]
