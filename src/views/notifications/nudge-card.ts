import type { Action, Block, Card } from '../../chat/card.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Topic, WatchedHolding } from '../../domain/nudge.ts';
import type { Words } from '../../strings/index.ts';
import { headlineOf } from '../pace-words.ts';

const MOST = 5;

/** What is said to one person unasked, the most urgent thing first, each with its next step. */
export function nudgeCard(
  topics: readonly Topic[],
  { today, announces, stepDays }: { readonly today: Day; readonly announces: boolean; readonly stepDays: number },
  words: Words,
): Card {
  const phrases = words.nudge;
  const shown = topics.slice(0, MOST);
  const blocks: Block[] = shown.map((topic) => ({
    kind: 'item',
    title: [{ bold: topic.watched.certification.short }],
    detail: detailOf(topic, { today, announces, stepDays }, words),
    ...actionsOf(topic, words),
  }));
  if (topics.length > shown.length) blocks.push({ kind: 'text', text: phrases.more(topics.length - shown.length) });
  blocks.push({ kind: 'note', text: phrases.why });
  const next: Action = { label: phrases.next, command: 'next', args: { text: '1h' }, style: 'primary' };
  const pace: Action = { label: words.digest.myPace, command: 'pace', args: {} };
  return { title: phrases.title(topics.length), blocks, actions: [next, pace] };
}

/** What a manager is told when somebody of their team is long behind. */
export function managerCard(name: string, watched: WatchedHolding, today: Day, words: Words): Card {
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
    case 'deadline': {
      const { deadline, left } = topic;
      const what = deadline.kind === 'year' ? phrases.yearEnd : words.digest.deadline[deadline.kind];
      return `${phrases.left(what, deadline.day, left)} · ${headline}`;
    }
    case 'debt':
      return phrases.debt(creditsOf(topic.credits, topic.watched, words), topic.until);
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
  if (topic.kind === 'rules') return { label: phrases.readRules, command: 'rules', args: { text: code } };
  const isEarned = topic.kind !== 'deadline' || ['earn', 'year', 'expires'].includes(topic.deadline.kind);
  if (renewal.kind !== 'credits' || !isEarned) return { label: words.certs.title, command: 'certs', args: {} };
  return { label: phrases.log, command: 'log', args: { text: `for ${short}` }, opensForm: true };
}
