import type { Answers } from '../chat/form.ts';
import type { Reply } from '../chat/interaction.ts';
import type { Day } from '../domain/calendar.ts';
import { isSplit, leavesOf } from '../domain/category-tree.ts';
import type { Credits } from '../domain/credit.ts';
import { courseOf, type Entry } from '../domain/holding.ts';
import type { NewActivity, NewClaim } from '../store/activities.ts';
import { type Effect, loggedCard } from '../views/log-card.ts';
import { type Claimable, claimFields, logForm } from '../views/log-form.ts';
import { type Command, type Context, Refusal } from './command.ts';
import { readDuration } from './duration.ts';
import { creditHoldings, creditStanding, holdingNamed, holdingsOf } from './held.ts';
import type { CreditHolding } from './member-holding.ts';
import { readQuickEntry } from './quick-entry.ts';
import { estimateFor } from './read-claims.ts';
import { readLog } from './read-log.ts';

/** Logs an activity: opens the form, filled in from the line; then saves what was sent. */
export const log: Command = {
  name: 'log',
  role: 'member',
  changes: 'when sent',
  async run(context) {
    const held = await holdingsOf(context);
    const holdings = creditHoldings(held);
    if (holdings.length === 0) return nothingToLogFor(context, held.length > 0);
    const { answers } = context.interaction;
    return answers === undefined ? open(context, holdings) : save(context, holdings, answers);
  },
};

function nothingToLogFor({ words }: Context, holdsOthers: boolean): Reply {
  const add = { label: words.certs.add, command: 'add', args: {}, opensForm: true, style: 'primary' } as const;
  const blocks = [{ kind: 'text', text: holdsOthers ? words.log.noCreditHoldings : words.log.noHoldings } as const];
  return { kind: 'card', to: 'sender', card: { title: words.log.title, blocks, actions: [add] } };
}

function open(context: Context, holdings: readonly CreditHolding[]): Reply {
  const { interaction, today, words, catalogue, person } = context;
  const { text = '', url = '', date = '' } = interaction.args;
  const locale = person.locale ?? 'en-GB';
  const isCertification = (name: string) => catalogue.find(name) !== undefined;
  const quick = readQuickEntry(text, { today, locale, isCertification });
  const notes = quick.ambiguousDate && quick.day ? [words.log.readDate(quick.ambiguousDate, quick.day)] : [];
  const named = quick.certifications?.map((name) => ({ name, holding: holdingNamed(name, holdings, catalogue) }));
  for (const { name, holding } of named ?? []) {
    const known = catalogue.find(name);
    if (known === undefined) notes.push(words.log.unknownCertification(name));
    else if (holding === undefined) notes.push(words.log.notHeld(known.short));
  }
  const chosen =
    named === undefined ? holdings : holdings.filter((one) => named.some(({ holding }) => holding === one));
  const end = quick.day ?? today;
  const minutes = quick.duration === undefined ? undefined : readDuration(quick.duration);
  const claimable = holdings.map(({ certification, renewal, ...rest }): Claimable => {
    const holding = { certification, renewal, ...rest };
    const estimate = minutes
      ? estimateFor(holding, { kind: quick.kind ?? 'other', start: end, end, minutes })
      : undefined;
    return { certification, renewal, estimate };
  });
  const answers: Answers = {
    title: quick.title,
    start: quick.misreadDate ?? quick.day ?? (date === '' ? today : date),
    counts: chosen.map((holding) => holding.certification.code),
    ...(quick.kind === undefined ? {} : { kind: quick.kind }),
    ...(quick.duration === undefined ? {} : { duration: quick.duration }),
    ...(url === '' ? {} : { link: url }),
    ...prefilled(claimable, new Set(chosen.map((holding) => holding.certification.code)), words.amount),
  };
  const errors = quick.misreadDate === undefined ? {} : { errors: { start: words.shape.badDay(quick.misreadDate) } };
  const form = logForm({ words, claimable, notes, answers, ...errors });
  const { plan } = interaction.args;
  return { kind: 'form', form: plan === undefined ? form : { ...form, state: plan } };
}

/** The likely credits of the chosen certifications, and the usual category of all. */
function prefilled(claimable: readonly Claimable[], chosen: ReadonlySet<string>, amount: (credits: Credits) => string) {
  const answers: Record<string, string> = {};
  for (const { certification, renewal, estimate } of claimable) {
    const fields = claimFields(certification);
    const usual = leavesOf(renewal)[0];
    if (usual !== undefined && !isSplit(renewal)) answers[fields.category] = usual.code;
    if (estimate === undefined || estimate.likely === 0 || !chosen.has(certification.code)) continue;
    answers[isSplit(renewal) && usual !== undefined ? fields.part(usual.code) : fields.credits] = amount(
      estimate.likely,
    );
  }
  return answers;
}

async function save(context: Context, holdings: readonly CreditHolding[], answers: Answers): Promise<Reply> {
  const { person, today, words, data, now } = context;
  const { state } = context.interaction;
  const asked = logForm({ words, claimable: holdings, notes: [], answers });
  const form = state === undefined ? asked : { ...asked, state };
  const locale = person.locale ?? 'en-GB';
  const read = readLog({ form, answers, holdings, personId: person.personId, today, locale, words });
  if ('errors' in read) return { kind: 'form', form: { ...form, errors: read.errors } };
  const { activity } = read;
  const activityId = await data.activities.add(activity, now);
  if (state !== undefined) await data.activities.dropPlan(person.personId, state);
  const effects = activity.claims.map((claim): Effect => {
    const holding = holdings.find((one) => one.holdingId === claim.holdingId);
    if (holding === undefined) throw new Refusal(words.log.gone);
    const cycle = holding.cycles.find(({ cycleId }) => cycleId === claim.cycleId) ?? holding.cycle;
    return effectOf(
      { ...holding, cycle },
      claim.parts,
      entryOf(activityId, activity, claim, cycle.cycle.start),
      context,
    );
  });
  return { kind: 'card', to: 'sender', card: loggedCard({ ...activity, activityId }, effects, words) };
}

function entryOf(id: string, activity: NewActivity, { parts, marks = [] }: NewClaim, cycle: Day): Entry {
  const { kind, starts: start, ends: end, provider, title } = activity;
  return {
    id,
    kind,
    start,
    end,
    order: Number.MAX_SAFE_INTEGER,
    parts,
    marks,
    cycle,
    course: courseOf(provider, title),
  };
}

function effectOf(holding: CreditHolding, parts: NewClaim['parts'], entry: Entry, context: Context): Effect {
  const before = creditStanding(holding, context);
  const after = creditStanding({ ...holding, entries: [...holding.entries, entry] }, context);
  return { certification: holding.certification, parts, before, after };
}
