import type { Action, Block, Card } from '../../chat/card.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Topic, WatchedHolding } from '../../domain/nudge.ts';
import type { Words } from '../../strings/index.ts';
import { helpRequestAction } from '../help-request-action.ts';
import { opportunityItem, type ShownOpportunity } from '../opportunity-item.ts';
import { headlineOf } from '../pace-words.ts';
import { capitalised, categoryName } from '../requirement-words.ts';

const MAX_TOPICS = 5;

/** The shortest way to meet a requirement, and opportunities of which each meets it alone. */
export interface ShownWay {
  readonly kind: 'webinar' | 'course';
  readonly count: number;
  /** Of each activity. */
  readonly minutes: number;
  readonly before: Day;
  readonly category?: string | undefined;
  readonly offers: readonly ShownOpportunity[];
}

/** What a nudge says beside its topics. */
export interface NudgeFacts {
  readonly today: Day;
  readonly announces: boolean;
  readonly stepDays: number;
  /** By the id of the holding; without one, no way is promised. */
  readonly ways?: ReadonlyMap<string, ShownWay>;
}

/** The nudge to one person: the topics, most urgent first, each with its next step. */
export function nudgeCard(topics: readonly Topic[], facts: NudgeFacts, words: Words): Card {
  const { today, ways } = facts;
  const phrases = words.nudge;
  const shown = topics.slice(0, MAX_TOPICS);
  const several: readonly Block[] = shown.length > 1 ? [{ kind: 'text', text: phrases.title(topics.length) }] : [];
  const items = shown.map(
    (topic): Block => ({
      kind: 'item',
      title: [{ bold: topic.watched.certification.short }],
      detail: withWay(detailOf(topic, facts, words), topic, { facts, topics: shown }, words),
      ...actionsOf(topic, words),
    }),
  );
  const [offers = []] = shown.map(({ watched }) => ways?.get(watched.holdingId)?.offers ?? []);
  const blocks: Block[] = [...several, ...items];
  if (topics.length > shown.length) blocks.push({ kind: 'text', text: phrases.more(topics.length - shown.length) });
  if (offers.length > 0) {
    blocks.push({ kind: 'heading', text: phrases.offers(offers.length) });
    blocks.push(...offers.map((one) => opportunityItem(one, '', words)));
  }
  blocks.push({ kind: 'note', text: phrases.why });
  const next: Action = { label: phrases.next, command: 'next', args: { text: '1h' }, style: 'primary' };
  const pace: Action = { label: words.digest.myPace, command: 'pace', args: {} };
  const [first] = shown.filter(asksForCredits);
  const help: readonly Action[] =
    first === undefined ? [] : [helpRequestAction(first.watched.certification.code, words)];
  return { title: answerOf(topics[0], today, words) ?? phrases.title(0), blocks, actions: [next, pace, ...help] };
}

/** Whether a topic asks to earn credits for its certification. */
export function asksForCredits(topic: Topic): boolean {
  if (topic.kind === 'debt' || topic.kind === 'rules') return false;
  return topic.kind !== 'deadline' || ['earn', 'year', 'expires'].includes(topic.deadline.kind);
}

/** Adds when the certification expires and the shortest way to a topic that asks for credits, once per certification. */
function withWay(
  detail: string,
  topic: Topic,
  { facts: { ways }, topics }: { readonly facts: NudgeFacts; readonly topics: readonly Topic[] },
  words: Words,
): string {
  const phrases = words.nudge;
  const { holdingId, standing, certification } = topic.watched;
  const isFirst = topics.find((one) => one.watched.holdingId === holdingId && asksForCredits(one)) === topic;
  if (!isFirst || standing.kind === 'never-expires') return detail;
  const way = ways?.get(holdingId);
  const isStated = topic.kind === 'deadline' && topic.deadline.kind === 'expires';
  const category =
    way?.category === undefined || certification.renewal.kind !== 'credits'
      ? undefined
      : categoryName(way.category, certification.renewal, words);
  const facts = [
    ...(isStated ? [] : [phrases.expires(standing.cycle.end)]),
    ...(way === undefined ? [] : [wayText(way, category, words)]),
  ];
  if (facts.length === 0) return detail;
  // An offer of help is written in sentences.
  return topic.kind === 'ladder' ? `${detail} ${capitalised(facts.join('; '))}.` : [detail, ...facts].join(' · ');
}

