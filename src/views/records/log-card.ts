import type { Block, Card, Fact } from '../../chat/card.ts';
import type { Text } from '../../chat/text.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import type { CategoryChoice } from '../../domain/claim-category.ts';
import type { Cut } from '../../domain/count-credits.ts';
import { sum } from '../../domain/credit.ts';
import type { Part } from '../../domain/holding.ts';
import type { Pace } from '../../domain/pace.ts';
import { cutsOf, paceChange, pushedOut } from '../../domain/pace-change.ts';
import { withoutMarks } from '../../domain/split-by-mark.ts';
import type { CreditStanding } from '../../domain/standing.ts';
import type { DomainFit } from '../../domain/subject-fit.ts';
import type { Words } from '../../strings/index.ts';
import { categoryReason, fitReasons } from '../claim-reasons.ts';
import { paceHeadline } from '../pace-words.ts';
import { capitalised, categoryName, requirementName } from '../requirement-words.ts';

/** A record as shown on a card. */
export interface Recorded {
  readonly activityId: string;
  readonly title: string;
  readonly provider: string;
  readonly kind: keyof Words['kinds'];
  readonly starts: Day;
  readonly ends: Day;
  readonly minutes?: number | undefined;
  /** The link and note of its proof. */
  readonly proof?: { readonly link: string; readonly note: string } | undefined;
  readonly files?: readonly string[];
}

/** What a record claims for one certification, and the standing before and after. */
export interface ClaimEffect {
  readonly certification: Certification;
  readonly parts: readonly Part[];
  /** Why the claim is in its category; absent if the member stated it. */
  readonly choice?: CategoryChoice;
  /** Whether it counts, and why; absent if that isn't known, or if the member selected the category. */
  readonly fit?: DomainFit;
  /** Why more is claimed than the body gives; empty or absent if it isn't. */
  readonly overClaimReason?: string;
  /** The id of the record among the entries of `after`. */
  readonly entry: string;
  readonly before: CreditStanding;
  readonly after: CreditStanding;
}

/** The confirmation of a logged record with its effect on each pace, and an undo button. */
export function loggedCard(record: Recorded, effects: readonly ClaimEffect[], words: Words): Card {
  const phrases = words.log;
  return {
    title: phrases.logged,
    blocks: recordBlocks(record, effects, words),
    actions: [
      { label: phrases.undo, command: 'undo', args: { activity: record.activityId } },
      { label: phrases.another, command: 'log', args: {}, opensForm: true },
      { label: phrases.pace, command: 'pace', args: {} },
    ],
  };
}

/** The confirmation of an edited record with its effect on each pace. */
export function correctedCard(record: Recorded, effects: readonly ClaimEffect[], words: Words): Card {
  const show = { label: words.record.show, command: 'show', args: { record: record.activityId } };
  const pace = { label: words.log.pace, command: 'pace', args: {} };
  return { title: words.record.saved, blocks: recordBlocks(record, effects, words), actions: [show, pace] };
}

function recordBlocks(record: Recorded, effects: readonly ClaimEffect[], words: Words): readonly Block[] {
  const title = record.provider === '' ? record.title : `${record.title} · ${record.provider}`;
  return [
    { kind: 'text', text: [{ bold: title }] },
    { kind: 'facts', facts: factsOf(record, words) },
    ...effects.flatMap((effect) => effectBlocks(effect, record, words)),
  ];
}

/** A record that was undone, deleted or restored; `note` says until when it can be restored. */
export interface UndoneRecord {
  readonly what: 'undone' | 'deleted' | 'restored';
  readonly record: { readonly activityId: string; readonly title: string };
  readonly note: string;
}

/** The confirmation of an undone, deleted or restored record with its effect on each pace. */
export function undoneCard({ what, record, note }: UndoneRecord, effects: readonly ClaimEffect[], words: Words): Card {
  const phrases = words.log;
  const args = { activity: record.activityId };
  const isBack = what === 'restored';
  const text = isBack ? phrases.restoredText(record.title) : phrases.undoneText(record.title);
  return {
    title: what === 'deleted' ? words.record.deleted : isBack ? phrases.restored : phrases.undone,
    blocks: [
      { kind: 'text', text },
      ...effects.map((effect) => changeBlock(effect, words)),
      ...(isBack ? [] : [{ kind: 'note', text: note } as const]),
    ],
    actions: [
      isBack
        ? { label: words.record.show, command: 'show', args: { record: record.activityId } }
        : { label: phrases.restore, command: 'restore', args },
      { label: phrases.pace, command: 'pace', args: {} },
    ],
  };
}

