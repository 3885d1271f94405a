/** Row-level security on a table of tenant data: a row is of the workspace that is set, or it is not there. */
export function enableRowLevelSecurity(table: string): readonly string[] {
  const own = `workspace_id = nullif(current_setting('app.workspace', true), '')::uuid`;
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy own_workspace on ${table} using (${own}) with check (${own})`,
  ];
}

/** Lets the app's role use a table; where the database allows no roles, there is none to grant anything to. */
export function grantToApp(table: string): string {
  return `
    do $$
    begin
      grant select, insert, update, delete on ${table} to recert_app;
    exception when undefined_object then null;
    end $$`;
}
