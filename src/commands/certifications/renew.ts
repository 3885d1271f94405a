import type { Answers, Form } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import { addDays } from '../../domain/calendar.ts';
import { renewedCycle } from '../../domain/renewal.ts';
import { cycleOn } from '../../domain/renewal-by-another.ts';
import { standingOf } from '../../domain/standing.ts';
import { checkCycleDates } from '../../services/certifications/check-cycle-dates.ts';
import { findHoldingOrRefuse, findHoldings } from '../../services/certifications/holdings.ts';
import type { MemberHolding } from '../../services/certifications/member-holding.ts';
import { readDateField } from '../../services/certifications/read-date-field.ts';
import {
  carriedCredits,
  newlyRenewed,
  type RenewableHolding,
  renewHolding,
} from '../../services/certifications/renew-holding.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { currentActId } from '../../services/records/undo-act.ts';
import { Refusal } from '../../services/refusal.ts';
import { renewedCard, renewForm } from '../../views/certifications/renew-form.ts';
import { headlineOf } from '../../views/pace-words.ts';
import { categoryName } from '../../views/requirement-words.ts';
import type { Command, Context } from '../command.ts';

/** A cycle can be renewed from this many days before its end. */
const EARLIEST_DAYS = 180;

/** Opens the next cycle of a certification with the credits that may be carried over. */
export const renew: Command = {
  name: 'renew',
  role: 'member',
  writes: 'on-submit',
  async run(context): Promise<Reply> {
    const { request, data } = context;
    const { words } = request;
    const text = request.state ?? request.args.text ?? '';
    if (text === '') throw new Refusal(words.renew.which);
    const holdings = await findHoldings(request.person, data);
    const { cycle, ...holding } = findHoldingOrRefuse(text, holdings, context);
    if (cycle === undefined) throw new Refusal(words.renew.neverExpires(holding.certification.short));
    const renewable = { ...holding, cycle: cycleOn(cycle, holding.certification, request.today) };
    const { cycle: range } = renewable.cycle;
    checkTime(renewable, context);
    const next = renewedCycle(holding.certification, range, request.today);
    const proposed: Answers = next === undefined ? {} : { cycleStart: next.start, cycleEnd: next.end };
    if (request.answers === undefined) return { kind: 'form', form: formFor(renewable, proposed, context) };
    return save(renewable, holdings, context);
  },
};

function checkTime({ certification, cycle }: RenewableHolding, { request: { today, words } }: Context): void {
  if (today < addDays(cycle.cycle.end, -EARLIEST_DAYS))
    throw new Refusal(words.renew.tooEarly(certification.short, cycle.cycle.end));
}

function formFor(holding: RenewableHolding, answers: Answers, context: Context): Form {
  const { request, data } = context;
  const { words, today } = request;
  const standing = standingOf(holding, today, data.workspace.tolerance);
  const isMet = standing.kind !== 'credits' || standing.status === 'met';
  const notes = [
    words.renew.intro(holding.certification.short, words.span(holding.cycle.cycle.start, holding.cycle.cycle.end)),
    ...(isMet ? [] : [words.renew.notMet(headlineOf(standing, words, today))]),
    ...carriedText(holding, context),
  ];
  return renewForm({ words, certification: holding.certification, notes, answers });
}

function carriedText(holding: RenewableHolding, { request: { words } }: Context): readonly string[] {
  const { renewal } = holding.certification;
  const parts = carriedCredits(holding);
  if (renewal.kind !== 'credits') return [];
  if (parts.length === 0) return [words.renew.carriesNothing];
  const name = (code: string) => categoryName(code, renewal, words);
  const amounts = parts.map(({ category, credits }) => {
    const amount = words.credits(credits, renewal.unit);
    return name(category) === undefined ? amount : `${amount} (${name(category)})`;
  });
  return [words.renew.carries(words.list(amounts))];
}

async function save(holding: RenewableHolding, holdings: readonly MemberHolding[], context: Context): Promise<Reply> {
  const { request } = context;
  const { words, answers = {} } = request;
  const form = formFor(holding, answers, context);
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const start = readDateField('cycleStart', { answers, errors }, context);
  const end = readDateField('cycleEnd', { answers, errors }, context);
  if (start !== undefined && end !== undefined) {
    checkCycleDates({ start, end }, words, errors);
    if (start <= holding.cycle.cycle.start)
      errors.add('cycleStart', words.shape.endBeforeStart(holding.cycle.cycle.start));
  }
  if (errors.any || start === undefined || end === undefined)
    return { kind: 'form', form: { ...form, errors: errors.toObject() } };
  const cycle = { start, end };
  await renewHolding(holding, cycle, context);
  const after = await findHoldings(request.person, context.data);
  const others = newlyRenewed(holdings, after, request.today).filter(
    ({ short }) => short !== holding.certification.short,
  );
  const names = words.list(others.map(({ short }) => short));
  const notes = [...carriedText(holding, context), ...(others.length === 0 ? [] : [words.renew.alsoRenewed(names)])];
  const { certification } = holding;
  const act = currentActId(context);
  return { kind: 'card', to: 'sender', card: renewedCard({ words, certification, cycle, notes, act }) };
}
