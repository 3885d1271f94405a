import { afterEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts';
import type { DeliveryResult, OutgoingFile } from '../../../src/chat/outgoing-file.ts';
import type { Place } from '../../../src/chat/place.ts';
import type { SendResult } from '../../../src/chat/send-result.ts';
import { cardOf, formOf, logCredits, newcomer, type Talk, talkWith, textOf } from '../../support/conversation.ts';
import { SMALL } from '../../support/proofs.ts';
import { aFile, aPdf, sha256, verdictOn, workspaceOf } from '../../support/records.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
let ana: Talk;
let told: [Place, Card][];
let brought: OutgoingFile[];

/** A platform that keeps what it is given. */
const keeping = (): ChatAdapter => {
  told = [];
  brought = [];
  return {
    platform: 'slack',
    post: async (to: Place, card: Card): Promise<SendResult> => {
      told.push([to, card]);
      return { kind: 'sent', message: '1' };
    },
    deliver: async (_to: Place, file: OutgoingFile): Promise<DeliveryResult> => {
      brought.push(file);
      return { kind: 'sent', message: '2' };
    },
  } as unknown as ChatAdapter;
};

const withBoth = async (more = {}): Promise<Card> => {
  ana = await talkWith({ store: world.store, adapters: [keeping()] }, 'cissp', 'cism');
  const webinar = { title: 'Zero trust', provider: 'SANS', kind: 'webinar', duration: '1h', ...more };
  return cardOf(await logCredits(ana, '2026-01-10', { cissp: '1', cism: '1' }, webinar));
};
const shown = () => ana.say('show last').then(textOf);

afterEach(async () => {
  await ana.core.idle();
  expect(await verdictOn(world.store, await workspaceOf(ana, world.store))).toBe('whole');
});

describe('a file', () => {
  it('without a word is kept, and attached to the record that is chosen', async () => {
    await withBoth();

    const requested = cardOf(await ana.say('attach', undefined, [aFile('certificate.pdf', aPdf('a'))]));
    const form = formOf(await ana.press(requested, 'Attach proof'));
    const saved = textOf(await ana.send(form, { proofForm: 'certificate' }));

    expect(textOf({ kind: 'card', card: requested, to: 'sender' })).toContain('Received certificate.pdf.');
    expect(JSON.stringify(form.parts)).toContain('certificate.pdf');
    expect(saved).toContain('certificate.pdf');
    expect(await shown()).toContain('CISSP\\"},\\": Audit-ready'.replaceAll('\\', ''));
  });

  it('comes with the form of a new record, and back to its owner alone with the same bytes', async () => {
    const bytes = aPdf('mine');
    ana = await talkWith({ store: world.store, adapters: [keeping()] }, 'cissp');
    const form = formOf(await ana.say('log'));
    const filled = {
      title: 'Zero trust',
      kind: 'webinar',
      start: '2026-01-10',
      counts: ['cissp'],
      'credits.cissp': '1',
    };
    const logged = await ana.send(form, { ...filled, proofForm: 'certificate' }, undefined, [
      aFile('../\u202efdp.exe', bytes, 'proof'),
    ]);
    const card = cardOf(await ana.say('show last'));

    await ana.press(card, 'Get file');
    await ana.core.idle();

    expect(textOf(logged)).toContain('fdp.pdf');
    expect(brought.map(({ name, type, bytes: got }) => [name, type, sha256(got)])).toEqual([
      ['fdp.pdf', 'application/pdf', sha256(bytes)],
    ]);
  });

  it('is in the export by its name and its SHA-256', async () => {
    await withBoth({ note: 'From the organiser' });
    const requested = cardOf(await ana.say('attach', undefined, [aFile('certificate.pdf', aPdf('kept'))]));
    await ana.send(formOf(await ana.press(requested, 'Attach proof')), { proofForm: 'certificate' });

    await ana.say('export');
    await ana.core.idle();

    const csv = Buffer.from(brought[0]?.bytes ?? []).toString();
    expect(csv).toContain(`,certificate,,From the organiser,certificate.pdf,${sha256(aPdf('kept'))},`);
  });

  it('sent twice is kept once', async () => {
    await withBoth();
    const file = () => aFile('certificate.pdf', aPdf('once'));

    const one = cardOf(await ana.say('attach', undefined, [file()]));
    const two = cardOf(await ana.say('attach', undefined, [file()]));

    expect(two.actions).toEqual(one.actions);
  });

  it('that proves another record too is shown before saving', async () => {
    await withBoth();
    const requested = cardOf(await ana.say('attach', undefined, [aFile('c.pdf', aPdf('shared'))]));
    await ana.send(formOf(await ana.press(requested, 'Attach proof')), { proofForm: 'certificate' });
    const filled = {
      title: 'Other',
      kind: 'course',
      start: '2026-05-10',
      counts: ['cissp'],
      'credits.cissp': '1',
    };

    const again = await ana.send(formOf(await ana.say('log')), filled, undefined, [
      aFile('d.pdf', aPdf('shared'), 'proof'),
    ]);

    expect(JSON.stringify(formOf(again).parts)).toContain(
      'The same file is already proof of “Zero trust” (10 Jan 2026)',
    );
  });

  it.each([
    ['a page with a picture in front', Buffer.concat([SMALL.png, Buffer.from('<script>alert(1)</script>')])],
    ['a zip bomb', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(2000)])],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['nothing at all', Buffer.alloc(0)],
  ])('that is %s is not kept, and that is said', async (_what, bytes) => {
    await withBoth();

    const stated = textOf(await ana.say('attach', undefined, [aFile('proof.pdf', bytes)]));

    expect(stated).toContain('proof.pdf isn’t a complete PDF');
    expect(stated).toContain('Zero trust');
  });

  it('of 2 GB is never read, and a sixth one is left', async () => {
    await withBoth();
    const huge = { name: 'huge.pdf', size: 2 * 1024 ** 3, read: () => Promise.reject(new Error('It was read.')) };
    const six = Array.from({ length: 6 }, (_, index) => aFile(`${index}.pdf`, aPdf(String(index))));

    expect(textOf(await ana.say('attach', undefined, [huge]))).toContain('is larger than 10 MB');
    expect(textOf(await ana.say('attach', undefined, six))).toContain('Attach at most 5 at once');
  });

  it('of somebody else cannot be attached, seen or had', async () => {
    await withBoth();
    const requested = cardOf(await ana.say('attach', undefined, [aFile('c.pdf', aPdf('secret'))]));
    const files = requested.actions?.[0]?.args.files ?? '';
    const ben = await talkWith({ ...ana.options, user: 'ben' }, 'cissp');
    await logCredits(ben, '2026-01-10', { cissp: '1' });

    const form = formOf(await ben.say('attach last'));
    const sent = formOf(await ben.send(form, { proof: [files], proofForm: 'certificate' }));

    expect(sent.errors).toEqual({ proof: 'A selected file is no longer available. Send it again.' });
    expect(
      textOf(await ben.press({ ...requested, actions: requested.actions ?? [] }, 'Log credits with it')),
    ).not.toContain('c.pdf');
  });
});

