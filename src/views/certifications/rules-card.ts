import type { Block, Card, Fact } from '../../chat/card.ts';
import { addMonths, type Day } from '../../domain/calendar.ts';
import type { Certification, Fee } from '../../domain/certification.ts';
import {
  type ActivityRule,
  type Amount,
  type CreditRenewal,
  FIRST_CYCLE,
  type RequirementRule,
  type When,
} from '../../domain/credit-rules.ts';
import { type Source, versionsOf } from '../../domain/sourced-value.ts';
import type { Words } from '../../strings/index.ts';
import { isEndNext, nextChangeFact, retiredText, tryChangeAction, withoutStop } from '../change-words.ts';
import { notCheckedText } from '../pace-words.ts';
import { subjectOf } from '../requirement-words.ts';
import { type Citation, sourcedFact } from '../source-words.ts';
import { evidenceFacts, kindEvidenceFacts } from './evidence-facts.ts';
import { examFacts } from './exam-facts.ts';
import { dated, timeSpanText } from './rule-texts.ts';
import { rulesTitle } from './rules-title.ts';

/** The date of a rule card, whether its rules are the workspace's own, and the short names of other certifications. */
export interface RulesContext {
  readonly today: Day;
  readonly isOwn: boolean;
  shortOf(code: string): string;
}

/** The rule card: the rules of a certification with their sources and the date of the last review. */
export function rulesCard(certification: Certification, { today, isOwn, shortOf }: RulesContext, words: Words): Card {
  const { renewal, reviewed, name, body } = certification;
  const phrases = words.rules;
  const sections = [
    renewalFacts(certification, words),
    upkeepFacts(certification, words),
    sharingFacts(certification, words, shortOf),
    [...retiredFacts(certification, today, words), nextChangeFact(certification, today, words)],
  ];
  const blocks: Block[] = [{ kind: 'text', text: [{ bold: `${name} (${body})` }] }];
  for (const facts of sections) if (facts.length > 0) blocks.push({ kind: 'facts', facts });
  if (renewal.kind === 'credits')
    for (const unchecked of renewal.unchecked)
      blocks.push({ kind: 'note', text: notCheckedText({ kind: 'rule', unchecked }, renewal, words) });
  if (isOwn) blocks.push({ kind: 'note', text: phrases.own });
  const isStale = today > addMonths(reviewed, 12);
  blocks.push({ kind: 'note', text: isStale ? phrases.stale(reviewed) : phrases.reviewed(reviewed) });
  const hasActivities = renewal.kind === 'credits' && renewal.activities.length > 0;
  const hasKinds = hasActivities || certification.upkeep.evidence?.byKind !== undefined;
  return {
    title: rulesTitle(certification, words),
    blocks,
    actions: [
      ...(hasKinds
        ? [{ label: phrases.whatCounts, command: 'rules', args: { code: certification.code, part: 'activities' } }]
        : []),
      ...[tryChangeAction(certification, today, words)].filter((action) => action !== undefined),
      { label: words.log.pace, command: 'pace', args: { text: certification.code } },
      { label: phrases.why, command: 'why', args: { text: certification.code } },
    ],
  };
}

/** How many activities one card shows. */
const ACTIVITIES_SHOWN = 12;

/** The second part of the rule card: the rules on each kind of activity and its proof, from one of them on. */
export function activitiesCard(certification: Certification, words: Words, from = 0): Card {
  const { renewal, short, code } = certification;
  const phrases = words.rules;
  const activities = renewal.kind === 'credits' ? renewal.activities : [];
  const ofActivities = activities.map((activity) =>
    renewal.kind === 'credits' ? activityFacts(activity, renewal, { certification, words }) : [],
  );
  const blocks = [...ofActivities, ...kindEvidenceFacts(certification, words)].flatMap((facts): readonly Block[] =>
    facts.length === 0 ? [] : [{ kind: 'facts', facts }],
  );
  const back = { label: phrases.title(short), command: 'rules', args: { code } };
  const none: Block = { kind: 'text', text: phrases.nothingSpecial };
  const shown = blocks.slice(from, from + ACTIVITIES_SHOWN);
  const next = from + ACTIVITIES_SHOWN;
  const more = { label: phrases.more, command: 'rules', args: { code, part: 'activities', skip: String(next) } };
  return {
    title: phrases.whatCountsFor(short),
    blocks: blocks.length === 0 ? [none] : shown,
    actions: next < blocks.length ? [more, back] : [back],
  };
}

