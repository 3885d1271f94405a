/** Enables row-level security on a table of workspace data: only the rows of the current workspace are visible and writable. */
export function enableRowLevelSecurity(table: string): readonly string[] {
  const own = `workspace_id = nullif(current_setting('app.workspace', true), '')::uuid`;
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy own_workspace on ${table} using (${own}) with check (${own})`,
  ];
}

/** Grants privileges to the application's role; does nothing if there is no such role, or if the login may not grant them. */
export function grantToApp(privileges: string, objects: string): string {
  return `
    do $$
    begin
      grant ${privileges} on ${objects} to recert_app;
    exception when undefined_object or insufficient_privilege then null;
    end $$`;
}
