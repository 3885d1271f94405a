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

/** A group that a platform keeps: by its id, or by the place all of whose people it is. */
export interface Follows {
  readonly place: StoredPlace;
  readonly id: string;
  readonly name: string;
}

export const Team = defineEntity({
  name: 'Team',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    teamId: p.uuid().primary(),
    name: p.text(),
    /** The workspace's where there is none of its own. */
    zone: p.text().nullable(),
    locale: p.text().nullable(),
    /** Where its digest is posted. */
    place: p.json<StoredPlace>().nullable(),
    /** 1 is Monday. */
    digestDay: p.integer(),
    digestHour: p.integer(),
    /** Slots before it are not made up for; no digest without it. */
    digestSince: p.datetime().nullable(),
    /** The platform's group whose members are its members. */
    follows: p.json<Follows>().nullable(),
    /** When it was last compared with it. */
    followedAt: p.datetime().nullable(),
    /** Why its place takes nothing any more, in the platform's word. */
    lastError: p.text(),
    createdAt: p.datetime(),
  },
});

export const TeamMember = defineEntity({
  name: 'TeamMember',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    teamId: p.uuid().primary(),
    personId: p.uuid().primary(),
    isManager: p.boolean(),
    joinedAt: p.datetime(),
  },
});

/** `said`: it was; `held`: it would have been; `over`: what was said holds no more; `withdrawn`: it never left. */
export type NudgeOutcome = 'said' | 'held' | 'over' | 'withdrawn';

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

export type Preference = InferEntity<typeof Preference>;
export type ReminderState = InferEntity<typeof ReminderState>;
export type Team = InferEntity<typeof Team>;
export type TeamMember = InferEntity<typeof TeamMember>;
export type Nudge = InferEntity<typeof Nudge>;
export type OutboxMessage = InferEntity<typeof OutboxMessage>;
