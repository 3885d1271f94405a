import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Day } from '../../domain/calendar.ts';
import type { StoredPlace } from '../account/directory-entities.ts';
import { ofWorkspace, tenant } from '../tenant-columns.ts';

const day = () => p.date().$type<Day>().nullable();

/** A member's preferences; the defaults apply without a row. */
export const Preference = defineEntity({
  name: 'Preference',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    personId: p.uuid().primary(),
    /** Overrides the platform's time zone. */
    zone: p.text().nullable(),
    locale: p.text().nullable(),
    /** Dates as 2026-12-31. */
    isoDates: p.boolean(),
    /** The order in which they type day and month; null until a date has shown it. */
    dateOrder: p.text().$type<'dmy' | 'mdy'>().nullable(),
    /** What names in their tables mean: the code of a certification, or empty for none, by the folded name. */
    tableNames: p.json<Readonly<Record<string, string>>>().nullable(),
    /** Their working days as digits, 1 is Monday. */
    workDays: p.text(),
    /** The full hours between which they may be messaged. */
    contactFrom: p.integer(),
    contactUntil: p.integer(),
    /** Their team may read their name beside their pace. */
    isNamed: p.boolean(),
    wantsNudges: p.boolean(),
    /** A manager gets a private summary of their teams every week. */
    wantsSummary: p.boolean(),
    /** Their managers may be notified at the last escalation step. */
    tellsManager: p.boolean(),
    awayUntil: day(),
    leftOn: day(),
    /** Who marked them as having left: an admin, or the platform because their accounts are gone. */
    leftBy: p.text().$type<'admin' | 'platform'>().nullable(),
    /** The last date, in their time zone, on which nudges were planned. */
    decidedOn: day(),
  },
});

/** The reminder state of a holding: snooze, lapse and escalation. */
export const ReminderState = defineEntity({
  name: 'ReminderState',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    holdingId: p.uuid().primary(),
    snoozedUntil: day(),
    letsLapse: p.boolean(),
    /** The date on which the member asked their managers for help. */
    helpRequestedOn: day(),
    /** Hashes of the rules and figures at the last check. */
    rules: p.text(),
    figures: p.text(),
    step: p.integer(),
    stepOn: day(),
  },
});

/** A private address of a person's calendar, or of a team's. */
export const CalendarAddress = defineEntity({
  name: 'CalendarAddress',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    addressId: p.uuid().primary(),
    personId: p.uuid(),
    /** Null for the person's own calendar. */
    teamId: p.uuid().nullable(),
    /** How many days before an event to remind; null for never. */
    remindDays: p.integer().nullable(),
    secretHash: p.text(),
    createdAt: p.datetime(),
  },
});

/** What became of a nudge; `resolved`: its topics no longer apply, so they may be sent again; `withdrawn`: it was cancelled before sending. */
export type NudgeOutcome = 'sent' | 'held-back' | 'resolved' | 'withdrawn';

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

/** `file`: a file for one person; `answer`: what a person is told after they asked, for example the result of an import. */
export type Purpose = 'digest' | 'details' | 'nudge' | 'notice' | 'file' | 'answer';

/** `withdrawn`: replaced before it was sent; `unknown`: it may have arrived, so it is not repeated. */
export type MessageState = 'planned' | 'sending' | 'sent' | 'failed' | 'unknown' | 'withdrawn';

export const OutboxMessage = defineEntity({
  name: 'OutboxMessage',
  tableName: 'outbox',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    messageId: p.uuid().primary(),
    /** Identifies the message; a key is planned once. */
    key: p.text(),
    purpose: p.text().$type<Purpose>(),
    teamId: p.uuid().nullable(),
    personId: p.uuid().nullable(),
    /** The ISO week of a digest. */
    week: p.text(),
    place: p.json<StoredPlace>(),
    /** Forgotten once it is sent. */
    card: p.json<unknown>().nullable(),
    /** The message whose thread it belongs to. */
    follows: p.uuid().nullable(),
    /** The waiting file that is delivered with the card. */
    fileId: p.uuid().nullable(),
    state: p.text().$type<MessageState>(),
    reason: p.text(),
    dueAt: p.datetime(),
    leaseUntil: p.datetime().nullable(),
    tries: p.integer(),
    /** The platform's message id. */
    message: p.text().nullable(),
    /** The SHA-256 of what a digest says; empty for other messages. */
    contentHash: p.text(),
    plannedAt: p.datetime(),
    doneAt: p.datetime().nullable(),
  },
});

/** When a workspace is processed next. */
export const ScheduledWorkspace = defineEntity({
  name: 'ScheduledWorkspace',
  tableName: 'workspace_schedule',
  properties: { workspaceId: p.uuid().primary(), dueAt: p.datetime() },
});

export type CalendarAddress = InferEntity<typeof CalendarAddress>;
export type Preference = InferEntity<typeof Preference>;
export type ReminderState = InferEntity<typeof ReminderState>;
export type Nudge = InferEntity<typeof Nudge>;
export type OutboxMessage = InferEntity<typeof OutboxMessage>;
