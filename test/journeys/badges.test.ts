import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { readDocument } from '../../src/certificates/read-document.ts';
import type { IncomingFile } from '../../src/chat/incoming-file.ts';
import { ASSERTION, bakedPng, signedBadge } from '../certificates/badges.ts';
import { addCertification, cardOf, formOf, talk, textOf } from '../support/conversation.ts';
import { openStore } from '../support/store.ts';

const world = openStore();
const file = (name: string, content: Uint8Array | string): IncomingFile => ({
  name,
  read: async () => (typeof content === 'string' ? new TextEncoder().encode(content) : content),
});
const ana = () =>
  talk({
    store: world.store,
    profile: { name: 'Ana Duarte' },
    readDocument: (document, timeoutMs) => readDocument({ ...document, readsPictures: false }, timeoutMs),
  });

it('a badge of a certification that recert knows adds it, and renews it for its holder', async () => {
  const person = ana();
  const badge = bakedPng('openbadgecredential', await signedBadge());

  const first = cardOf(await person.say('', undefined, [file('cissp.png', badge)]));
  await person.press(first, 'Add CISSP');
  await addCertification(person, 'cissp', { start: '2024-01-01', end: '2026-12-31' });
  const second = cardOf(await person.say('', undefined, [file('cissp.png', badge)]));

  expect(first.title).toBe('Badge received');
  expect(textOf({ kind: 'card', to: 'sender', card: first })).toContain('ISC2');
  expect(formOf(await person.press(second, 'Renew CISSP')).command).toBe('renew');
});

it('another badge is proof of a record', async () => {
  const person = ana();
  await addCertification(person, 'cissp');

  const card = cardOf(await person.say('', undefined, [file('badge.json', JSON.stringify(ASSERTION))]));
  const form = formOf(await person.press(card, 'Log it'));
  await person.send(form, { kind: 'course', duration: '2h' });

  expect(form.answers).toMatchObject({
    title: 'Wireless hacking',
    provider: 'Meridian Cyber Forum',
    start: '2026-10-07',
  });
  expect(form.errors?.duration).toContain('how long');
  expect(textOf(await person.say('show wireless'))).toContain('badge');
});

it('a badge that was changed is no proof', async () => {
  const person = ana();
  await addCertification(person, 'cissp');
  const [header = '', payload = '', signature = ''] = (await signedBadge()).split('.');
  const changed = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('2029', '2039')).toString(
    'base64url',
  );

  const card = cardOf(await person.say('', undefined, [file('badge.jwt', `${header}.${changed}.${signature}`)]));

  expect(card.title).toBe('Badge not accepted');
  expect(card.actions).toEqual([]);
});

it.each([
  ['Ana@Example.org', 'Issued to your e-mail address.'],
  ['rosa@example.org', 'Issued to ana@example.org, not to rosa@example.org.'],
  ['rosa', 'Issued to ana@example.org.'],
])('a badge is compared with the address %s of the member', async (handle, remark) => {
  const person = talk({
    ...ana().options,
    user: handle,
    profile: { name: 'Ana Duarte', handle },
  });
  await addCertification(person, 'cissp');

  const card = await person.say('', undefined, [file('badge.json', JSON.stringify(ASSERTION))]);

  expect(textOf(card)).toContain(remark);
});

it('a badge of another address is asked about before it becomes proof, once', async () => {
  const person = talk({ ...ana().options, user: 'rosa', profile: { name: 'Rosa', handle: 'rosa@example.org' } });
  await addCertification(person, 'cissp');
  const salted = createHash('sha256').update('ana@example.orgsea').digest('hex');
  const recipient = { type: 'email', identity: `sha256$${salted}`, hashed: true, salt: 'sea' };
  const badge = file('badge.json', JSON.stringify({ ...ASSERTION, recipient }));
  const typed = { title: 'Radio', kind: 'course', start: '2026-10-07', duration: '2h', proofForm: 'certificate' };
  const form = formOf(await person.say('log'));

  const asked = formOf(await person.send(form, typed, undefined, [{ ...badge, field: 'proof' }]));
  const logged = await person.send(asked);

  expect(textOf({ kind: 'form', form: asked })).toContain(
    'Issued to an e-mail address that isn’t rosa@example.org. Use it as proof only if that address is yours, too.',
  );
  expect(textOf(logged)).toContain('Radio');
  expect(textOf(await person.say('show radio'))).toContain('badge');
});
