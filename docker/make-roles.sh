#!/bin/sh
# Run once by the postgres image, on an empty volume: the two roles and their database (docs/adr/0003).
set -eu
psql --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
\getenv owner_password OWNER_PASSWORD
\getenv app_password APP_PASSWORD
CREATE ROLE copenhagen_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE copenhagen_app LOGIN PASSWORD :'app_password';
CREATE DATABASE copenhagen OWNER copenhagen_owner;
SQL