describe('what the bodies say', () => {
  it('to a screenshot of a webinar: one takes it, the other never does', async () => {
    await withBoth({ link: 'https://a.example/shot', proofForm: 'screenshot' });

    const stated = await shown();

    expect(stated).toContain('{"bold":"CISSP"},": Audit-ready"');
    expect(stated).toContain('{"bold":"CISM"},": Not accepted by ISACA: screenshot"');
  });

  it('to a book: a summary of 250 words, counted while it is written', async () => {
    ana = await talkWith(world, 'cissp');
    const book = { title: 'A book', kind: 'reading', 'item.cissp': 'Book or magazine issue read' };
    await logCredits(ana, '2026-01-10', { cissp: '5' }, book);
    const before = await shown();
    const form = formOf(await ana.press(cardOf(await ana.say('debt')), 'Write summary'));

    await ana.send(form, { description: 'word '.repeat(249) });
    const short = await shown();
    await ana.send(formOf(await ana.say('summary last')), { description: 'word '.repeat(250) });

    expect(before).toContain('Summary needed: 0 of 250 words');
    expect(short).toContain('Summary needed: 249 of 250 words');
    expect(await shown()).toContain('Audit-ready');
    expect(textOf(await ana.say('debt'))).toContain('All credits that count have valid proof');
  });

  it('to a note alone: the proof itself is missing', async () => {
    await withBoth({ note: 'The certificate is in my folder', proofForm: 'certificate' });

    expect(await shown()).toContain('the note only says where it is');
  });

  it('is gone with the proof that is taken away', async () => {
    await withBoth({ link: 'https://a.example/c', proofForm: 'certificate' });
    const card = cardOf(await ana.say('show last'));

    const after = cardOf(await ana.press(card, 'Remove'));
    const again = textOf(await ana.press(card, 'Remove'));

    expect(textOf({ kind: 'card', card: after, to: 'sender' })).toContain('Proof missing');
    expect(again).toContain('This proof no longer exists');
  });
});

