import { afterEach, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts';
import type { OutgoingFile } from '../../../src/chat/outgoing-file.ts';
import type { Place } from '../../../src/chat/place.ts';
import { runHousekeeping } from '../../../src/jobs/housekeeping.ts';
import {
  cardOf,
  formOf,
  logCredits,
  newcomer,
  silent,
  type Talk,
  talk,
  talkWith,
  textOf,
  undoLast,
} from '../../support/conversation.ts';
import { aFile, aPdf, sha256, verdictOn, workspaceOf } from '../../support/records.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
const PDF = aPdf('a');
let delivered: OutgoingFile[];
let ana: Talk;
/** What went wrong at night. */
const failed: unknown[] = [];

const keeping = (): ChatAdapter => {
  delivered = [];
  const sent = { kind: 'sent', message: '1' } as const;
  return {
    platform: 'slack',
    post: async (_to: Place, _card: Card) => sent,
    deliver: async (_to: Place, file: OutgoingFile) => {
      delivered.push(file);
      return sent;
    },
  } as unknown as ChatAdapter;
};

/** Ana with a record whose only proof, a file, was removed on 23 Nov 2026. */
async function removed(): Promise<Card> {
  ana = await talkWith({ store: world.store, adapters: [keeping()] }, 'cissp');
  await logCredits(ana, '2026-11-20', { cissp: '1' }, { title: 'One' });
  const requested = cardOf(await ana.say('attach', undefined, [aFile('certificate.pdf', PDF)]));
  await ana.send(formOf(await ana.press(requested, 'Attach proof')), { proofForm: 'certificate' });
  return cardOf(await ana.press(cardOf(await ana.say('show last')), 'Remove'));
}
const on = (today: string) => talk({ ...ana.options, today });
const shown = async () => textOf(await ana.say('show last'));
const night = (today: string) =>
  runHousekeeping({
    ...{ store: world.store, catalogue: loadCatalogue() },
    log: { ...silent, error: (sentence, about) => failed.push({ sentence, about }) },
    clock: { now: () => new Date(`${today}T03:17:00Z`) },
  });

afterEach(async () => {
  await ana.core.idle();
  expect(failed.splice(0)).toEqual([]);
  expect(await verdictOn(world.store, await workspaceOf(ana, world.store))).toBe('whole');
});

it('is asked about before, and goes to the trash', async () => {
  const card = await removed();

  expect(JSON.stringify(card)).toContain('The proof is in the trash for 30 days.');
  expect(await shown()).not.toContain('certificate.pdf');
  const trash = textOf(await ana.say('trash'));
  expect(trash).toContain('certificate.pdf · removed on 23 Nov 2026 · You can restore it until 23 Dec 2026.');
});

it('comes back from the trash with its bytes', async () => {
  await removed();
  await night('2026-12-20');
  const restored = cardOf(await on('2026-12-20').press(cardOf(await on('2026-12-20').say('trash')), 'Restore'));
  await ana.press(restored, 'Get file');
  await ana.core.idle();

  expect(restored.title).toBe('Proof restored: One');
  expect(delivered.map(({ bytes }) => sha256(bytes))).toEqual([sha256(PDF)]);
  expect(textOf(await ana.say('trash'))).toContain('The trash is empty');
});

it('comes back with undo, and is then no longer in the trash', async () => {
  await removed();
  await undoLast(ana);

  expect(await shown()).toContain('certificate.pdf');
  expect(textOf(await ana.say('trash'))).toContain('The trash is empty');
});

it('is deleted with its bytes after thirty days', async () => {
  await removed();
  const card = cardOf(await ana.say('trash'));
  await night('2026-12-23');
  const before = textOf(await on('2026-12-23').say('trash'));
  await night('2026-12-24');

  expect(before).toContain('certificate.pdf');
  expect(textOf(await on('2026-12-24').say('trash'))).toContain('The trash is empty');
  expect(textOf(await on('2026-12-24').press(card, 'Restore'))).toContain('This proof no longer exists.');
});

it('is restored by its owner alone, and once', async () => {
  await removed();
  const card = cardOf(await ana.say('trash'));

  expect(cardOf(await newcomer(ana, 'ben').press(card, 'Restore')).title).not.toBe('Proof restored: One');
  expect(cardOf(await ana.press(card, 'Restore')).title).toBe('Proof restored: One');
  expect(textOf(await ana.press(card, 'Restore'))).toContain('This proof no longer exists.');
});
