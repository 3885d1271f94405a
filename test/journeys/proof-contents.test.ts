import { expect, it } from 'vitest';
import type { IncomingFile } from '../../src/chat/incoming-file.ts';
import { addCertification, cardOf, formOf, logCredits, type Talk, talk, textOf } from '../support/conversation.ts';
import { raw } from '../support/proofs.ts';
import { aPdf } from '../support/records.ts';
import { openStore } from '../support/store.ts';

const world = openStore();
const TINY = raw('%PDF-1.4\n%certificate\n%%EOF\n');
const EMPTY_JPEG = raw('\xff\xd8\xff\xe0\0\x04ab\xff\xda\0\x08\x01\x01\0\0\x3f\0\xd2\xff\xd9');

const file = (name: string, bytes: Uint8Array): IncomingFile => ({ name, read: async () => bytes, field: 'proof' });

async function withRecord(locale = 'en-GB'): Promise<Talk> {
  const person = talk({ store: world.store, profile: { locale } });
  await addCertification(person, 'cisa', { start: '2025-01-01', end: '2027-12-31' });
  await logCredits(person, '2026-03-02', { cisa: '2' }, { provider: 'ISACA', duration: '2h', description: 'Audits' });
  return person;
}

it('a certificate.pdf of 28 bytes is no certificate, whatever is ticked', async () => {
  const ana = await withRecord();
  const form = formOf(await ana.press(cardOf(await ana.say('show course')), 'Attach proof'));
  const shows = form.parts.flatMap((part) =>
    part.kind === 'choices' && part.name === 'shows' ? part.options.map(({ value }) => value) : [],
  );
  const ticked = { proofForm: 'certificate', shows };

  const refused = formOf(await ana.send(form, ticked, undefined, [file('certificate.pdf', TINY)]));
  const before = textOf(await ana.say('show course'));
  const proved = textOf(await ana.send(form, ticked, undefined, [file('certificate.pdf', aPdf('Audits'))]));

  expect(TINY.length).toBeLessThan(30);
  expect(refused.errors?.proof).toBe(
    'certificate.pdf wasn’t saved: this PDF has no page. Open it to check, then send it again.',
  );
  expect(before).not.toContain(': Audit-ready');
  expect(proved).toContain(': Audit-ready');
});

it('a file that shows nothing is refused in the form of a new record too, in German', async () => {
  const ana = await withRecord('de-DE');
  const claim = { title: 'Neu', kind: 'course', start: '2026-04-02', counts: ['cisa'], 'credits.cisa': '1' };

  const picture = formOf(
    await ana.send(formOf(await ana.say('log')), claim, undefined, [file('scan.jpg', EMPTY_JPEG)]),
  );
  const text = formOf(await ana.send(formOf(await ana.say('log')), claim, undefined, [file('a.txt', raw('1234'))]));

  expect(picture.errors?.proof).toContain('scan.jpg wurde nicht gespeichert: Dieses Bild ist leer.');
  expect(text.errors?.proof).toContain('Dieser Text enthält keine Wörter.');
});

it('a file without a page that comes with a message is not kept', async () => {
  const ana = await withRecord();

  const { field: _, ...loose } = file('certificate.pdf', TINY);
  const answer = textOf(await ana.say('attach', undefined, [loose]));

  expect(answer).toContain('this PDF has no page');
});
