import { type Answers, answerOf } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import { type DateRange, type Day, dayIn, parseDay } from '../../domain/calendar.ts';
import { findCertificationOrRefuse } from '../../services/certifications/find-certification.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { parseDate } from '../../services/parse-date.ts';
import { Refusal } from '../../services/refusal.ts';
import { findReportableTeams } from '../../services/reports/report-access.ts';
import { findLogMark } from '../../services/reports/report-data.ts';
import { findReportStateCard } from '../../services/reports/report-state-card.ts';
import { isReportRequested, recordRefusedReport, requestReport } from '../../services/reports/request-report.ts';
import type { Request } from '../../services/request.ts';
import { pickTeamOrRefuse } from '../../services/teams/visibility.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import { refusedCard, reportForm, reportStartedCard } from '../../views/reports/report-card.ts';
import type { Command, Context } from '../command.ts';
import { resendFile } from '../resend-file.ts';

/** Makes an audit report of the member, or of a team for its managers and for auditors. With the id of a file, delivers it again. */
export const report: Command = {
  name: 'report',
  role: 'member',
  writes: 'always',
  async run(context): Promise<Reply> {
    const { request } = context;
    const { words } = request;
    const { args, answers } = request;
    const { text = '', file, progress } = args;
    if (progress !== undefined)
      return { kind: 'card', to: 'sender', card: await findReportStateCard(progress, context) };
    if (file !== undefined) return resendFile(file, words.report.title, context);
    const teams = await findReportableTeams(context);
    if (answers !== undefined) return submitReport(answers, teams, context);
    const [, scope = '', named = ''] = /^(mine|me|team)?\b\s*(.*)$/isu.exec(text.trim()) ?? [];
    const isBare = text.trim() === '' && Object.keys(args).every((name) => name === 'text');
    if (isBare)
      return {
        kind: 'form',
        form: reportForm({ ...(await choices(teams, context)), answers: DEFAULT_ANSWERS }, words),
      };
    const options = parseReportOptions(args, context);
    if (scope.toLowerCase() === 'team' || (scope === '' && named !== '')) {
      if (teams.length === 0) return refuseReport(named, context);
      const known = await teamOrRefused(named, teams, context);
      return known === undefined ? refuseReport(named, context) : startReport({ ...options, team: known }, context);
    }
    if (named !== '') throw new Refusal(words.report.what);
    return startReport({ ...options, team: undefined }, context);
  },
};

const DEFAULT_ANSWERS: Readonly<Record<string, string>> = { scope: 'mine', paper: 'a4', content: 'full' };

/** Returns the team with this name; undefined if the person may not see it. */
async function teamOrRefused(named: string, teams: readonly Team[], context: Context): Promise<Team | undefined> {
  const query = named.trim().toLowerCase();
  const all = await context.data.teams.all();
  const isHidden = all.some(
    ({ name, teamId }) => name.toLowerCase() === query && !teams.some((team) => team.teamId === teamId),
  );
  return isHidden ? undefined : pickTeamOrRefuse(teams, named, context.request.words);
}

async function refuseReport(typed: string, context: Context): Promise<Reply> {
  await recordRefusedReport(typed, context);
  return { kind: 'card', to: 'sender', card: refusedCard(context.request.words) };
}

interface ReportOptions {
  readonly on: Day | undefined;
  readonly period: DateRange | undefined;
  readonly certification: string | undefined;
  readonly paper: 'a4' | 'letter';
  readonly content: 'full' | 'summary';
}

function parseReportOptions(args: Request['args'], context: Context): ReportOptions {
  const { request } = context;
  const { words, today, person } = request;
  const phrases = words.report;
  const { 'as-of': asOf, period, cert, paper = 'a4' } = args;
  const locale = person.locale ?? 'en-GB';
  const on = asOf === undefined ? undefined : parseDate(asOf, { today, locale });
  if (asOf !== undefined && on === undefined) throw new Refusal(phrases.badDay(asOf.slice(0, 60)));
  const certification = cert === undefined ? undefined : findCertificationOrRefuse(cert, context);
  const known = (['a4', 'letter'] as const).find((one) => one === paper.toLowerCase());
  if (known === undefined) throw new Refusal(phrases.badPaper(paper.slice(0, 60)));
  const range = period === undefined ? undefined : parsePeriod(period);
  if (period !== undefined && range === undefined) throw new Refusal(phrases.badPeriod(period.slice(0, 60)));
  const content = args.summary === undefined ? 'full' : 'summary';
  return { on, period: range, certification: certification?.code, paper: known, content };
}

