import type { Action, Block, Card } from '../../chat/card.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Role } from '../../domain/roles.ts';
import type { Words } from '../../strings/index.ts';
import { paged } from '../list-pages.ts';

const PAGE = 10;

/** The card that lists the people of a workspace. */
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
  const phrases = words.people;
  const shown = people.slice(from, from + PAGE);
  const list = { command: 'people', requested: '', from, shown: shown.length, count: people.length, size: PAGE };
  const labels = { before: words.record.previousPage, after: words.record.nextPage };
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
  return { title: `${phrases.title}: ${people.length}`, blocks, ...(actions.length === 0 ? {} : { actions }) };
}

/** The notice to an admin that a person's account is gone from the platform. */
export function departedCard(
  { personId, name, role }: { readonly personId: string; readonly name: string; readonly role: Role },
  { people: phrases }: Words,
): Card {
  const change: Action = { label: phrases.change, command: 'people', args: { who: personId }, opensForm: true };
  const text = phrases.departed(name || phrases.nameless, phrases.roles[role]);
  return { title: phrases.departedTitle, blocks: [{ kind: 'text', text }], actions: [change] };
}

/** The message to a person who was marked as having left. */
export function goodbyeCard({ people: phrases }: Words): Card {
  const take: Action = { label: phrases.download, command: 'export', args: { text: '' } };
  return { title: phrases.goodbyeTitle, blocks: [{ kind: 'text', text: phrases.goodbye }], actions: [take] };
}
