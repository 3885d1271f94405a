import type { Action, Block, Card } from '../../chat/card.ts';
import type { ActAbout, ActName } from '../../domain/act.ts';
import type { Day } from '../../domain/calendar.ts';
import { isEnding } from '../../domain/digest-content.ts';
import { shownPaces } from '../../domain/shown-paces.ts';
import type { Words } from '../../strings/index.ts';
import { paged } from '../list-pages.ts';
import { type SuggestedSource, suggestedRows, turnOnAll } from '../opportunity-sources.ts';
import { paceBar } from '../pace-bar.ts';
import { headlineOf, type PaceStanding } from '../pace-words.ts';
import { capitalised, requirementName } from '../requirement-words.ts';
import { byUrgency } from '../urgency.ts';

/** Certifications on one page. */
const PAGE = 7;
/** Teams and setup steps that are named one by one. */
const MAX_ROWS = 8;

/** A team that the person may see; `atRisk` is the number of members at risk, if they were counted. */
export interface TeamAtAGlance {
  readonly teamId: string;
  readonly name: string;
  readonly members: number;
  readonly atRisk?: number;
}

/** What an admin has not set up yet. */
export type SetupStep =
  | { readonly kind: 'team' }
  | { readonly kind: 'sources'; readonly suggested: readonly SuggestedSource[] }
  | { readonly kind: 'manager' | 'digest'; readonly team: string };

/** What a person sees at a glance. */
export interface HomeContents {
  readonly today: Day;
  readonly standings: readonly PaceStanding[];
  /** How many certifications come before the page. */
  readonly from: number;
  /** What was typed to be logged and isn't finished. */
  readonly pending: string | undefined;
  /** Records whose counted credits would not pass an audit today. */
  readonly unproved: number;
  /** The person's last act that can be undone. */
  readonly act:
    | { readonly actId: string; readonly name: ActName; readonly about: ActAbout; readonly minutes: number }
    | undefined;
  readonly plan: { readonly title: string; readonly starts: Day; readonly ends: Day } | undefined;
  readonly teams: readonly TeamAtAGlance[];
  readonly setup: readonly SetupStep[];
}

/** Everything at a glance; the title is the worst thing. */
export function homeCard(contents: HomeContents, words: Words): Card {
  const sorted = [...contents.standings].sort(byUrgency);
  const { from } = contents;
  const shown = sorted.slice(from, from + PAGE);
  const list = { command: 'home', requested: '', from, shown: shown.length, count: sorted.length, size: PAGE };
  const pages = paged(
    { ...list, found: words.home.count },
    { before: words.home.before, after: words.home.after },
    words,
  );
  const blocks = [
    ...shown.flatMap((one) => rowOf(one, contents.today, words)),
    ...(sorted.length > PAGE ? [{ kind: 'note', text: pages.where } as const] : []),
    ...section(words.home.alsoOpen, openRows(contents, words)),
    ...section(words.home.teams, teamRows(contents.teams, words)),
    ...section(words.home.setup, setupRows(contents.setup, words)),
  ];
  const actions = [...pages.actions, ...actionsOf(sorted, words)];
  return { title: titleOf(sorted[0], contents.today, words), blocks, actions };
}

function titleOf(worst: PaceStanding | undefined, today: Day, words: Words): string {
  if (worst === undefined) return words.certs.none;
  const { certification, standing } = worst;
  const name = certification.short;
  if (standing.kind === 'credits' && !isEnding(standing) && standing.renewedBy === undefined) {
    const { binding, renewal } = standing;
    if (binding?.hasBegun && binding.remaining > 0 && binding.weeklyRate !== undefined) {
      const { window, lastDay } = binding.requirement;
      const rate = words.pace.perWeek(binding.weeklyRate, renewal.unit);
      const requirement = requirementName(binding.requirement, renewal, words);
      const left = words.pace.ofRequirement(words.credits(binding.remaining, renewal.unit), requirement);
      return words.home.worst(name, left, today > window.end ? lastDay : window.end, rate);
    }
  }
  return `${name}: ${headlineOf(standing, words, today)}`;
}

