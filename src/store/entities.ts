import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { ActivityKind, Delivery } from '../domain/activity-kinds.ts';
import type { Day } from '../domain/calendar.ts';
import type { Cure, Part } from '../domain/holding.ts';
import type { Role } from '../domain/roles.ts';
import { Installation, InstalledPlace, LinkCode, LinkedIdentity } from './account/directory-entities.ts';
import { NotedAct, NotedChange } from './act-entities.ts';
import { AuditContent, AuditEntry, AuditHead } from './audit-entities.ts';
import { CustomRule } from './certifications/rule-entities.ts';
import { Attestation, Proof, ProofFile, RemovedProof } from './evidence/evidence-entities.ts';
import {
  CalendarAddress,
  Nudge,
  OutboxMessage,
  Preference,
  ReminderState,
  ScheduledWorkspace,
} from './notifications/notification-entities.ts';
import { Opportunity, OpportunityChange, OpportunitySource } from './opportunities/opportunity-entities.ts';
import { PendingFile } from './portability/file-entities.ts';
import { RecordImport } from './portability/import-entities.ts';
import { ConfirmedDistinct, Draft } from './records/record-entities.ts';
import { PackLink, PortalEntry, Report, ReportDocument } from './reports/report-entities.ts';
import { StandingRevision, Team, TeamMember } from './teams/team-entities.ts';
import { ofWorkspace, tenant } from './tenant-columns.ts';

const day = () => p.date().$type<Day>();

export const Workspace = defineEntity({
  name: 'Workspace',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    zone: p.text(),
    tolerance: p.integer(),
    /** The language of messages in channels. */
    locale: p.text(),
    /** Maximum nudges per member in 30 days. */
    nudgeBudget: p.integer(),
    /** Managers are notified at the last escalation step. */
    escalates: p.boolean(),
    /** Members may choose to be named before their team. */
    namesMembers: p.boolean(),
  },
});

export const Person = defineEntity({
  name: 'Person',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    personId: p.uuid().primary(),
    name: p.text(),
    role: p.text().$type<Role>(),
    zone: p.text().nullable(),
    locale: p.text().nullable(),
    createdAt: p.datetime(),
  },
});

export const PlatformIdentity = defineEntity({
  name: 'PlatformIdentity',
  tableName: 'identity',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    platform: p.text().primary(),
    tenant: p.text().primary(),
    platformUser: p.text().primary(),
    personId: p.uuid(),
    /** The platform's address for private messages, known to its adapter only. */
    address: p.text().nullable(),
    /** The user name or e-mail address on the platform, if it is known. */
    handle: p.text().nullable(),
    /** When the platform reported that the account is gone. */
    goneAt: p.datetime().nullable(),
  },
});

export const Holding = defineEntity({
  name: 'Holding',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    holdingId: p.uuid().primary(),
    personId: p.uuid(),
    certification: p.text(),
    number: p.text(),
    certifiedOn: day().nullable(),
    /** The last day of each requirement with a period of its own, by its code. */
    periods: p.json<Readonly<Record<string, Day>>>(),
    /** Codes of certifications that it does not renew, as the member says. */
    doesNotRenew: p.json<readonly string[]>(),
    createdAt: p.datetime(),
  },
});

export const Cycle = defineEntity({
  name: 'Cycle',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    cycleId: p.uuid().primary(),
    holdingId: p.uuid(),
    starts: day(),
    ends: day(),
    /** Answers to the certification's conditions, by code. */
    conditions: p.json<Readonly<Record<string, string>>>(),
    /** When what is to be done beside credits was done, by code. */
    actsDone: p.json<Readonly<Record<string, Day>>>(),
    carryOver: p.json<readonly Part[]>(),
    /** Missed requirements that the body made good, by the requirement's id. */
    cured: p.json<Readonly<Record<string, Cure>>>(),
  },
});

/** An opening balance as a member stated it. */
export const StatedBalance = defineEntity({
  name: 'StatedBalance',
  tableName: 'opening_balance',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    holdingId: p.uuid(),
    cycleId: p.uuid().primary(),
    statedFor: day().primary(),
    parts: p.json<readonly Part[]>(),
    /** The body's portal shows them as accepted. */
    accepted: p.boolean(),
    createdAt: p.datetime(),
  },
});

export const Activity = defineEntity({
  name: 'Activity',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    activityId: p.uuid().primary(),
    personId: p.uuid(),
    /** Counts up with every entry of the database: which of two entries came first. */
    entryOrder: p.bigint('number').persist(false),
    title: p.text(),
    provider: p.text(),
    kind: p.text().$type<ActivityKind>(),
    delivery: p.text().$type<Delivery | ''>(),
    starts: day(),
    ends: day(),
    minutes: p.integer().nullable(),
    description: p.text(),
    /** Counts up with every change. */
    version: p.integer(),
    /** It has not happened yet and does not count. */
    planned: p.boolean(),
    createdAt: p.datetime(),
    deletedAt: p.datetime().nullable(),
    /** The import that it came with, if that was saved in batches. */
    importId: p.uuid().nullable(),
  },
});

export const Allocation = defineEntity({
  name: 'Allocation',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    activityId: p.uuid().primary(),
    holdingId: p.uuid().primary(),
    cycleId: p.uuid(),
    /** Why more is claimed than the body's conversion gives; empty if it is not. */
    overClaimReason: p.text(),
  },
});

export const AllocationPart = defineEntity({
  name: 'AllocationPart',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    activityId: p.uuid().primary(),
    holdingId: p.uuid().primary(),
    category: p.text().primary(),
    /** Codes in order, separated by spaces. */
    marks: p.text().primary(),
    credits: p.integer(),
  },
});

export const IdempotencyKey = defineEntity({
  name: 'IdempotencyKey',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    key: p.text().primary(),
    reply: p.json().nullable(),
    createdAt: p.datetime(),
  },
});

export const entities = [
  Installation,
  LinkedIdentity,
  LinkCode,
  InstalledPlace,
  ScheduledWorkspace,
  Workspace,
  Person,
  PlatformIdentity,
  Holding,
  Cycle,
  StatedBalance,
  Activity,
  Allocation,
  AllocationPart,
  CustomRule,
  IdempotencyKey,
  NotedAct,
  NotedChange,
  PendingFile,
  RecordImport,
  ProofFile,
  Proof,
  RemovedProof,
  ConfirmedDistinct,
  Attestation,
  Draft,
  AuditHead,
  AuditEntry,
  AuditContent,
  OpportunitySource,
  Opportunity,
  OpportunityChange,
  CalendarAddress,
  Preference,
  ReminderState,
  Team,
  TeamMember,
  StandingRevision,
  Nudge,
  OutboxMessage,
  Report,
  ReportDocument,
  PackLink,
  PortalEntry,
];

export type Workspace = InferEntity<typeof Workspace>;
export type Person = InferEntity<typeof Person>;
export type Holding = InferEntity<typeof Holding>;
export type Cycle = InferEntity<typeof Cycle>;
export type StatedBalance = InferEntity<typeof StatedBalance>;
export type Activity = InferEntity<typeof Activity>;
