import type { Card } from '../../chat/card.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Words } from '../../strings/index.ts';

interface NamedRecord {
  readonly activityId: string;
  readonly title: string;
  readonly starts: Day;
  readonly ends: Day;
}

/** Asks for confirmation before a sentence deletes or restores a record. */
export function confirmRecordCard(what: 'delete' | 'restore', record: NamedRecord, words: Words): Card {
  const { activityId, title, starts, ends } = record;
  const label = { delete: words.record.delete, restore: words.log.restore }[what];
  const args = { [what === 'delete' ? 'record' : 'activity']: activityId };
  return {
    title: words.record.confirm[what],
    blocks: [
      { kind: 'text', text: [{ bold: title }, ` · ${words.span(starts, ends)}`] },
      { kind: 'note', text: words.record.nothingYet },
    ],
    actions: [{ label, command: what, args, style: what === 'restore' ? 'primary' : 'danger' }],
  };
}
