import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { OpportunityCredits, Price } from '../../domain/activity-facts.ts';
import type { ActivityKind, Delivery } from '../../domain/activity-kinds.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Reject, SourceNotes } from '../../domain/source-notes.ts';
import { ofWorkspace, tenant } from '../tenant-columns.ts';

export const OpportunitySource = defineEntity({
  name: 'OpportunitySource',
  tableName: 'source',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    sourceId: p.uuid().primary(),
    name: p.text(),
    /** The address it is fetched from; empty for files and manual entries. */
    address: p.text(),
    /** Default values for its items. */
    provider: p.text(),
    kind: p.text().$type<ActivityKind>(),
    delivery: p.text().$type<Delivery | ''>(),
    minutes: p.integer().nullable(),
    language: p.text(),
    isFree: p.boolean().nullable(),
    isOn: p.boolean(),
    addedAt: p.datetime(),
    etag: p.text().nullable(),
    lastModified: p.text().nullable(),
    triedAt: p.datetime().nullable(),
    /** When it was read whole the last time. */
    readAt: p.datetime().nullable(),
    /** Why it could not be read the last time; empty when it could. */
    problem: p.text(),
    /** How often in a row. */
    failures: p.integer(),
    /** What of it wasn't read; of earlier versions, the first rejected items alone. */
    rejects: p.json<SourceNotes | readonly Reject[]>(),
  },
});

export const Opportunity = defineEntity({
  name: 'Opportunity',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    opportunityId: p.uuid().primary(),
    sourceId: p.uuid(),
    key: p.text(),
    title: p.text(),
    provider: p.text(),
    url: p.text(),
    description: p.text(),
    kind: p.text().$type<ActivityKind>(),
    delivery: p.text().$type<Delivery | ''>(),
    startsAt: p.datetime().nullable(),
    isAllDay: p.boolean(),
    publishedAt: p.datetime().nullable(),
    minutes: p.integer().nullable(),
    isFree: p.boolean().nullable(),
    price: p.json<Price>().nullable(),
    topics: p.json<readonly string[]>(),
    /** What its provider calls it; empty if that is the kind. */
    format: p.text(),
    /** Empty if unknown. */
    place: p.text(),
    lastDay: p.date().$type<Day>().nullable(),
    credits: p.json<readonly OpportunityCredits[]>(),
    language: p.text(),
    /** When its source did not have it any more. */
    vanishedAt: p.datetime().nullable(),
    /** Counts up in the workspace with every change. */
    revision: p.bigint('number'),
  },
});

export const OpportunityChange = defineEntity({
  name: 'OpportunityChange',
  ...ofWorkspace,
  properties: { workspaceId: tenant(), revision: p.bigint('number'), rebuilt: p.bigint('number') },
});

export type OpportunitySource = InferEntity<typeof OpportunitySource>;
export type Opportunity = InferEntity<typeof Opportunity>;
export type OpportunityChange = InferEntity<typeof OpportunityChange>;