function renewalFacts(certification: Certification, words: Words): readonly Fact[] {
  const { renewal } = certification;
  const label = words.rules.renewal;
  switch (renewal.kind) {
    case 'credits':
      return creditFacts(renewal, certification, words);
    case 'never-expires':
      return [sourcedFact({ label, text: words.pace.neverExpires }, renewal, { certification, words })];
    case 'exam':
    case 'assessment':
      return examFacts(renewal, { certification, words });
  }
}

function retiredFacts(certification: Certification, today: Day, words: Words): readonly Fact[] {
  const text = retiredText(certification, today, words);
  if (text === undefined || certification.retired === undefined || isEndNext(certification, today)) return [];
  return [sourcedFact({ label: words.rules.retired, text }, certification.retired, { certification, words })];
}

function sharingFacts(certification: Certification, words: Words, shortOf: RulesContext['shortOf']): readonly Fact[] {
  const { sharing, body } = certification;
  const phrases = words.rules;
  const facts: Fact[] = [];
  const add = (text: string, source: Source) =>
    facts.push(sourcedFact({ label: phrases.sharing, text }, source, { certification, words }));
  const named = (codes: readonly string[]) => words.list(codes.map(shortOf));
  if (sharing.full) add(phrases.sharedInFull(body), sharing.full);
  for (const rule of sharing.renews ?? []) add(phrases.renews(named(rule.codes)), rule);
  if (sharing.needs) add(phrases.needs(named(sharing.needs.value)), sharing.needs);
  if (sharing.within) add(phrases.within(named(sharing.within.value)), sharing.within);
  if (sharing.group) add(phrases.addOn(words.amount(sharing.group.addOn.value)), sharing.group.addOn);
  return facts;
}

function creditFacts(renewal: CreditRenewal, certification: Certification, words: Words): readonly Fact[] {
  const phrases = words.rules;
  const { unit, cycle, requirements, caps, conversion, earningGrace, carryOver, acts, onceOnly } = renewal;
  const facts: Fact[] = [];
  const add = (label: string, text: string, source: Source) =>
    facts.push(sourcedFact({ label, text }, source, { certification, words }));
  const { anchor } = cycle;
  if (anchor)
    for (const months of versionsOf(cycle.months))
      add(phrases.cycle, dated(withoutStop(words.add.rule(anchor.value, months.value)), months, words), anchor);
  for (const rule of requirements)
    for (const version of versionsOf(rule.amount))
      add(
        requirementLabel(rule, renewal, words),
        withConditions(dated(amountText(version.value, unit, words), version, words), rule.when, { renewal, words }),
        version,
      );
  for (const cap of caps)
    for (const version of versionsOf(cap.limit))
      add(
        phrases.limit,
        withConditions(
          dated(
            phrases.atMost(words.catalogueText(cap.name), amountText(version.value, unit, words), cap.per),
            version,
            words,
          ),
          cap.when,
          { renewal, words },
        ),
        version,
      );
  for (const minutes of versionsOf(conversion.minutesPerCredit))
    add(
      phrases.conversion,
      dated(phrases.minutes(minutes.value, words.catalogueText(unit.one)), minutes, words),
      minutes,
    );
  for (const step of versionsOf(conversion.step)) add(phrases.conversion, phrases.step(words.amount(step.value)), step);
  for (const first of versionsOf(conversion.firstUnit))
    add(phrases.conversion, phrases.firstUnit(words.amount(first.value)), first);
  for (const grace of versionsOf(earningGrace))
    add(phrases.grace, phrases.earningGrace(timeSpanText(grace.value, words)), grace);
  for (const cap of versionsOf(carryOver?.cap))
    add(
      phrases.carryOver,
      carryOver?.per === 'year'
        ? phrases.carriesIntoYear(words.credits(cap.value, unit))
        : phrases.carriesOver(words.credits(cap.value, unit), carryOver?.lastMonths?.value),
      carryOver?.lastMonths ?? cap,
    );
  if (onceOnly) add(phrases.limit, phrases.onceOnly, onceOnly);
  for (const act of acts)
    add(phrases.alsoNeeded, withConditions(words.catalogueText(act.name), act.when, { renewal, words }), act);
  return facts;
}

