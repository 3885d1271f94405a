import type { Action, Block, Card } from '../../chat/card.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Role } from '../../domain/roles.ts';
import type { Words } from '../../strings/index.ts';
import { paged } from '../pages.ts';

const PAGE = 10;

/** Everybody of a workspace, with what an admin may change of them. */
export function peopleCard(
  people: readonly {
    readonly personId: string;
    readonly name: string;
    readonly role: Role;
    readonly leftOn?: Day | null | undefined;
    readonly awayUntil?: Day | null | undefined;
  }[],
  { from }: { readonly from: number },
  words: Words,
): Card {
  const phrases = words.preferences;
  const shown = people.slice(from, from + PAGE);
  const list = { command: 'people', asked: '', from, shown: shown.length, count: people.length, size: PAGE };
  const labels = { before: words.record.newer, after: words.record.older };
  const { where, actions } = paged({ ...list, found: (count) => words.digest.people(count) }, labels, words);
  const items = shown.map(
    ({ personId, name, role, leftOn, awayUntil }): Block => ({
      kind: 'item',
      title: [{ bold: name }],
      detail: [
        phrases.roles[role],
        ...(leftOn ? [phrases.leftOn(leftOn)] : []),
        ...(awayUntil ? [phrases.awayUntil(awayUntil)] : []),
      ].join(' · '),
      action: { label: phrases.change, command: 'people', args: { who: personId }, opensForm: true },
    }),
  );
  const blocks: readonly Block[] = [...items, { kind: 'note', text: where }];
  return { title: phrases.people, blocks, ...(actions.length === 0 ? {} : { actions }) };
}

/** What somebody is told who was marked as gone. */
export function goodbyeCard({ preferences: wish }: Words): Card {
  const take: Action = { label: wish.takeAlong, command: 'export', args: { text: '' } };
  return { title: wish.goodbyeTitle, blocks: [{ kind: 'text', text: wish.goodbye }], actions: [take] };
}
