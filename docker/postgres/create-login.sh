#!/bin/sh
# Run once by PostgreSQL's image: the database of recert and a login that row-level security binds.
set -eu
psql --username postgres --set ON_ERROR_STOP=1 --set password="$(cat /run/secrets/recert-password)" <<'SQL'
create role recert login createrole password :'password';
create database recert owner recert encoding 'UTF8' template template0;
SQL
