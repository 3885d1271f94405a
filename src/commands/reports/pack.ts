import { randomUUID } from 'node:crypto';
import { answerOf } from '../../chat/form.ts';
import type { Place, Reply } from '../../chat/interaction.ts';
import { readForm } from '../../chat/read-form.ts';
import { dayIn } from '../../domain/calendar.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { parseFormState, serializeFormState } from '../../services/form-state.ts';
import { Refusal } from '../../services/refusal.ts';
import { findReportableTeams } from '../../services/reports/report-access.ts';
import type { ReportRequest } from '../../services/reports/report-request.ts';
import type { Report, ReportAbout } from '../../store/reports/report-entities.ts';
import { cardWithActions, lineCard } from '../../views/line-card.ts';
import { OUTSIDER, packForm, withdrawButton } from '../../views/reports/pack-card.ts';
import type { Command, Context } from '../command.ts';
import { resendFile } from '../resend-file.ts';

const USUAL_DAYS = 7;
const MOST_DAYS = 30;
/** So many auditors are offered in a list. */
const MOST_OFFERED = 90;

/** Packs a report of theirs with the proof it speaks of, for themselves, an auditor here, or somebody outside. */
export const pack: Command = {
  name: 'pack',
  role: 'member',
  writes: 'always',
  async run(request, data, effects): Promise<Reply> {
    const context = { request, data, effects };
    const { words, person } = request;
    const { answers, args } = request;
    if (args.withdraw !== undefined) return withdrawLink(args.withdraw, context);
    if (args.file !== undefined) return resendFile(args.file, words.pack.title, context);
    const report = await findReport(context);
    const auditors = (await data.people.some({ role: 'auditor' })).filter(
      ({ personId, name }) => personId !== person.personId && name !== '',
    );
    const people = [
      { value: person.personId, label: words.pack.form.me },
      ...auditors.slice(0, MOST_OFFERED).map(({ personId, name }) => ({ value: personId, label: name })),
    ];
    const state = serializeFormState({ report: report.reportId }) ?? '';
    const { title, counts } = report.about;
    const about = [`${title} · ${counts}`, ...(await madeBefore(report.reportId, context))].join('\n');
    const fallback = { who: person.personId, days: String(USUAL_DAYS) };
    const form = packForm({ about, people, answers: answers ?? fallback, state }, words);
    if (answers === undefined) return { kind: 'form', form };
    const errors = new FormErrors(readForm(form.parts, answers), words);
    const [who, outsider] = [answerOf(answers, 'who'), answerOf(answers, 'outsider').trim()];
    const days = /^\d{1,2}$/u.test(answerOf(answers, 'days').trim()) ? Number(answerOf(answers, 'days')) : 0;
    if (days < 1 || days > MOST_DAYS) errors.add('days', words.pack.form.badDays(MOST_DAYS));
    if (who === OUTSIDER && outsider === '') errors.add('outsider', words.pack.form.nameThem);
    if (errors.any) return { kind: 'form', form: { ...form, errors: errors.toObject() } };
    const isOther = who !== OUTSIDER && who !== person.personId;
    const [to] = isOther ? await data.people.addressesOf(who) : [];
    const personId = to === undefined ? person.personId : who;
    const auditor = auditors.find((one) => one.personId === who)?.name ?? '';
    const name = who === OUTSIDER ? outsider : isOther && to === undefined ? auditor : '';
    const linkId = randomUUID();
    const what = { of: 'report', reportId: report.reportId, linkId, personId, outsider: name, days } as const;
    effects.defer({ kind: 'make-pack', request: { ...what, to: to as Place | undefined } });
    data.audit.record('export', { kind: 'person', subject: person.personId, reason: 'pack' });
    const phrases = words.pack;
    const text = to !== undefined ? phrases.sentTo(auditor) : name === '' ? phrases.begun : phrases.begunFor(name);
    // Whoever gets the link has the button with it.
    const actions = to === undefined ? [] : [withdrawButton(linkId, words)];
    return { kind: 'card', to: 'sender', card: cardWithActions(`${title}: ${phrases.title}`, text, actions) };
  },
};

/** Ends a link that somebody made or has. */
async function withdrawLink(linkId: string, { request: { person, words }, data }: Context): Promise<Reply> {
  if (!(await data.reports.withdraw(linkId, person.personId))) throw new Refusal(words.pack.noLink);
  data.audit.record('export', { kind: 'person', subject: person.personId, reason: 'pack-withdrawn' });
  return { kind: 'card', to: 'sender', card: lineCard(words.pack.title, words.pack.withdrawn) };
}

/** The packs that were made of a report, each with how often it was fetched. */
async function madeBefore(reportId: string, { request: { words }, data }: Context): Promise<readonly string[]> {
  const links = await data.reports.linksTo(reportId);
  const names = new Map(
    (await data.people.some({ personIds: links.map(({ personId }) => personId) })).map((one) => [
      one.personId,
      one.name,
    ]),
  );
  return Promise.all(
    links.map(async ({ linkId, personId, madeFor, expiresAt }) => {
      const acts = await data.audit.historyOf(personId);
      const fetched = acts.filter(({ what, why }) => what === 'pack' && why === linkId).length;
      return words.pack.madeFor(madeFor || (names.get(personId) ?? ''), dayIn('UTC', expiresAt), fetched);
    }),
  );
}

type ReportChoice = Report & { readonly about: ReportAbout };

/** The report that is meant: by its id, by the beginning of its code, or the last one; theirs alone, and only while they may have it. */
async function findReport(context: Context): Promise<ReportChoice> {
  const { request, data } = context;
  const { words, person } = request;
  const id = parseFormState(request.state).report ?? request.args.report;
  const code = (request.args.text ?? '').toLowerCase().replace(/[\s-]/gu, '');
  if (!/^[0-9a-f]*$/u.test(code)) throw new Refusal(words.pack.badCode);
  const found = id === undefined ? await data.reports.latestOf(person.personId, code) : await data.reports.get(id);
  if (!found?.about || found.personId !== person.personId)
    throw new Refusal(id === undefined && code === '' ? words.pack.none : words.pack.gone);
  const { scope } = found.request as ReportRequest;
  const mayStill =
    scope.kind === 'mine' || (await findReportableTeams(context)).some(({ teamId }) => teamId === scope.teamId);
  if (!mayStill) throw new Refusal(words.report.notYours);
  return found as ReportChoice;
}
