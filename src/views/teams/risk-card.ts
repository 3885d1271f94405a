import type { Action, Block, Card } from '../../chat/card.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Credits } from '../../domain/credit.ts';
import type { Standing } from '../../domain/standing.ts';
import type { Words } from '../../strings/index.ts';
import { deadlineLine } from '../deadline-words.ts';
import { paged } from '../list-pages.ts';
import { headlineOf } from '../pace-words.ts';

/** A member's certification that is behind or lost. */
export interface Risk {
  readonly name: string;
  readonly isAway: boolean;
  readonly certification: Certification;
  readonly standing: Standing;
  readonly left: number | undefined;
  readonly inDebt: Credits;
}

const PAGE = 8;

/** A member's certification that another of theirs renewed. */
export type RenewedRisk = Pick<Risk, 'name' | 'certification' | 'standing'>;

interface ShownRisks {
  readonly risks: readonly Risk[];
  readonly renewed: readonly RenewedRisk[];
  readonly from: number;
  readonly today: Day;
}

/** The at-risk list of a team, with the deadlines of each certification. */
export function riskCard(
  team: { readonly teamId: string; readonly name: string },
  { risks, renewed, from, today }: ShownRisks,
  words: Words,
): Card {
  const phrases = words.team;
  const title = phrases.riskTitle(team.name, risks.length);
  const about = { text: `team ${team.teamId}` };
  const reports: readonly Action[] = [
    { label: words.sheet.portals, command: 'sheet', args: about },
    { label: words.report.title, command: 'report', args: about },
  ];
  const renewals = renewedBlocks(renewed, today, words);
  if (risks.length === 0) return { title: phrases.riskNone(team.name), blocks: renewals, actions: reports };
  const shown = risks.slice(from, from + PAGE);
  const list = { command: 'risk', requested: team.teamId, from, shown: shown.length, count: risks.length, size: PAGE };
  const labels = { before: words.record.previousPage, after: words.record.nextPage };
  const { where, actions } = paged({ ...list, found: (count) => String(count) }, labels, words);
  return {
    title,
    blocks: [
      riskTable(shown, { title, today }, words),
      ...renewals,
      { kind: 'note', text: risks.length > shown.length ? `${where}. ${phrases.riskNote}` : phrases.riskNote },
    ],
    actions: [...actions, ...reports],
  };
}

/** Certifications that are not at risk because another one renewed them. */
function renewedBlocks(renewed: readonly RenewedRisk[], today: Day, words: Words): readonly Block[] {
  if (renewed.length === 0) return [];
  const facts = renewed.slice(0, PAGE).map(({ name, certification, standing }) => ({
    label: `${name} · ${certification.short}`,
    value: headlineOf(standing, words, today),
  }));
  return [
    { kind: 'heading', text: words.relation.riskRenewed },
    { kind: 'facts', facts },
  ];
}

function riskTable(
  risks: readonly Risk[],
  { title, today }: { readonly title: string; readonly today: Day },
  words: Words,
): Block {
  const { member, status, open, deadlines } = words.team.riskColumns;
  return {
    kind: 'table',
    label: title,
    columns: [member, status, open, deadlines],
    rows: risks.map((risk) => ({ cells: riskCells(risk, today, words) })),
  };
}

function riskCells(
  { name, isAway, certification, standing, left, inDebt }: Risk,
  today: Day,
  words: Words,
): readonly string[] {
  const phrases = words.team;
  const deadlines = standing.kind === 'never-expires' ? '' : deadlineLine({ certification, ...standing }, today, words);
  const { renewal, short } = certification;
  const debt = inDebt > 0 && renewal.kind === 'credits' ? phrases.owed(inDebt, renewal.unit) : '';
  const remaining = standing.kind === 'credits' ? (standing.binding?.remaining ?? 0) : 0;
  const open = remaining > 0 && renewal.kind === 'credits' ? words.credits(remaining, renewal.unit) : '';
  return [
    `${name} · ${short}`,
    headlineOf(standing, words, today),
    joined(open, debt),
    joined(left === undefined ? '' : phrases.left(left), deadlines, isAway ? phrases.away : ''),
  ];
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
