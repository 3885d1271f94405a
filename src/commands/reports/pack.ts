import { randomUUID } from 'node:crypto';
import type { Form } from '../../chat/form.ts';
import { answerOf } from '../../chat/form.ts';
import type { Place } from '../../chat/place.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { parseFormState, serializeFormState } from '../../services/form-state.ts';
import {
  findEarlierPacks,
  findPackableReport,
  type PackableReport,
  withdrawPackLink,
} from '../../services/reports/find-packable-report.ts';
import { OUTSIDER, packForm, withdrawButton } from '../../views/reports/pack-card.ts';
import { cardWithActions, lineCard } from '../../views/text-card.ts';
import type { Command, Context } from '../command.ts';
import { resendFile } from '../resend-file.ts';

const DEFAULT_DAYS = 7;
const MAX_DAYS = 30;
/** Maximum auditors in the list of the form. */
const MAX_AUDITORS = 90;

/** Packs a report with its proofs for the member, an auditor of the workspace, or someone outside. */
export const pack: Command = {
  name: 'pack',
  role: 'member',
  writes: 'always',
  async run(context): Promise<Reply> {
    const { request, data } = context;
    const { words, args, person } = request;
    if (args.withdraw !== undefined) {
      await withdrawPackLink(args.withdraw, context);
      return { kind: 'card', to: 'sender', card: lineCard(words.pack.title, words.pack.withdrawn) };
    }
    if (args.file !== undefined) return resendFile(args.file, words.pack.title, context);
    const id = parseFormState(request.state).report ?? args.report;
    const report = await findPackableReport({ id, code: args.text ?? '' }, context);
    const auditors = (await data.people.some({ role: 'auditor' })).filter(
      ({ personId, name }) => personId !== person.personId && name !== '',
    );
    const form = await formFor(report, auditors, context);
    return request.answers === undefined ? { kind: 'form', form } : submitPack({ report, auditors, form }, context);
  },
};

interface Auditor {
  readonly personId: string;
  readonly name: string;
}

async function formFor(report: PackableReport, auditors: readonly Auditor[], context: Context): Promise<Form> {
  const { words, person, answers } = context.request;
  const people = [
    { value: person.personId, label: words.pack.form.me },
    ...auditors.slice(0, MAX_AUDITORS).map(({ personId, name }) => ({ value: personId, label: name })),
  ];
  const earlier = (await findEarlierPacks(report.reportId, context)).map(({ madeFor, expires, downloads }) =>
    words.pack.madeFor(madeFor, expires, downloads),
  );
  const { title, counts } = report.about;
  const about = [`${title} · ${counts}`, ...earlier].join('\n');
  const state = serializeFormState({ report: report.reportId }) ?? '';
  const defaults = { who: person.personId, days: String(DEFAULT_DAYS) };
  return packForm({ about, people, answers: answers ?? defaults, state }, words);
}

interface PackSubmission {
  readonly report: PackableReport;
  readonly auditors: readonly Auditor[];
  readonly form: Form;
}

async function submitPack({ report, auditors, form }: PackSubmission, context: Context): Promise<Reply> {
  const { request, data, effects } = context;
  const { words, person, answers = {} } = request;
  const phrases = words.pack;
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const [who, outsider] = [answerOf(answers, 'who'), answerOf(answers, 'outsider').trim()];
  const days = /^\d{1,2}$/u.test(answerOf(answers, 'days').trim()) ? Number(answerOf(answers, 'days')) : 0;
  if (days < 1 || days > MAX_DAYS) errors.add('days', phrases.form.badDays(MAX_DAYS));
  if (who === OUTSIDER && outsider === '') errors.add('outsider', phrases.form.nameThem);
  if (errors.any) return { kind: 'form', form: { ...form, errors: errors.toObject() } };
  const isAuditor = who !== OUTSIDER && who !== person.personId;
  const [to] = isAuditor ? await data.people.addressesOf(who) : [];
  const auditor = auditors.find((one) => one.personId === who)?.name ?? '';
  // An auditor without a chat gets the link from the person who made it.
  const madeFor = who === OUTSIDER ? outsider : isAuditor && to === undefined ? auditor : '';
  const linkId = randomUUID();
  const link = { linkId, personId: to === undefined ? person.personId : who, outsider: madeFor, days };
  effects.defer({
    kind: 'make-pack',
    request: { of: 'report', reportId: report.reportId, ...link, to: to as Place | undefined },
  });
  data.audit.record('export', { kind: 'person', subject: person.personId, reason: 'pack' });
  const text = to !== undefined ? phrases.sentTo(auditor) : madeFor === '' ? phrases.begun : phrases.begunFor(madeFor);
  const actions = to === undefined ? [] : [withdrawButton(linkId, words)];
  return {
    kind: 'card',
    to: 'sender',
    card: cardWithActions(`${report.about.title}: ${phrases.title}`, text, actions),
  };
}
