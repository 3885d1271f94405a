/** Tables that belong to no workspace: they are read to find out which workspace and which person is meant. */
export const DIRECTORY_TABLES = [
  'installation',
  'installed_place',
  'linked_identity',
  'link_code',
  'workspace_schedule',
] as const;

export const DIRECTORY = [
  // Which workspace a tenant of a platform is, and since when the app is uninstalled there.
  `create table installation (
    platform text not null,
    tenant text not null,
    workspace_id uuid not null,
    created_at timestamptz not null default now(),
    uninstalled_at timestamptz,
    primary key (platform, tenant)
  )`,
  // Where in a tenant the app is installed, on platforms that report places and never the whole tenant.
  `create table installed_place (
    platform text not null,
    tenant text not null,
    place text not null,
    primary key (platform, tenant, place)
  )`,
  // Identities linked to a person of another workspace: one person on two platforms.
  `create table linked_identity (
    platform text not null,
    tenant text not null,
    platform_user text not null,
    workspace_id uuid not null,
    person_id uuid not null,
    linked_at timestamptz not null,
    primary key (platform, tenant, platform_user)
  )`,
  'create index linked_identity_of_person on linked_identity (workspace_id, person_id)',
  // One-time codes that link an identity; only the hash of a code is stored, for minutes.
  `create table link_code (
    workspace_id uuid not null,
    person_id uuid not null,
    code_hash text not null unique,
    person_name text not null,
    reply_to jsonb,
    expires_at timestamptz not null,
    other_platform text,
    other_tenant text,
    other_user text,
    other_name text,
    primary key (workspace_id, person_id)
  )`,
  // When a workspace is processed next.
  `create table workspace_schedule (
    workspace_id uuid primary key,
    due_at timestamptz not null
  )`,
  'create index workspace_schedule_due on workspace_schedule (due_at)',
] as const;
