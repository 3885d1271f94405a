import type { Action, Block, Card } from '../../chat/card.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Standing } from '../../domain/standing.ts';
import type { Words } from '../../strings/index.ts';
import { headlineOf } from '../pace-words.ts';

/** A team with the certifications of its members that are at risk, the nearest deadline first. */
export interface SummarisedTeam {
  readonly team: { readonly teamId: string; readonly name: string };
  readonly risks: readonly {
    readonly name: string;
    readonly certification: Certification;
    readonly standing: Standing;
    readonly left: number | undefined;
  }[];
  /** Members who asked for help. */
  readonly requests: readonly {
    readonly name: string;
    readonly certification: Certification;
    readonly standing: Standing;
  }[];
}

const MAX_TEAMS = 6;
const MAX_RISKS = 5;

/** The weekly summary for a manager: who is at risk in each team, with the at-risk list as the next step. */
export function managerSummaryCard(
  { teams, today }: { readonly teams: readonly SummarisedTeam[]; readonly today: Day },
  words: Words,
): Card {
  const phrases = words.digest.summary;
  const shown = teams.slice(0, MAX_TEAMS);
  const [first] = shown.flatMap(({ risks }) => risks).sort((a, b) => (a.left ?? 0) - (b.left ?? 0));
  const count = teams.reduce((sum, { risks }) => sum + risks.length, 0);
  const requests = [
    ...new Set(
      teams
        .flatMap((one) => one.requests)
        .map((one) => words.nudge.helpRequest.inSummary(one.name, standingOf(one, today, words))),
    ),
  ];
  const blocks = shown
    .filter(({ risks }) => risks.length > 0)
    .flatMap(({ team, risks }): readonly Block[] => {
      const list: Action = { label: words.digest.risk, command: 'risk', args: { text: team.teamId } };
      const lines = risks.slice(0, MAX_RISKS).map((risk) => lineOf(risk, today, words));
      const more = risks.length > MAX_RISKS ? [phrases.more(risks.length - MAX_RISKS)] : [];
      return [
        { kind: 'item', title: [{ bold: phrases.team(team.name, risks.length) }], action: list },
        ...[...lines, ...more].map((text) => ({ kind: 'text', text }) as const),
      ];
    });
  const left = teams.length - shown.length;
  return {
    title:
      requests[0] ?? (first === undefined ? phrases.title(count) : phrases.worst(count, lineOf(first, today, words))),
    blocks: [
      ...requestBlocks(requests, words),
      ...blocks,
      ...(left > 0 ? [{ kind: 'note', text: phrases.moreTeams(left) } as const] : []),
      { kind: 'note', text: phrases.why },
    ],
  };
}

function requestBlocks(requests: readonly string[], words: Words): readonly Block[] {
  if (requests.length === 0) return [];
  return [
    { kind: 'heading', text: words.nudge.helpRequest.heading },
    ...requests.map((text) => ({ kind: 'text', text }) as const),
  ];
}

type Line = Pick<SummarisedTeam['risks'][number], 'name' | 'certification' | 'standing'>;

function lineOf(line: Line, today: Day, words: Words): string {
  return `${line.name}, ${standingOf(line, today, words)}`;
}

function standingOf({ certification, standing }: Line, today: Day, words: Words): string {
  return `${certification.short}: ${headlineOf(standing, words, today)}`;
}
