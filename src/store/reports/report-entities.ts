import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Day } from '../../domain/calendar.ts';
import type { StoredPlace } from '../account/directory-entities.ts';
import { ofWorkspace, tenant } from '../tenant-columns.ts';

/** `made`: its files are there and perhaps not all on their way. `done`: they are. */
export type ReportState = 'planned' | 'working' | 'made' | 'done' | 'failed';

/** The description of a finished report. */
export interface ReportAbout {
  readonly contentHash: string;
  readonly title: string;
  /** The name of its files without extension. */
  readonly fileName: string;
  readonly counts: string;
  /** Why there is no PDF. */
  readonly noPdf?: 'no-browser' | 'too-long' | undefined;
  /** The people it is about. */
  readonly people: readonly string[];
  /** The files of proof it speaks of. */
  readonly files: readonly ReportFile[];
}

/** A file of proof, and the record it proves. */
export interface ReportFile {
  readonly record: string;
  readonly fileId: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
}

export const Report = defineEntity({
  name: 'Report',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    reportId: p.uuid().primary(),
    /** Who requested it. */
    personId: p.uuid(),
    request: p.json<unknown>(),
    /** Where it is delivered. */
    place: p.json<StoredPlace>(),
    /** The platform's name of the message that shows how far it is. */
    message: p.text().nullable(),
    state: p.text().$type<ReportState>(),
    about: p.json<ReportAbout>().nullable(),
    tries: p.integer(),
    leaseUntil: p.datetime().nullable(),
    plannedAt: p.datetime(),
    doneAt: p.datetime().nullable(),
  },
});

/** A file of a report that is made; the PDFs first, in their order. */
export const ReportDocument = defineEntity({
  name: 'ReportDocument',
  tableName: 'report_file',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    reportId: p.uuid().primary(),
    place: p.integer().primary(),
    name: p.text(),
    type: p.text(),
    sha256: p.text(),
    bytes: p.blob().$type<Uint8Array>(),
    /** The file being delivered to the requester. */
    outgoing: p.uuid().nullable(),
  },
});

export const PackLink = defineEntity({
  name: 'PackLink',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    linkId: p.uuid().primary(),
    /** Null if the link leads to all records of a person. */
    reportId: p.uuid().nullable(),
    /** The recipient, or the member who passes it on to an outsider. */
    personId: p.uuid(),
    madeBy: p.uuid().nullable(),
    /** The name of an outside recipient. */
    madeFor: p.text(),
    secretHash: p.text(),
    expiresAt: p.datetime(),
  },
});

export const PORTAL_STATES = ['submitted', 'accepted', 'rejected'] as const;
export type PortalState = (typeof PORTAL_STATES)[number];

/** The state of a record in a body's portal, as stated by its member. */
export const PortalEntry = defineEntity({
  name: 'PortalEntry',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    activityId: p.uuid().primary(),
    holdingId: p.uuid().primary(),
    state: p.text().$type<PortalState>(),
    onDay: p.date().$type<Day>(),
    reference: p.text(),
  },
});

export type Report = InferEntity<typeof Report>;
export type ReportDocument = InferEntity<typeof ReportDocument>;
export type PackLink = InferEntity<typeof PackLink>;
export type PortalEntry = InferEntity<typeof PortalEntry>;
