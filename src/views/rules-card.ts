import type { Block, Card, Fact } from '../chat/card.ts';
import { addMonths, type Day } from '../domain/calendar.ts';
import type { Certification } from '../domain/certification.ts';
import {
  type ActivityRule,
  type Amount,
  type CreditRenewal,
  FIRST_CYCLE,
  type RequirementRule,
  type When,
} from '../domain/credit-rules.ts';
import type { Stretch } from '../domain/cycle-rule.ts';
import { type Source, type Version, versionsOf } from '../domain/sourced.ts';
import type { Words } from '../strings/index.ts';
import { evidenceFacts, kindEvidenceFacts } from './evidence-facts.ts';
import { notCheckedText } from './pace-card.ts';
import { sourcedFact } from './source-words.ts';

/** How a certification is shown: whether its rules are a workspace's own, and what others are called. */
export interface Shown {
  readonly isOwn: boolean;
  shortOf(code: string): string;
}

/** The rule card: what is known of a certification, with where it is known from and when it was compared. */
export function rulesCard(certification: Certification, words: Words, today: Day, { isOwn, shortOf }: Shown): Card {
  const { renewal, reviewed, short, name, body } = certification;
  const say = words.rules;
  const sections = [
    renewalFacts(certification, words),
    upkeepFacts(certification, words),
    sharingFacts(certification, words, shortOf),
  ];
  const blocks: Block[] = [{ kind: 'text', text: [{ bold: `${name} (${body})` }] }];
  for (const facts of sections) if (facts.length > 0) blocks.push({ kind: 'facts', facts });
  if (renewal.kind === 'credits')
    for (const unchecked of renewal.unchecked)
      blocks.push({ kind: 'note', text: notCheckedText({ kind: 'rule', unchecked }, renewal, words) });
  if (isOwn) blocks.push({ kind: 'note', text: say.own });
  const stale = today > addMonths(reviewed, 12);
  blocks.push({ kind: 'note', text: stale ? say.stale(reviewed) : say.reviewed(reviewed) });
  const hasActivities = renewal.kind === 'credits' && renewal.activities.length > 0;
  const hasKinds = hasActivities || certification.upkeep.evidence?.byKind !== undefined;
  return {
    title: say.title(short),
    blocks,
    actions: [
      ...(hasKinds
        ? [{ label: say.whatCounts, command: 'rules', args: { text: certification.code, part: 'activities' } }]
        : []),
      { label: words.log.pace, command: 'pace', args: { text: certification.code } },
      { label: say.why, command: 'why', args: { text: certification.code } },
    ],
  };
}

/** The second part of the rule card: what the body says of each kind of activity, and what it takes as proof of it. */
export function activitiesCard(certification: Certification, words: Words): Card {
  const { renewal, short, code } = certification;
  const say = words.rules;
  const activities = renewal.kind === 'credits' ? renewal.activities : [];
  const ofActivities = activities.map((activity) =>
    renewal.kind === 'credits' ? activityFacts(activity, renewal, certification, words) : [],
  );
  const blocks = [...ofActivities, ...kindEvidenceFacts(certification, words)].flatMap((facts): readonly Block[] =>
    facts.length === 0 ? [] : [{ kind: 'facts', facts }],
  );
  const back = { label: say.title(short), command: 'rules', args: { text: code } };
  const none: Block = { kind: 'text', text: say.nothingSpecial };
  return { title: say.whatCountsFor(short), blocks: blocks.length === 0 ? [none] : blocks, actions: [back] };
}

function renewalFacts(certification: Certification, words: Words): readonly Fact[] {
  const { renewal } = certification;
  const label = words.rules.renewal;
  switch (renewal.kind) {
    case 'credits':
      return creditFacts(renewal, certification, words);
    case 'never-expires':
      return [sourcedFact(label, [words.pace.neverExpires], renewal, certification, words)];
    case 'exam':
    case 'assessment':
      return [{ label, value: renewal.how }];
  }
}

function sharingFacts(certification: Certification, words: Words, shortOf: Shown['shortOf']): readonly Fact[] {
  const { sharing, body } = certification;
  const say = words.rules;
  const facts: Fact[] = [];
  const add = (text: string, source: Source) =>
    facts.push(sourcedFact(say.sharing, [text], source, certification, words));
  const named = (codes: readonly string[]) => words.list(codes.map(shortOf));
  if (sharing.full) add(say.sharedInFull(body), sharing.full);
  if (sharing.renews) add(say.renews(named(sharing.renews.value)), sharing.renews);
  if (sharing.needs) add(say.needs(named(sharing.needs.value)), sharing.needs);
  if (sharing.within) add(say.within(named(sharing.within.value)), sharing.within);
  if (sharing.group) add(say.addOn(words.amount(sharing.group.addOn.value)), sharing.group.addOn);
  return facts;
}

