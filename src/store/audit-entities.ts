import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { ofWorkspace, tenant } from './tenant-columns.ts';

/** The action. */
const AUDIT_ACTIONS = [
  'create',
  'edit',
  'delete',
  'restore',
  'purge',
  'attach',
  'detach',
  'attest',
  'both-real',
  'export',
  'role',
  'link',
  'unlink',
  'erase',
  'look',
  'refuse',
  'portal',
  'pack',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** The kind of subject. */
export const AUDIT_KINDS = ['record', 'holding', 'person', 'rule', 'team', 'import'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

export const AuditHead = defineEntity({
  name: 'AuditHead',
  ...ofWorkspace,
  properties: { workspaceId: tenant(), seq: p.bigint('number'), hash: p.text() },
});

export const AuditEntry = defineEntity({
  name: 'AuditEntry',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    seq: p.bigint('number').primary(),
    at: p.datetime(3),
    /** A person's id, `operator` for the command line, or `recert` for scheduled actions. */
    actor: p.text(),
    what: p.text().$type<AuditAction>(),
    kind: p.text().$type<AuditKind>(),
    subject: p.text(),
    /** Hashes of the salted content; empty before creation and after deletion. */
    beforeHash: p.text(),
    afterHash: p.text(),
    why: p.text(),
    previous: p.text(),
    hash: p.text(),
  },
});

export const AuditContent = defineEntity({
  name: 'AuditContent',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    seq: p.bigint('number').primary(),
    subject: p.text(),
    /** The person it belongs to; deleted when the person is erased. */
    personId: p.uuid().nullable(),
    salt: p.text(),
    content: p.json<unknown>(),
  },
});

export type AuditHead = InferEntity<typeof AuditHead>;
export type AuditEntry = InferEntity<typeof AuditEntry>;
export type AuditContent = InferEntity<typeof AuditContent>;
