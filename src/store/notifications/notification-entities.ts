import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Day } from '../../domain/calendar.ts';
import type { StoredPlace } from '../account/directory-entities.ts';
import { ofWorkspace, tenant } from '../tenant-columns.ts';

const day = () => p.date().$type<Day>().nullable();

/** What a member wishes; where there is no row, the usual. */
export const Preference = defineEntity({
  name: 'Preference',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    personId: p.uuid().primary(),
    /** Over what the platform says. */
    zone: p.text().nullable(),
    locale: p.text().nullable(),
    /** Dates as 2026-12-31. */
    isoDates: p.boolean(),
    /** Their working days as digits, 1 is Monday. */
    workDays: p.text(),
    /** The full hours between which they may be told something. */
    contactFrom: p.integer(),
    contactUntil: p.integer(),
    /** Their team may read their name beside their pace. */
    isNamed: p.boolean(),
    wantsNudges: p.boolean(),
    /** The last step of the ladder may tell their managers. */
    tellsManager: p.boolean(),
    awayUntil: day(),
    leftOn: day(),
    /** The day on their clock on which it was last decided what to tell them. */
    decidedOn: day(),
  },
});

/** How a holding is looked after. */
export const ReminderState = defineEntity({
  name: 'ReminderState',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    holdingId: p.uuid().primary(),
    snoozedUntil: day(),
    letsLapse: p.boolean(),
    /** The rules and the figures that held when it was looked at last. */
    rules: p.text(),
    figures: p.text(),
    step: p.integer(),
    stepOn: day(),
  },
});

/** What became of a nudge; `resolved`: its topics no longer apply, so they may be sent again; `withdrawn`: it was cancelled before sending. */
export const NUDGE_OUTCOMES = ['sent', 'held-back', 'resolved', 'withdrawn'] as const;
export type NudgeOutcome = (typeof NUDGE_OUTCOMES)[number];

export const Nudge = defineEntity({
  name: 'Nudge',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    nudgeId: p.uuid().primary(),
    personId: p.uuid(),
    key: p.text(),
    outcome: p.text().$type<NudgeOutcome>(),
    reason: p.text(),
    /** The keys of what it was about. */
    topics: p.json<readonly string[]>(),
    onDay: p.date().$type<Day>(),
    decidedAt: p.datetime(),
  },
});

export const PURPOSES = ['digest', 'details', 'nudge', 'notice'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** `withdrawn`: it was overtaken before it was sent. `unknown`: it may have arrived, and is not repeated. */
export const MESSAGE_STATES = ['planned', 'sending', 'sent', 'failed', 'unknown', 'withdrawn'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

export const OutboxMessage = defineEntity({
  name: 'OutboxMessage',
  tableName: 'outbox',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    messageId: p.uuid().primary(),
    /** What it is; nothing of one key is planned twice. */
    key: p.text(),
    purpose: p.text().$type<Purpose>(),
    teamId: p.uuid().nullable(),
    personId: p.uuid().nullable(),
    /** The ISO week of a digest. */
    week: p.text(),
    place: p.json<StoredPlace>(),
    /** Forgotten once it is sent. */
    card: p.json<unknown>().nullable(),
    /** The message whose thread it stands in. */
    follows: p.uuid().nullable(),
    state: p.text().$type<MessageState>(),
    reason: p.text(),
    dueAt: p.datetime(),
    leaseUntil: p.datetime().nullable(),
    tries: p.integer(),
    /** What the platform calls it. */
    message: p.text().nullable(),
    plannedAt: p.datetime(),
    doneAt: p.datetime().nullable(),
  },
});

/** When somebody has to look at a workspace again. */
export const ScheduledWorkspace = defineEntity({
  name: 'ScheduledWorkspace',
  tableName: 'workspace_schedule',
  properties: { workspaceId: p.uuid().primary(), dueAt: p.datetime() },
});

export type Preference = InferEntity<typeof Preference>;
export type ReminderState = InferEntity<typeof ReminderState>;
export type Nudge = InferEntity<typeof Nudge>;
export type OutboxMessage = InferEntity<typeof OutboxMessage>;
