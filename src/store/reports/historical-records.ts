import type { ActivityFacts } from '../../domain/activity-facts.ts';
import type { Day } from '../../domain/calendar.ts';
import type { EvidenceFact, EvidenceForm } from '../../domain/evidence.ts';
import type { Cure, Part } from '../../domain/holding.ts';
import type { HoldingWithCycles } from '../certifications/holdings.ts';
import { type LoggedParts, partsOfLog } from '../records/stored-parts.ts';
import type { PortalState } from './report-entities.ts';

/** A record as of an audit log entry. */
export interface HistoricalRecord extends ActivityFacts {
  readonly id: string;
  readonly personId: string;
  /** Orders records of one day by time of entry. */
  readonly order: number;
  readonly minutes: number | undefined;
  readonly description: string;
  readonly enteredAt: Date;
  readonly claims: readonly HistoricalClaim[];
  readonly proofs: readonly HistoricalProof[];
  /** Ids of the records confirmed to be different activities. */
  readonly distinctFrom: readonly string[];
  /** Its states in the portals of bodies, as stated by the member. */
  readonly portal: readonly HistoricalPortalEntry[];
}

interface HistoricalPortalEntry {
  readonly holdingId: string;
  readonly state: PortalState;
  readonly on: Day;
  readonly reference: string;
}

interface HistoricalClaim {
  readonly holdingId: string;
  readonly cycleId: string;
  readonly overClaimReason: string;
  readonly parts: readonly Part[];
}

interface HistoricalProof {
  readonly form: EvidenceForm | '';
  readonly shows: readonly EvidenceFact[];
  readonly link: string;
  readonly note: string;
  readonly attestedBy: string | undefined;
  readonly file: HistoricalFile | undefined;
}

interface HistoricalFile {
  readonly fileId: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
}

/** The logged content of a team. */
export interface TeamContent {
  readonly name: string;
  readonly members: readonly { readonly person_id: string; readonly is_manager: boolean }[];
}

/** The logged content of a holding. */
export interface HoldingContent {
  readonly person_id: string;
  readonly certification: string;
  readonly number: string;
  readonly certified_on: Day | null;
  readonly periods: Readonly<Record<string, Day>>;
  /** Absent if there are none. */
  readonly does_not_renew?: readonly string[];
  readonly created_at: string;
  /** The import that added it, if one did. */
  readonly import_id?: string;
  readonly cycles: readonly {
    readonly cycle_id: string;
    readonly starts: Day;
    readonly ends: Day;
    readonly conditions: Readonly<Record<string, string>>;
    readonly acts_done: Readonly<Record<string, Day>>;
    readonly carry_over: readonly Part[];
    /** Absent if there are none. */
    readonly cured?: Readonly<Record<string, Cure>>;
  }[];
  /** Absent if there are none. */
  readonly openings?: readonly {
    readonly cycle_id: string;
    readonly stated_for: Day;
    readonly parts: readonly Part[];
    readonly accepted: boolean;
    readonly created_at: string;
  }[];
}

/** The logged content of a record. */
export interface RecordContent extends ActivityFacts {
  readonly person_id: string;
  readonly entry_order: number;
  readonly minutes: number | null;
  readonly description: string;
  readonly planned: boolean;
  readonly created_at: string;
  readonly deleted_at: string | null;
  readonly claims: readonly (LoggedParts & {
    readonly holding: string;
    readonly cycle: string;
    /** Absent if there is none. */
    readonly over_claim_reason?: string;
  })[];
  readonly proofs: readonly {
    readonly form: EvidenceForm | '';
    readonly shows: readonly EvidenceFact[];
    readonly link: string;
    readonly note: string;
    readonly attested_by: string | null;
    readonly added_at: string;
    readonly file: {
      readonly file_id: string;
      readonly name: string;
      readonly type: string;
      readonly size: number;
      readonly sha256: string;
    } | null;
  }[];
  readonly distinct_from: readonly { readonly other_id: string }[];
  /** Absent if there are none. */
  readonly portal?: readonly {
    readonly holding_id: string;
    readonly state: PortalState;
    readonly on_day: Day;
    readonly reference: string;
  }[];
}

/** Returns a holding from its logged content. */
export function historicalHoldingOf(
  holdingId: string,
  content: HoldingContent,
  workspaceId: string,
): HoldingWithCycles {
  const { person_id: personId, certification, number, certified_on: certifiedOn, periods, created_at } = content;
  const { does_not_renew: doesNotRenew = [] } = content;
  const holding = { workspaceId, holdingId, personId, certification, number, certifiedOn, periods, doesNotRenew };
  const cycles = content.cycles.map(({ cycle_id, starts, ends, conditions, acts_done, carry_over, cured }) => ({
    ...{ workspaceId, cycleId: cycle_id, holdingId, starts, ends, conditions },
    ...{ actsDone: acts_done, carryOver: carry_over, cured: cured ?? {} },
  }));
  return {
    holding: { ...holding, createdAt: instantOf(created_at) },
    cycles: cycles.sort((a, b) => (a.starts < b.starts ? -1 : 1)),
    openings: (content.openings ?? []).map(({ cycle_id, stated_for, parts, accepted, created_at: at }) => ({
      ...{
        workspaceId,
        holdingId,
        cycleId: cycle_id,
        statedFor: stated_for,
        parts,
        accepted,
        createdAt: instantOf(at),
      },
    })),
  };
}

/** Returns a record from its logged content. */
export function historicalRecordOf(id: string, content: RecordContent): HistoricalRecord {
  const { person_id, entry_order, minutes, created_at, claims, proofs, distinct_from } = content;
  const { title, provider, kind, delivery, starts, ends, description } = content;
  return {
    ...{ id, personId: person_id, order: entry_order, title, provider, kind, delivery, starts, ends, description },
    minutes: minutes ?? undefined,
    enteredAt: instantOf(created_at),
    claims: claims.map(({ holding, cycle, over_claim_reason = '', ...parts }) => ({
      ...{ holdingId: holding, cycleId: cycle, overClaimReason: over_claim_reason },
      parts: partsOfLog(parts),
    })),
    proofs: [...proofs]
      .sort((a, b) => (a.added_at < b.added_at ? -1 : 1))
      .map(({ form, shows, link, note, attested_by, file }) => ({
        ...{ form, shows, link, note },
        attestedBy: attested_by ?? undefined,
        file: file?.sha256
          ? { fileId: file.file_id, name: file.name, type: file.type, size: file.size, sha256: file.sha256 }
          : undefined,
      })),
    distinctFrom: distinct_from.map(({ other_id }) => other_id),
    portal: (content.portal ?? []).map(({ holding_id, state, on_day, reference }) => ({
      ...{ holdingId: holding_id, state, on: on_day, reference },
    })),
  };
}

/** Instants are logged in UTC without a zone. */
function instantOf(text: string): Date {
  return new Date(/Z|[+-]\d\d(?::?\d\d)?$/u.test(text) ? text : `${text}Z`);
}
