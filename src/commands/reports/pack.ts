import type { Form } from '../../chat/form.ts';
import type { Reply } from '../../chat/reply.ts';
import { parseFormState, serializeFormState } from '../../services/form-state.ts';
import {
  findEarlierPacks,
  findPackableReport,
  type PackableReport,
  withdrawPackLink,
} from '../../services/reports/find-packable-report.ts';
import { type Auditor, findAuditors, type PackReceiver, requestPack } from '../../services/reports/request-pack.ts';
import type { Words } from '../../strings/index.ts';
import { packForm, withdrawButton } from '../../views/reports/pack-card.ts';
import { answerCard, cardWithActions } from '../../views/text-card.ts';
import type { Command, Context } from '../command.ts';
import { resendFile } from '../resend-file.ts';

const DEFAULT_DAYS = 7;
/** Maximum auditors in the list of the form. */
const MAX_AUDITORS = 90;

/** Packs a report with its proofs for the member, an auditor of the workspace, or someone outside. */
export const pack: Command = {
  name: 'pack',
  role: 'member',
  writes: 'always',
  async run(context): Promise<Reply> {
    const { request } = context;
    const { words, args } = request;
    if (args.withdraw !== undefined) {
      await withdrawPackLink(args.withdraw, context);
      return { kind: 'card', to: 'sender', card: answerCard(words.pack.withdrawn, words.pack.title) };
    }
    if (args.file !== undefined) return resendFile(args.file, words.pack.title, context);
    const id = parseFormState(request.state).report ?? args.report;
    const report = await findPackableReport({ id, code: args.text ?? '' }, context);
    const auditors = await findAuditors(context);
    const form = await formFor(report, auditors, context);
    return request.answers === undefined ? { kind: 'form', form } : submitPack({ report, auditors, form }, context);
  },
};

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
  const { request, effects } = context;
  const { words, answers = {} } = request;
  const { reportId, about } = report;
  const requested = await requestPack({ form, answers }, { reportId, auditors }, context);
  if ('errors' in requested) return { kind: 'form', form: { ...form, errors: requested.errors } };
  const { packRequest, receiver } = requested;
  effects.defer({ kind: 'make-pack', request: packRequest });
  const actions = receiver.kind === 'auditor' ? [withdrawButton(packRequest.linkId, words)] : [];
  const title = `${about.title}: ${words.pack.title}`;
  return { kind: 'card', to: 'sender', card: cardWithActions(title, begunText(receiver, words), actions) };
}

function begunText(receiver: PackReceiver, { pack: phrases }: Words): string {
  switch (receiver.kind) {
    case 'self':
      return phrases.begun;
    case 'auditor':
      return phrases.sentTo(receiver.name);
    case 'passed-on':
      return phrases.begunFor(receiver.name);
  }
}
