/** Where opportunities come from, and what they are. */
export const OPPORTUNITY_TABLES = ['source', 'opportunity', 'opportunity_change'] as const;

export const OPPORTUNITIES = [
  `create table source (
    workspace_id uuid not null,
    source_id uuid not null,
    name text not null,
    address text not null default '',
    provider text not null default '',
    kind text not null,
    delivery text not null default '',
    minutes integer check (minutes > 0),
    language text not null default '',
    is_free boolean,
    is_on boolean not null,
    added_at timestamptz not null,
    etag text,
    last_modified text,
    tried_at timestamptz,
    read_at timestamptz,
    problem text not null default '',
    failures integer not null default 0,
    rejects jsonb not null default '[]',
    primary key (workspace_id, source_id)
  )`,
  `create unique index source_of_address on source (workspace_id, address) where address <> ''`,
  `create table opportunity (
    workspace_id uuid not null,
    opportunity_id uuid not null,
    source_id uuid not null,
    key text not null,
    title text not null,
    provider text not null,
    url text not null,
    description text not null,
    kind text not null,
    delivery text not null,
    starts_at timestamptz,
    published_at timestamptz,
    minutes integer check (minutes > 0),
    is_free boolean,
    language text not null default '',
    vanished_at timestamptz,
    revision bigint not null,
    primary key (workspace_id, opportunity_id),
    unique (workspace_id, source_id, key),
    foreign key (workspace_id, source_id) references source (workspace_id, source_id) on delete cascade
  )`,
  'create index opportunity_by_revision on opportunity (workspace_id, revision)',
  // Locked by whoever changes opportunities, so that revisions become visible in their order.
  `create table opportunity_change (
    workspace_id uuid primary key,
    revision bigint not null,
    rebuilt bigint not null
  )`,
] as const;