describe('what somebody else can give', () => {
  it('is asked of the organiser in a message that names what the bodies want', async () => {
    await withBoth();

    const stated = textOf(await ana.press(cardOf(await ana.say('debt')), 'Request proof'));

    expect(stated).toContain('I took part in “Zero trust” (10 Jan 2026)');
    expect(stated).toContain('attendee name, title, date, and hours');
  });

  const pendingRequest = async () => {
    await withBoth();
    const ben = newcomer(ana, 'ben');
    await ben.say('help');
    const card = cardOf(await ana.press(cardOf(await ana.say('show last')), 'Request proof'));
    const form = formOf(await ana.press(card, 'Ask for attestation'));
    const who = form.parts
      .flatMap((part) => ('options' in part ? part.options : []))
      .find(({ label }) => label === 'ben');
    const requested = textOf(await ana.send(form, { who: who?.value ?? '' }));
    await ana.core.idle();
    return { ben, form, who: who?.value ?? '', requested: requested, request: told.at(-1) as [Place, Card] };
  };

  it('is attested by a button, and the attendance form is the proof', async () => {
    const { ben, requested, request } = await pendingRequest();

    const thanked = textOf(await ben.press(request[1], 'Yes, confirm'));
    await ben.core.idle();
    const card = cardOf(await ana.say('show last'));
    await ana.press(card, 'Get file');
    await ana.core.idle();

    expect(requested).toContain('Request sent to ben');
    expect(request[0].address).toBe('ben');
    expect(thanked).toContain('now has your attestation');
    expect(told.map(([to]) => to.address)).toContain('ana');
    expect(textOf({ kind: 'card', card, to: 'sender' })).toContain('attested by ben');
    expect(textOf({ kind: 'card', card, to: 'sender' })).toContain('{"bold":"CISSP"},": Audit-ready"');
    expect(Buffer.from(brought[0]?.bytes ?? []).toString()).toContain('Zero trust');
  });

  it('is declined, which the member hears, and cannot be attested after that, by nobody else, nor asked twice', async () => {
    const { ben, form, who, request } = await pendingRequest();
    const eve = newcomer(ana, 'eve');
    const twice = textOf(await ana.send(form, { who }));

    const byEve = textOf(await eve.press(request[1], 'Yes, confirm'));
    await ben.press(request[1], 'No');
    const late = textOf(await ben.press(request[1], 'Yes, confirm'));
    await ben.core.idle();

    expect(twice).toContain('You already asked');
    expect([byEve, late].every((stated) => !stated.includes('attestation, with'))).toBe(true);
    expect(JSON.stringify(told)).toContain('didn’t confirm');
    expect(await shown()).toContain('Proof missing');
  });
});
