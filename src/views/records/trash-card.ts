import type { Card } from '../../chat/card.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Words } from '../../strings/index.ts';

/** A record in the trash. */
export interface Trashed {
  readonly activityId: string;
  readonly title: string;
  readonly deletedOn: Day;
  readonly until: Day;
}

/** The records in the trash, each with a restore button. */
export function trashCard(items: readonly Trashed[], words: Words): Card {
  const phrases = words.record;
  if (items.length === 0) return { title: phrases.trash, blocks: [{ kind: 'text', text: phrases.trashEmpty }] };
  const lines = items.map(
    ({ activityId, title, deletedOn, until }) =>
      ({
        kind: 'item',
        title: [{ bold: title }],
        detail: `${phrases.deletedOn(deletedOn)} · ${phrases.restorableUntil(until)}`,
        action: { label: phrases.restore, command: 'restore', args: { activity: activityId } },
      }) as const,
  );
  return { title: phrases.trash, blocks: [...lines, { kind: 'note', text: phrases.trashNote }] };
}
