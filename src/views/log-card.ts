import type { Block, Card, Fact } from '../chat/card.ts';
import type { Day } from '../domain/calendar.ts';
import type { Certification } from '../domain/certification.ts';
import { changeBetween, cutsOf, pushedOut } from '../domain/change.ts';
import type { Cut } from '../domain/count.ts';
import { sum } from '../domain/credit.ts';
import type { Part } from '../domain/holding.ts';
import type { Pace } from '../domain/pace.ts';
import type { CreditStanding } from '../domain/standing.ts';
import type { Words } from '../strings/index.ts';
import { categoryName, requirementName } from './requirement-words.ts';

/** A record as it is shown. */
export interface Recorded {
  readonly activityId: string;
  readonly title: string;
  readonly provider: string;
  readonly kind: keyof Words['kinds'];
  readonly starts: Day;
  readonly ends: Day;
  readonly minutes?: number | undefined;
  readonly proofLink: string;
  readonly proofNote: string;
}

/** What a record claims for one certification, and where that one stood and stands. */
export interface Effect {
  readonly certification: Certification;
  readonly parts: readonly Part[];
  readonly before: CreditStanding;
  readonly after: CreditStanding;
}

/** The receipt: the record, what it did to each pace, and a way back. */
export function loggedCard(record: Recorded, effects: readonly Effect[], words: Words): Card {
  const say = words.log;
  const title = record.provider === '' ? record.title : `${record.title} · ${record.provider}`;
  return {
    title: say.logged,
    blocks: [
      { kind: 'text', text: [{ bold: title }] },
      { kind: 'facts', facts: factsOf(record, words) },
      ...effects.flatMap((effect) => effectBlocks(effect, record.activityId, words)),
    ],
    actions: [
      { label: say.undo, command: 'undo', args: { activity: record.activityId } },
      { label: say.another, command: 'log', args: {}, opensForm: true },
      { label: say.pace, command: 'pace', args: {} },
    ],
  };
}

/** What a record's change did: it was taken back or put again, and the paces now. */
export function takenBackCard(
  what: 'undone' | 'restored',
  record: Recorded,
  effects: readonly Effect[],
  words: Words,
): Card {
  const say = words.log;
  const isUndone = what === 'undone';
  return {
    title: isUndone ? say.undone : say.restored,
    blocks: [
      { kind: 'text', text: isUndone ? say.undoneText(record.title) : say.restoredText(record.title) },
      ...effects.map(({ certification, before, after }) => changeBlock(certification, before, after, words)),
    ],
    actions: [
      {
        label: isUndone ? say.restore : say.undo,
        command: isUndone ? 'restore' : 'undo',
        args: { activity: record.activityId },
      },
      { label: say.pace, command: 'pace', args: {} },
    ],
  };
}

function factsOf(record: Recorded, words: Words): readonly Fact[] {
  const say = words.log;
  const facts: Fact[] = [
    { label: say.when, value: words.span(record.starts, record.ends) },
    { label: say.kind, value: words.kinds[record.kind] },
  ];
  if (record.minutes !== undefined) facts.push({ label: say.duration, value: words.minutes(record.minutes) });
  return [...facts, { label: say.proof, value: proofOf(record, words) }];
}

function proofOf({ proofLink, proofNote }: Recorded, words: Words) {
  if (proofLink !== '') return [{ link: new URL(proofLink).host, url: proofLink }];
  return proofNote === '' ? words.log.noProof : proofNote;
}

function effectBlocks({ certification, parts, before, after }: Effect, entry: string, words: Words): readonly Block[] {
  const { unit } = after.renewal;
  const say = words.log;
  const claims = parts.map(({ category, credits }) =>
    say.claims(certification.short, words.credits(credits, unit), categoryName(category, after.renewal)),
  );
  const claimed = { kind: 'text', text: [{ bold: claims.join('; ') }] } as const;
  const notes = cutsOf(after, entry).map((cut) => cutNote(cut, after, words));
  const lost = pushedOut(before, after, entry);
  if (lost > 0) notes.push(say.pushedOut(words.credits(lost, unit), certification.short));
  const isOutside = cutsOf(after, entry).some(
    (cut) => cut.reason.kind === 'outside' && cut.credits === sum(parts.map((p) => p.credits)),
  );
  const change = isOutside ? [] : [changeBlock(certification, before, after, words)];
  return [claimed, ...change, ...notes.map((text) => ({ kind: 'note', text }) as const)];
}

function cutNote({ credits, reason }: Cut, { cycle, renewal }: CreditStanding, words: Words): string {
  switch (reason.kind) {
    case 'outside':
      return words.log.outside(words.span(cycle.start, cycle.end));
    case 'once-only':
      return words.log.onceOnly;
    case 'cap':
      return words.log.overCap(words.credits(credits, renewal.unit), reason.cap.name, reason.limit);
  }
}

function changeBlock(certification: Certification, before: CreditStanding, after: CreditStanding, words: Words): Block {
  return { kind: 'text', text: `${certification.short}: ${changeText(before, after, words)}` };
}

function changeText(before: CreditStanding, after: CreditStanding, words: Words): string {
  const say = words.log;
  const change = changeBetween(before, after);
  switch (change.kind) {
    case 'not-started':
      return say.notStarted(after.cycle.start);
    case 'met':
      return say.nowMet;
    case 'now-binding':
      return say.nowBinding(becauseOf(change.pace, after, words));
    case 'moved':
      return moveText(change.by, change.pace, words);
    case 'elsewhere': {
      const { pace, gained } = change;
      if (gained === undefined) return say.still(becauseOf(pace, after, words));
      const moved = requirementName(gained.pace.requirement, after.renewal, words);
      return say.elsewhere(moved, moveText(gained.by, gained.pace, words), becauseOf(pace, after, words));
    }
  }
}

function becauseOf(pace: Pace, { renewal }: CreditStanding, words: Words): string {
  const headline = words.pace.headline(pace.status, pace.delta);
  return words.pace.because(headline, requirementName(pace.requirement, renewal, words));
}

function moveText(by: number, { status, delta }: Pace, words: Words): string {
  if (status === 'met') return words.status('met');
  const now = status === 'missed' ? words.status('missed') : words.offBy(delta);
  return by > 0 ? words.log.closer(by, now) : words.log.fell(-by, now);
}
