import { type Answers, answerOf } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import type { Day } from '../../domain/calendar.ts';
import { actionsOf, type DueAction } from '../../domain/required-actions.ts';
import { standingOf } from '../../domain/standing.ts';
import { checkCycleDates } from '../../services/certifications/check-cycle-dates.ts';
import { findHoldingOrRefuse, findHoldings } from '../../services/certifications/holdings.ts';
import type { MemberHolding } from '../../services/certifications/member-holding.ts';
import { readDateField } from '../../services/certifications/read-date-field.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { parseFormState } from '../../services/form-state.ts';
import { editRecord } from '../../services/records/edit-record.ts';
import { findRecordOrRefuse } from '../../services/records/find-record.ts';
import { Refusal } from '../../services/refusal.ts';
import { editFields, editForm } from '../../views/certifications/edit-form.ts';
import { paceDetailCard } from '../../views/pace/pace-card.ts';
import type { Command, Context } from '../command.ts';

/** Edits a record, or a certification of the member: its number, its cycle, and the answers its rules depend on. */
export const edit: Command = {
  name: 'edit',
  role: 'member',
  writes: 'on-submit',
  async run(context): Promise<Reply> {
    const { request, data } = context;
    const { words } = request;
    const { record = parseFormState(request.state).record } = request.args;
    if (record !== undefined) return editRecord(record, context);
    const holdings = await findHoldings(request.person, data);
    const text = request.state ?? request.args.text ?? '';
    if (/^(?:last|record)\b/iu.test(text)) return editRecord((await findRecordOrRefuse(context)).activityId, context);
    if (text === '') throw new Refusal(words.edit.which);
    const target = findHoldingOrRefuse(text, holdings, context);
    if (request.answers === undefined) return { kind: 'form', form: formFor(target, context, answersFor(target)) };
    return save(target, request.answers, context);
  },
};

function formFor(holding: MemberHolding, { request: { words } }: Context, answers: Answers) {
  const { certification } = holding;
  return editForm({ words, certification, acts: dueOf(holding), state: certification.code, answers });
}

function dueOf({ certification, cycle }: MemberHolding): readonly DueAction[] {
  const { renewal } = certification;
  return renewal.kind === 'credits' && cycle !== undefined ? actionsOf(renewal, cycle) : [];
}

function answersFor({ number, cycle }: MemberHolding): Answers {
  const answers: Record<string, string> = { number };
  if (cycle === undefined) return answers;
  answers.cycleStart = cycle.cycle.start;
  answers.cycleEnd = cycle.cycle.end;
  for (const [code, answer] of Object.entries(cycle.conditions ?? {})) answers[editFields.condition(code)] = answer;
  for (const [code, day] of Object.entries(cycle.periods ?? {})) answers[editFields.period(code)] = day;
  for (const [code, day] of Object.entries(cycle.actsDone ?? {})) answers[editFields.act(code)] = day;
  return answers;
}

async function save(holding: MemberHolding, answers: Answers, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words } = request;
  const { certification, cycle } = holding;
  const form = formFor(holding, context, answers);
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const day = (name: string) => readDateField(name, { answers, errors }, context);
  const [start, end] = [day('cycleStart'), day('cycleEnd')];
  if (start !== undefined && end !== undefined) checkCycleDates({ start, end }, words, errors);
  const before = holding.cycles.at(-2)?.cycle.start;
  if (start !== undefined && before !== undefined && start <= before)
    errors.add('cycleStart', words.edit.startsTooEarly(before));
  const stated = rulesText(holding, answers, day);
  if (errors.any) return { kind: 'form', form: { ...form, errors: errors.toObject() } };
  await data.holdings.update(holding.holdingId, { number: answerOf(answers, 'number'), periods: stated.periods });
  if (cycle !== undefined && start !== undefined && end !== undefined) {
    const { conditions, actsDone } = stated;
    await data.holdings.updateCycle(cycle.cycleId, { starts: start, ends: end, conditions, actsDone });
  }
  const changed = findHoldingOrRefuse(
    certification.code,
    await findHoldings(context.request.person, context.data),
    context,
  );
  const standing = standingOf(changed, context.request.today, data.workspace.tolerance);
  const card = paceDetailCard({ certification, standing }, { today: context.request.today }, words);
  return { kind: 'card', to: 'sender', card: { ...card, title: words.edit.saved(certification.short) } };
}

function rulesText(holding: MemberHolding, answers: Answers, day: (name: string) => Day | undefined) {
  const { renewal } = holding.certification;
  if (renewal.kind !== 'credits') return { conditions: {}, periods: {}, actsDone: {} };
  const given = <T>(codes: readonly { readonly code: string }[], read: (code: string) => T | undefined) =>
    Object.fromEntries(codes.flatMap(({ code }) => (read(code) === undefined ? [] : [[code, read(code) as T]])));
  const periods = renewal.requirements.filter(({ per }) => per === 'period');
  return {
    conditions: given(renewal.conditions, (code) => answerOf(answers, editFields.condition(code)) || undefined),
    periods: given(periods, (code) => day(editFields.period(code))),
    actsDone: given(
      dueOf(holding).map(({ key }) => ({ code: key })),
      (key) => day(editFields.act(key)),
    ),
  };
}