function factsOf(record: Recorded, words: Words): readonly Fact[] {
  const phrases = words.log;
  const facts: Fact[] = [
    { label: phrases.when, value: words.span(record.starts, record.ends) },
    { label: phrases.kind, value: words.kinds[record.kind] },
  ];
  if (record.minutes !== undefined) facts.push({ label: phrases.duration, value: words.minutes(record.minutes) });
  // The confirmation of an edit does not show proof.
  if (record.files === undefined) return facts;
  return [...facts, { label: phrases.proof, value: proofOf(record, words) }];
}

function proofOf({ proof, files = [] }: Recorded, words: Words): Text {
  if (files.length > 0) return words.list(files);
  if (proof !== undefined && proof.link !== '') return [{ link: new URL(proof.link).host, url: proof.link }];
  return proof?.note || words.log.noProof;
}

function effectBlocks(effect: ClaimEffect, activity: Recorded, words: Words): readonly Block[] {
  const { certification, parts, entry, before, after, choice, overClaimReason = '' } = effect;
  const { renewal } = after;
  const { unit } = renewal;
  const phrases = words.log;
  const claims = withoutMarks(parts).map(({ category, credits }) =>
    phrases.claims(certification.short, words.credits(credits, unit), categoryName(category, after.renewal, words)),
  );
  const claimed = { kind: 'text', text: [{ bold: claims.join('; ') }] } as const;
  const why = categoryReason({ certification, renewal, choice, activity }, words);
  const reasons = [
    ...(why === undefined ? [] : [why]),
    ...(effect.fit === undefined || effect.fit.verdict === 'counts'
      ? []
      : fitReasons(certification, effect.fit, words)),
    ...(overClaimReason === '' ? [] : [capitalised(words.claim.claimedMore(overClaimReason))]),
  ];
  const notes = cutsOf(after, entry).map((cut) => cutNote(cut, after, words));
  const lost = pushedOut(before, after, entry);
  if (lost > 0) notes.push(phrases.pushedOut(words.credits(lost, unit), certification.short));
  const isOutside = cutsOf(after, entry).some(
    (cut) => cut.reason.kind === 'outside' && cut.credits === sum(parts.map((p) => p.credits)),
  );
  const change = isOutside ? [] : [changeBlock({ certification, before, after }, words)];
  return [claimed, ...change, ...[...reasons, ...notes].map((text) => ({ kind: 'note', text }) as const)];
}

function cutNote({ credits, reason }: Cut, { cycle, renewal }: CreditStanding, words: Words): string {
  switch (reason.kind) {
    case 'outside':
      return words.log.outside(words.span(cycle.start, cycle.end));
    case 'once-only':
      return words.log.onceOnly;
    case 'cap':
      return words.log.overCap(
        words.credits(credits, renewal.unit),
        words.catalogueText(reason.cap.name),
        reason.limit,
      );
  }
}

type StandingChange = Pick<ClaimEffect, 'certification' | 'before' | 'after'>;

function changeBlock({ certification, before, after }: StandingChange, words: Words): Block {
  return { kind: 'text', text: `${certification.short}: ${changeText(before, after, words)}` };
}

function changeText(before: CreditStanding, after: CreditStanding, words: Words): string {
  const phrases = words.log;
  const change = paceChange(before, after);
  switch (change.kind) {
    case 'not-started':
      return phrases.notStarted(after.cycle.start);
    case 'met':
      return phrases.nowMet;
    case 'now-binding':
      return phrases.nowBinding(becauseOf(change.pace, after, words));
    case 'moved':
      return moveText(change.by, change.pace, words);
    case 'elsewhere': {
      const { pace, gained } = change;
      if (gained === undefined) return phrases.still(becauseOf(pace, after, words));
      const moved = requirementName(gained.pace.requirement, after.renewal, words);
      return phrases.movedRequirement(moved, moveText(gained.by, gained.pace, words), becauseOf(pace, after, words));
    }
  }
}

function becauseOf(pace: Pace, { renewal }: CreditStanding, words: Words): string {
  return paceHeadline(pace, renewal, words);
}

function moveText(by: number, { status, delta }: Pace, words: Words): string {
  if (status === 'met') return words.status('met');
  const now = status === 'missed' ? words.status('missed') : words.offBy(delta);
  return by > 0 ? words.log.closer(by, now) : words.log.fell(-by, now);
}