function activityFacts(
  { name, rate, counts, renewals, evidence }: ActivityRule,
  { unit }: CreditRenewal,
  citation: Citation,
): readonly Fact[] {
  const { words } = citation;
  const phrases = words.rules;
  const facts: Fact[] = [];
  const add = (text: string, source: Source) =>
    facts.push(sourcedFact({ label: words.catalogueText(name), text }, source, citation));
  for (const { value, ...source } of versionsOf(rate)) {
    const text =
      'perItem' in value
        ? phrases.perItem(words.credits(value.perItem, unit))
        : 'minutesPerCredit' in value
          ? phrases.minutes(value.minutesPerCredit, words.catalogueText(unit.one))
          : phrases.times(value.percentOfTime, value.firstTimeOnly === true);
    add(text, source);
  }
  if (counts) add(phrases.neverCounts, counts);
  if (renewals) add(phrases.renewals(renewals.value), renewals);
  if (evidence) add(phrases.shownBy(words.catalogueText(evidence.value)), evidence);
  return facts;
}

function upkeepFacts(certification: Certification, words: Words): readonly Fact[] {
  const { fees, reporting, paying, lapse, retention, portal } = certification.upkeep;
  const phrases = words.rules;
  const facts: Fact[] = [];
  const add = (label: string, text: string, source: Source) =>
    facts.push(sourcedFact({ label, text }, source, { certification, words }));
  for (const fee of fees)
    for (const amount of versionsOf(fee.amount))
      add(phrases.fee, dated(feeText(fee, amount.value, words), amount, words), amount);
  for (const one of versionsOf(reporting)) add(phrases.reporting, phrases.later(timeSpanText(one.value, words)), one);
  for (const one of versionsOf(paying)) add(phrases.paying, phrases.later(timeSpanText(one.value, words)), one);
  if (lapse?.suspended)
    add(phrases.lapse, phrases.suspended(timeSpanText(lapse.suspended.value, words)), lapse.suspended);
  if (lapse?.reinstatement) add(phrases.lapse, words.catalogueText(lapse.reinstatement.value), lapse.reinstatement);
  for (const one of versionsOf(retention)) add(phrases.retention, dated(phrases.keep(one.value), one, words), one);
  facts.push(...evidenceFacts(certification, words));
  if (portal) add(phrases.portal, words.catalogueText(portal.value), portal);
  return facts;
}

function feeText({ name, others, currency, per }: Fee, cents: number, words: Words): string {
  return words.rules.feeText(words.catalogueText(name), words.fee(cents, others?.value, currency), per);
}

function requirementLabel(rule: RequirementRule, renewal: CreditRenewal, words: Words): string {
  return words.rules.requirement(subjectOf(rule, renewal, words), rule.per, rule.severity);
}

function amountText(amount: Amount, unit: CreditRenewal['unit'], words: Words): string {
  return typeof amount === 'number' ? words.credits(amount, unit) : words.rules.percent(amount.percent);
}

/** A text with the conditions under which it applies, if any. */
function withConditions(
  text: string,
  when: When | undefined,
  { renewal: { conditions }, words }: { readonly renewal: CreditRenewal; readonly words: Words },
): string {
  const clauses = Object.entries(when ?? {}).map(([code, answers]) => {
    if (code === FIRST_CYCLE) return words.rules.firstCycle(answers.includes('yes'));
    const condition = conditions.find((one) => one.code === code);
    const names = answers.map((answer) => {
      const name = condition?.options.find((option) => option.code === answer)?.name;
      return name === undefined ? answer : words.catalogueText(name);
    });
    return words.rules.onlyIf(words.catalogueText(condition?.question ?? code), words.list(names));
  });
  return [text, ...clauses].join(', ');
}
