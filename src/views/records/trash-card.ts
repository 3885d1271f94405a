import type { Card } from '../../chat/card.ts';
import { shorten } from '../../chat/shorten.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Words } from '../../strings/index.ts';
import { answerCard } from '../text-card.ts';

/** A link or a note may be long. */
const MAX_NAME = 80;

/** A record in the trash. */
export interface Trashed {
  readonly activityId: string;
  readonly title: string;
  readonly deletedOn: Day;
  readonly until: Day;
}

/** A removed proof. */
export interface ShownRemovedProof {
  readonly proofId: string;
  readonly activityId: string;
  /** The title of its record. */
  readonly title: string;
  /** Its file, link or note. */
  readonly name: string;
  readonly removedOn: Day;
  readonly until: Day;
}

/** What is in the trash. */
interface ShownTrash {
  readonly records: readonly Trashed[];
  readonly proofs: readonly ShownRemovedProof[];
}

/** The records and removed proofs in the trash, each with a restore button. */
export function trashCard({ records, proofs }: ShownTrash, words: Words): Card {
  const phrases = words.record;
  if (records.length + proofs.length === 0) return answerCard(phrases.trashEmpty, phrases.trash);
  const lines = records.map(
    ({ activityId, title, deletedOn, until }) =>
      ({
        kind: 'item',
        title: [{ bold: title }],
        detail: `${phrases.deletedOn(deletedOn)} · ${phrases.restorableUntil(until)}`,
        action: { label: phrases.restore, command: 'restore', args: { activity: activityId } },
      }) as const,
  );
  const removed = proofs.map(
    ({ proofId, activityId, title, name, removedOn, until }) =>
      ({
        kind: 'item',
        title: words.proof.ofRecord(title),
        detail: `${shorten(name, MAX_NAME)} · ${words.proof.removedOn(removedOn)} · ${phrases.restorableUntil(until)}`,
        action: { label: phrases.restore, command: 'restore', args: { record: activityId, proof: proofId } },
      }) as const,
  );
  return {
    title: `${phrases.trash}: ${records.length + proofs.length}`,
    blocks: [...lines, ...removed, { kind: 'note', text: phrases.trashNote }],
  };
}
