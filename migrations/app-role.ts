import { grantToApp } from './row-level-security.ts';

/**
 * Creates the role without privileges that the application runs under. A managed database may forbid creating roles. Then recert logs in as a role
 * that is neither superuser nor exempt from row-level security, and `force row level security` binds it as the owner too.
 */
export const CREATE_APP_ROLE = `
  do $$
  begin
    begin
      create role recert_app nologin;
    exception when duplicate_object or unique_violation then null; when insufficient_privilege then return;
    end;
    begin
      execute format('grant recert_app to %I', current_user);
    exception when insufficient_privilege then null;
    end;
    execute format('grant usage on schema %I to recert_app', current_schema());
  end $$`;

/** Nobody else may append to the audit log. A dump without privileges loses this. */
export const REVOKE_APPEND = 'revoke all on function audit_append_all from public';

/** What the role may do with the audit log: read entries, and append them through one function. */
export const AUDIT_GRANTS = [
  grantToApp('select', 'audit_head, audit_entry'),
  grantToApp('select, insert, delete', 'audit_content'),
  grantToApp('execute', 'function audit_append_all'),
];