/** Reads `2026` or `2026-01-01..2026-03-31`. */
function parsePeriod(typed: string): DateRange | undefined {
  const year = /^\d{4}$/u.exec(typed.trim())?.[0];
  const [from = '', until = ''] =
    year === undefined ? typed.trim().split(/\s*(?:\.\.|–|—|\bto\b|\bbis\b)\s*/u) : [`${year}-01-01`, `${year}-12-31`];
  const [start, end] = [parseDay(from), parseDay(until)];
  return start === undefined || end === undefined || end < start ? undefined : { start, end };
}

async function choices(teams: readonly Team[], { request: { words, person }, data }: Context) {
  const personIds = [
    person.personId,
    ...(await Promise.all(teams.map(({ teamId }) => data.teams.membersOf(teamId)))).flat().map((one) => one.personId),
  ];
  const holdings = new Set(
    (await data.holdings.ofMany([...new Set(personIds)])).map(({ holding }) => holding.certification),
  );
  const certifications = [...holdings].flatMap((code) => {
    const known = data.catalogue.get(code);
    return known === undefined ? [] : [{ value: code, label: known.short }];
  });
  return {
    teams: teams.slice(0, 99).map(({ teamId, name }) => ({ value: teamId, label: words.report.form.team(name) })),
    certifications: certifications.sort((a, b) => (a.label < b.label ? -1 : 1)).slice(0, 100),
  };
}

async function submitReport(answers: Answers, teams: readonly Team[], context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words, now } = request;
  const phrases = words.report;
  const shown = await choices(teams, context);
  const typedAnswers = Object.fromEntries(
    ['scope', 'on', 'from', 'until', 'certification', 'paper', 'content'].map((name) => [
      name,
      answerOf(answers, name),
    ]),
  );
  const form = reportForm({ ...shown, answers: typedAnswers }, words);
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const day = (name: string): Day | undefined => {
    const typed = answerOf(answers, name);
    const read = parseDay(typed);
    if (typed !== '' && read === undefined) errors.add(name, words.shape.badDay(typed.slice(0, 60)));
    return read;
  };
  const [on, from, until] = [day('on'), day('from'), day('until')];
  const today = dayIn(data.workspace.zone, now);
  if (on !== undefined && on > today) errors.add('on', phrases.future(on));
  if ((answerOf(answers, 'from') === '') !== (answerOf(answers, 'until') === ''))
    errors.add('until', phrases.form.both);
  if (from !== undefined && until !== undefined && until < from) errors.add('until', words.shape.endBeforeStart(from));
  if (on !== undefined && !errors.any && (await findLogMark(on, data, now)) === undefined)
    errors.add('on', phrases.nothing(on));
  if (errors.any) return { kind: 'form', form: { ...form, errors: errors.toObject() } };
  const team = teams.find(({ teamId }) => teamId === answerOf(answers, 'scope'));
  const certification = answerOf(answers, 'certification') || undefined;
  const period = from === undefined || until === undefined ? undefined : { start: from, end: until };
  const paper = answerOf(answers, 'paper') === 'letter' ? 'letter' : 'a4';
  const content = answerOf(answers, 'content') === 'summary' ? 'summary' : 'full';
  return startReport({ on, period, certification, paper, content, team }, context);
}

async function startReport(
  options: ReportOptions & { readonly team: Team | undefined },
  context: Context,
): Promise<Reply> {
  const request = await requestReport(options, context);
  const { words } = context.request;
  if (await isReportRequested(request, context)) {
    const started = reportStartedCard(options.team?.name, options.on, words);
    const blocks = [{ kind: 'text', text: words.report.begunBefore } as const];
    return { kind: 'card', to: 'sender', card: { ...started, blocks } };
  }
  context.effects.defer({ kind: 'make-report', request });
  return { kind: 'card', to: 'sender', card: reportStartedCard(options.team?.name, options.on, words) };
}