function rowOf({ certification, standing }: PaceStanding, today: Day, words: Words): readonly Block[] {
  const isOpen = standing.kind === 'credits' && !isEnding(standing) && standing.renewedBy === undefined;
  const pace = isOpen ? (standing.binding ?? shownPaces(standing)[0]) : undefined;
  // The headline of an exam names the day already.
  const end = standing.kind === 'credits' ? standing.cycle.end : undefined;
  const log: Action = {
    label: words.add.log,
    command: 'log',
    args: { text: `for ${certification.short}` },
    opensForm: true,
  };
  const row: Block = {
    kind: 'item',
    title: [{ bold: certification.short }, ` · ${headlineOf(standing, words, today)}`],
    ...(end === undefined ? {} : { detail: words.home.cycleEnds(end) }),
    action: isOpen ? log : { label: words.certs.detail, command: 'pace', args: { text: certification.code } },
  };
  if (pace === undefined || standing.kind !== 'credits') return [row];
  const { requirement, counted } = pace;
  const name = capitalised(requirementName(requirement, standing.renewal, words));
  return [row, paceBar(pace, `${name}: ${words.pace.progress(counted, requirement.required, standing.renewal.unit)}`)];
}

function section(title: string, rows: readonly Block[]): readonly Block[] {
  return rows.length === 0 ? [] : [{ kind: 'rule' }, { kind: 'heading', text: title }, ...rows];
}

function openRows({ pending, unproved, act, plan }: HomeContents, words: Words): readonly Block[] {
  const phrases = words.home;
  const rows: Block[] = [];
  if (pending !== undefined)
    rows.push(item(phrases.unfinished, pending, { label: phrases.finish, command: 'log', args: {}, opensForm: true }));
  if (unproved > 0)
    rows.push(
      item(phrases.unproved(unproved), phrases.unprovedWhy, { label: phrases.prove, command: 'debt', args: {} }),
    );
  if (plan !== undefined)
    rows.push(
      item(phrases.planned(plan.title), words.span(plan.starts, plan.ends), {
        label: phrases.plans,
        command: 'plan',
        args: {},
      }),
    );
  if (act !== undefined) {
    const undo = { label: words.log.undo, command: 'undo', args: { act: act.actId } };
    rows.push(
      item(phrases.lastChange, `${words.undo.names[act.name](act.about)}, ${words.undo.ago(act.minutes)}`, undo),
    );
  }
  return rows;
}

function teamRows(teams: readonly TeamAtAGlance[], words: Words): readonly Block[] {
  const phrases = words.home;
  const rows = teams.slice(0, MAX_ROWS).map(({ teamId, name, members, atRisk }) => {
    const count = atRisk === undefined ? phrases.members(members) : phrases.atRisk(atRisk, members);
    return item(name, count, { label: words.team.risk, command: 'risk', args: { text: teamId } });
  });
  return [...rows, ...moreRow(teams.length, { label: phrases.allTeams, command: 'team', args: {} }, words)];
}

function setupRows(steps: readonly SetupStep[], words: Words): readonly Block[] {
  const rows = steps
    .slice(0, MAX_ROWS)
    .flatMap((step) => [
      setupRow(step, words),
      ...(step.kind === 'sources' ? suggestedRows(step.suggested, words) : []),
    ]);
  return [...rows, ...moreRow(steps.length, undefined, words)];
}

function setupRow(step: SetupStep, words: Words): Block {
  const phrases = words.home.steps;
  switch (step.kind) {
    case 'team':
      return item(phrases.team, phrases.teamHow, { label: phrases.teamButton, command: 'team', args: {} });
    case 'sources': {
      const sources = { label: phrases.sourcesButton, command: 'sources', args: {} };
      const all = turnOnAll(step.suggested, words);
      const row = item(phrases.sources, phrases.sourcesHow, all ?? sources);
      return all === undefined || row.kind !== 'item' ? row : { ...row, also: sources };
    }
    case 'manager':
      return item(phrases.manager(step.team), phrases.managerHow, {
        label: words.home.open,
        command: 'team',
        args: { text: step.team },
      });
    case 'digest':
      return item(phrases.digest(step.team), phrases.digestHow);
  }
}

function moreRow(count: number, action: Action | undefined, words: Words): readonly Block[] {
  return count <= MAX_ROWS ? [] : [item(words.home.more(count - MAX_ROWS), undefined, action)];
}

function item(title: string, detail: string | undefined, action?: Action): Block {
  return {
    kind: 'item',
    title,
    ...(detail === undefined ? {} : { detail }),
    ...(action === undefined ? {} : { action }),
  };
}

function actionsOf(standings: readonly PaceStanding[], words: Words): readonly Action[] {
  const add = { label: words.certs.add, command: 'add', args: {}, opensForm: true } as const;
  const help = { label: words.help.button, command: 'help', args: {} };
  if (standings.length === 0) return [{ ...add, style: 'primary' }, help];
  return [
    { label: words.add.log, command: 'log', args: {}, opensForm: true, style: 'primary' },
    { label: words.home.best, command: 'next', args: {} },
    { label: words.pace.all, command: 'pace', args: {} },
    add,
    help,
  ];
}
