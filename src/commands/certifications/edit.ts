import type { Answers, Form } from '../../chat/form.ts';
import type { Reply } from '../../chat/reply.ts';
import { standingOf } from '../../domain/standing.ts';
import { type CureTarget, editCure } from '../../services/certifications/cure-missed-requirement.ts';
import {
  answersOfHolding,
  readHoldingForm,
  requiredActionsOf,
  saveHoldingChange,
} from '../../services/certifications/edit-holding.ts';
import { editOpening } from '../../services/certifications/edit-opening.ts';
import { findHoldingOrRefuse, findHoldings } from '../../services/certifications/holdings.ts';
import type { MemberHolding } from '../../services/certifications/member-holding.ts';
import { parseFormState } from '../../services/form-state.ts';
import { editableForm, mergeSentForm } from '../../services/merge-answers.ts';
import { editRecord } from '../../services/records/edit-record.ts';
import { findRecordOrRefuse } from '../../services/records/find-record.ts';
import { Refusal } from '../../services/refusal.ts';
import { editForm } from '../../views/certifications/edit-form.ts';
import { paceDetailCard } from '../../views/pace/pace-card.ts';
import type { Command, Context } from '../command.ts';

/**
 * Edits a record, or a certification of the member: its number, its cycle, and the answers its rules depend on; what was earned in it before
 * recert was used (`--opening`), and how a missed requirement was made good (`--cure`).
 */
export const edit: Command = {
  name: 'edit',
  role: 'member',
  writes: 'on-submit',
  opensForm: true,
  async run(context): Promise<Reply> {
    const { request, data } = context;
    const { words } = request;
    const state = parseFormState(request.state);
    const { record = state.record, opening = state.opening } = request.args;
    if (record !== undefined) return editRecord(record, context);
    const cure = state.cure ?? requestedCure(request.args);
    if (cure !== undefined) return editCure(cure, context);
    if (opening !== undefined) return editOpening(opening || (request.args.text ?? ''), context);
    const holdings = await findHoldings(request.person, data);
    const text = state.certification ?? request.args.text ?? '';
    if (/^(?:last|record)\b/iu.test(text)) return editRecord((await findRecordOrRefuse(context)).activityId, context);
    if (text === '') throw new Refusal(words.edit.which);
    const target = findHoldingOrRefuse(text, holdings, context);
    const { certification } = target;
    const form = formFor(target, context, answersOfHolding(target));
    if (request.answers === undefined)
      return { kind: 'form', form: editableForm(form, { certification: certification.code }) };
    return save(target, mergeSentForm(form, request, { certification: certification.code }), context);
  },
};

/** The missed requirement of a button, or the first one of `edit cism --cure`. */
function requestedCure({ cure, text = '' }: Context['request']['args']): CureTarget | undefined {
  return cure === undefined ? undefined : { certification: text, requirement: cure };
}

function formFor(holding: MemberHolding, { request: { words } }: Context, answers: Answers): Form {
  const { certification } = holding;
  const asksCertified = holding.certifiedOn === undefined;
  return editForm({ words, certification, asksCertified, acts: requiredActionsOf(holding), answers });
}

async function save(
  holding: MemberHolding,
  { answers, form, isConflict }: ReturnType<typeof mergeSentForm>,
  context: Context,
): Promise<Reply> {
  if (isConflict) return { kind: 'form', form };
  const { request, data } = context;
  const { words, today } = request;
  const { certification } = holding;
  const read = readHoldingForm({ form, answers }, holding, context);
  if ('errors' in read) return { kind: 'form', form: { ...form, errors: read.errors } };
  const changed = await saveHoldingChange(holding, read.change, context);
  const standing = standingOf(changed, today, data.workspace.tolerance);
  const card = paceDetailCard({ certification, standing }, { today }, words);
  return { kind: 'card', to: 'sender', card: { ...card, title: words.edit.saved(certification.short) } };
}