function creditFacts(renewal: CreditRenewal, certification: Certification, words: Words): readonly Fact[] {
  const say = words.rules;
  const { unit, cycle, requirements, caps, conversion, earningGrace, carryOver, acts, onceOnly } = renewal;
  const facts: Fact[] = [];
  const add = (label: string, text: string, source: Source) =>
    facts.push(sourcedFact(label, [text], source, certification, words));
  const { anchor } = cycle;
  if (anchor)
    for (const months of versionsOf(cycle.months))
      add(say.cycle, dated(words.add.rule(anchor.value, months.value), months, words), anchor);
  for (const rule of requirements)
    for (const version of versionsOf(rule.amount))
      add(
        requirementLabel(rule, renewal, words),
        dated(amountText(version.value, unit, words), version, words),
        version,
      );
  for (const cap of caps)
    for (const version of versionsOf(cap.limit))
      add(
        say.limit,
        dated(say.atMost(cap.name, amountText(version.value, unit, words), cap.per), version, words),
        version,
      );
  for (const minutes of versionsOf(conversion.minutesPerCredit))
    add(say.conversion, dated(say.minutes(minutes.value, unit.one), minutes, words), minutes);
  for (const step of versionsOf(conversion.step)) add(say.conversion, say.step(words.amount(step.value)), step);
  for (const first of versionsOf(conversion.firstUnit))
    add(say.conversion, say.firstUnit(words.amount(first.value)), first);
  for (const grace of versionsOf(earningGrace))
    add(say.grace, say.earningGrace(stretchText(grace.value, words)), grace);
  for (const cap of versionsOf(carryOver?.cap))
    add(
      say.carryOver,
      say.carriesOver(words.credits(cap.value, unit), carryOver?.lastMonths?.value),
      carryOver?.lastMonths ?? cap,
    );
  if (onceOnly) add(say.limit, say.onceOnly, onceOnly);
  for (const act of acts) add(say.alsoNeeded, under(act.when, act.name, renewal, words), act);
  return facts;
}

function activityFacts(
  { name, rate, counts, renewals, evidence }: ActivityRule,
  { unit }: CreditRenewal,
  certification: Certification,
  words: Words,
): readonly Fact[] {
  const say = words.rules;
  const facts: Fact[] = [];
  for (const { value, ...source } of versionsOf(rate)) {
    const worth =
      'perItem' in value
        ? say.perItem(words.credits(value.perItem, unit))
        : 'minutesPerCredit' in value
          ? say.minutes(value.minutesPerCredit, unit.one)
          : say.times(value.percentOfTime, value.firstTimeOnly === true);
    facts.push(sourcedFact(name, [worth], source, certification, words));
  }
  if (counts) facts.push(sourcedFact(name, [say.neverCounts], counts, certification, words));
  if (renewals) facts.push(sourcedFact(name, [say.renewals(renewals.value)], renewals, certification, words));
  if (evidence) facts.push(sourcedFact(name, [say.shownBy(evidence.value)], evidence, certification, words));
  return facts;
}

function upkeepFacts(certification: Certification, words: Words): readonly Fact[] {
  const { fees, reporting, paying, lapse, retention, portal } = certification.upkeep;
  const say = words.rules;
  const facts: Fact[] = [];
  const add = (label: string, text: string, source: Source) =>
    facts.push(sourcedFact(label, [text], source, certification, words));
  for (const fee of fees)
    for (const amount of versionsOf(fee.amount))
      add(
        say.fee,
        dated(say.feeText(fee.name, words.money(amount.value, fee.currency), fee.per), amount, words),
        amount,
      );
  for (const one of versionsOf(reporting)) add(say.reporting, say.afterwards(stretchText(one.value, words)), one);
  for (const one of versionsOf(paying)) add(say.paying, say.afterwards(stretchText(one.value, words)), one);
  if (lapse?.suspended) add(say.lapse, say.suspended(stretchText(lapse.suspended.value, words)), lapse.suspended);
  if (lapse?.reinstatement) add(say.lapse, lapse.reinstatement.value, lapse.reinstatement);
  for (const one of versionsOf(retention)) add(say.retention, dated(say.keep(one.value), one, words), one);
  facts.push(...evidenceFacts(certification, words));
  if (portal) add(say.portal, portal.value, portal);
  return facts;
}

function requirementLabel(rule: RequirementRule, { categories, marks }: CreditRenewal, words: Words): string {
  const over =
    rule.name ??
    categories.find(({ code }) => code === rule.category)?.name ??
    marks.find(({ code }) => code === rule.mark)?.name;
  return words.rules.requirement(over, rule.per, rule.severity);
}

function amountText(amount: Amount, unit: CreditRenewal['unit'], words: Words): string {
  return typeof amount === 'number' ? words.credits(amount, unit) : words.rules.percent(amount.percent);
}

function stretchText(stretch: Stretch, words: Words): string {
  return 'days' in stretch ? words.days(stretch.days) : words.rules.months(stretch.months);
}

/** A text with the conditions under which it holds, if there are any. */
function under(when: When | undefined, text: string, { conditions }: CreditRenewal, words: Words): string {
  const said = Object.entries(when ?? {}).map(([code, answers]) => {
    if (code === FIRST_CYCLE) return words.rules.firstCycle(answers.includes('yes'));
    const condition = conditions.find((one) => one.code === code);
    const names = answers.map((answer) => condition?.options.find((option) => option.code === answer)?.name ?? answer);
    return words.rules.onlyIf(condition?.question ?? code, words.list(names));
  });
  return [text, ...said].join(', ');
}

/** A text with the dates between which it holds, where it does not always. */
function dated<T>(text: string, { from, until }: Version<T>, words: Words): string {
  return from === undefined && until === undefined ? text : words.rules.dated(text, from, until);
}
