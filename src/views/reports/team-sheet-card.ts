import type { Card } from '../../chat/card.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Credits } from '../../domain/credit.ts';
import type { Words } from '../../strings/index.ts';
import { paged } from '../list-pages.ts';

/** The portal states of a member's records at one body. */
export interface TeamEntry {
  readonly name: string;
  readonly body: string;
  readonly counts: Readonly<Record<'open' | 'submitted' | 'accepted' | 'rejected', number>>;
  readonly openCredits: Credits;
  readonly last: Day | undefined;
}

const TEAM_PAGE = 10;

/** The card that lists the portal states of a team's members. */
export function teamSheetCard(
  team: { readonly teamId: string; readonly name: string },
  { people, from }: { readonly people: readonly TeamEntry[]; readonly from: number },
  words: Words,
): Card {
  const phrases = words.sheet;
  const title = phrases.teamTitle(team.name);
  if (people.length === 0) return { title, blocks: [{ kind: 'text', text: phrases.teamNothing }] };
  const shown = people.slice(from, from + TEAM_PAGE);
  const list = { command: 'sheet', requested: `team ${team.name}`, from, shown: shown.length, count: people.length };
  const labels = { before: words.record.newer, after: words.record.older };
  const { where, actions } = paged({ ...list, size: TEAM_PAGE, found: (count) => String(count) }, labels, words);
  const rows = shown.map(({ name, body, counts, openCredits, last }) => {
    const states = (['open', 'rejected', 'submitted', 'accepted'] as const).flatMap((state) =>
      counts[state] === 0 ? [] : [phrases.teamCount(counts[state], state, state === 'open' ? openCredits : 0)],
    );
    return { cells: [`${name} · ${body}`, states.join(' · '), last === undefined ? '' : phrases.teamLast(last)] };
  });
  const { member, entries, latest } = phrases.teamColumns;
  return {
    title,
    blocks: [
      { kind: 'table', label: title, columns: [member, entries, latest], rows },
      { kind: 'note', text: people.length > shown.length ? `${where}. ${phrases.teamNote}` : phrases.teamNote },
    ],
    actions: [...actions, { label: words.team.risk, command: 'risk', args: { text: team.teamId } }],
  };
}