function wayText({ count, kind, minutes, before }: ShownWay, category: string | undefined, { nudge }: Words): string {
  const activities = nudge.activities(count, kind, minutes);
  return nudge.way(category === undefined ? activities : `${activities} (${category})`, before, count);
}

/** The most urgent topic in short, as the title. */
function answerOf(topic: Topic | undefined, today: Day, words: Words): string | undefined {
  if (topic === undefined) return undefined;
  const { watched } = topic;
  return `${watched.certification.short}: ${shortOf(topic, headlineOf(watched.standing, words, today), words)}`;
}

function shortOf(topic: Topic, headline: string, words: Words): string {
  const phrases = words.nudge;
  switch (topic.kind) {
    case 'deadline': {
      const { deadline, left } = topic;
      const what = deadline.kind === 'year' ? phrases.yearEnd : words.digest.deadline[deadline.kind];
      return phrases.left(what, deadline.day, left);
    }
    case 'debt':
      return phrases.debt(creditsOf(topic.credits, topic.watched, words), topic.until);
    case 'behind':
    case 'rules':
    case 'ladder':
      return headline;
  }
}

/** The message to a manager about a member who stays behind. */
export function managerCard(
  { name, watched }: { readonly name: string; readonly watched: WatchedHolding },
  today: Day,
  words: Words,
): Card {
  const headline = headlineOf(watched.standing, words, today);
  const text = words.nudge.manager(name, watched.certification.short, headline);
  return { title: words.nudge.managerTitle, blocks: [{ kind: 'text', text }] };
}

function detailOf(
  topic: Topic,
  { today, announces, stepDays }: { readonly today: Day; readonly announces: boolean; readonly stepDays: number },
  words: Words,
): string {
  const phrases = words.nudge;
  const headline = headlineOf(topic.watched.standing, words, today);
  switch (topic.kind) {
    case 'behind':
      return phrases.behind(headline);
    case 'deadline':
      return `${shortOf(topic, headline, words)} · ${headline}`;
    case 'debt':
      return shortOf(topic, headline, words);
    case 'rules':
      return phrases.rules(headline);
    case 'ladder':
      if (topic.step === 3) return phrases.told(headline);
      return announces ? `${phrases.help(headline)} ${phrases.announce(stepDays)}` : phrases.help(headline);
  }
}

function creditsOf(credits: number, { certification }: WatchedHolding, words: Words): string {
  const { renewal } = certification;
  return renewal.kind === 'credits' ? words.credits(credits, renewal.unit) : words.amount(credits);
}

/** The next step for a topic, and a way to hear no more of its certification for a while. */
function actionsOf(topic: Topic, words: Words): { readonly action: Action; readonly also: Action } {
  const { code } = topic.watched.certification;
  const snooze: Action = { label: words.nudge.snooze, command: 'snooze', args: { text: code }, opensForm: true };
  return { action: nextStep(topic, words), also: snooze };
}

function nextStep(topic: Topic, words: Words): Action {
  const phrases = words.nudge;
  const { short, code, renewal } = topic.watched.certification;
  if (topic.kind === 'debt') return { label: phrases.prove, command: 'debt', args: { text: code } };
  if (topic.kind === 'rules') return { label: phrases.readRules, command: 'rules', args: { code } };
  if (renewal.kind !== 'credits' || !asksForCredits(topic))
    return { label: words.certs.title, command: 'certs', args: {} };
  return { label: phrases.log, command: 'log', args: { text: `for ${short}` }, opensForm: true };
}
