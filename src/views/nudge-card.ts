import type { Action, Block, Card } from '../chat/card.ts';
import type { Day } from '../domain/calendar.ts';
import type { Topic, Watched } from '../domain/nudge.ts';
import type { Words } from '../strings/index.ts';
import { headlineOf } from './pace-card.ts';

const MOST = 5;

/** What is said to one person unasked, the most urgent thing first, each with its next step. */
export function nudgeCard(
  topics: readonly Topic[],
  { today, announces, stepDays }: { readonly today: Day; readonly announces: boolean; readonly stepDays: number },
  words: Words,
): Card {
  const say = words.nudge;
  const shown = topics.slice(0, MOST);
  const blocks: Block[] = shown.map((topic) => ({
    kind: 'item',
    title: [{ bold: topic.watched.certification.short }],
    detail: detailOf(topic, { today, announces, stepDays }, words),
    ...actionsOf(topic, words),
  }));
  if (topics.length > shown.length) blocks.push({ kind: 'text', text: say.more(topics.length - shown.length) });
  blocks.push({ kind: 'note', text: say.why });
  const next: Action = { label: say.next, command: 'next', args: { text: '1h' }, style: 'primary' };
  const pace: Action = { label: words.digest.myPace, command: 'pace', args: {} };
  return { title: say.title(topics.length), blocks, actions: [next, pace] };
}

/** What a manager is told when somebody of their team is long behind. */
export function managerCard(name: string, watched: Watched, today: Day, words: Words): Card {
  const headline = headlineOf(watched.standing, words, today);
  const text = words.nudge.manager(name, watched.certification.short, headline);
  return { title: words.nudge.managerTitle, blocks: [{ kind: 'text', text }] };
}

function detailOf(
  topic: Topic,
  { today, announces, stepDays }: { readonly today: Day; readonly announces: boolean; readonly stepDays: number },
  words: Words,
): string {
  const say = words.nudge;
  const headline = headlineOf(topic.watched.standing, words, today);
  switch (topic.kind) {
    case 'behind':
      return say.behind(headline);
    case 'deadline': {
      const { deadline, left } = topic;
      const what = deadline.kind === 'year' ? say.yearEnd : words.digest.deadline[deadline.kind];
      return `${say.left(what, deadline.day, left)} · ${headline}`;
    }
    case 'debt':
      return say.debt(creditsOf(topic.credits, topic.watched, words), topic.until);
    case 'rules':
      return say.rules(headline);
    case 'ladder':
      if (topic.step === 3) return say.told(headline);
      return announces ? `${say.help(headline)} ${say.announce(stepDays)}` : say.help(headline);
  }
}

function creditsOf(credits: number, { certification }: Watched, words: Words): string {
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
  const say = words.nudge;
  const { short, code, renewal } = topic.watched.certification;
  if (topic.kind === 'debt') return { label: say.prove, command: 'debt', args: { text: code } };
  if (topic.kind === 'rules') return { label: say.readRules, command: 'rules', args: { text: code } };
  const isEarned = topic.kind !== 'deadline' || ['earn', 'year', 'expires'].includes(topic.deadline.kind);
  if (renewal.kind !== 'credits' || !isEarned) return { label: words.certs.title, command: 'certs', args: {} };
  return { label: say.log, command: 'log', args: { text: `for ${short}` }, opensForm: true };
}
