import { buffer } from 'node:stream/consumers';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { IncomingFile } from '../../../src/chat/incoming-file.ts';
import { newSigningKey } from '../../../src/signing/sign-document.ts';
import { packOf } from '../../../src/signing/write-pack.ts';
import { addCertification, cardOf, formOf, logCredits, type Talk, talk, textOf } from '../../support/conversation.ts';
import { Shelf } from '../../support/file-shelf.ts';
import { aFile, aPdf } from '../../support/records.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
const key = newSigningKey();
let mine: Uint8Array;

/** What Ana took along from another recert. */
beforeAll(async () => {
  const shelf = new Shelf();
  const ana = talk({ store: world.store, today: '2026-03-05', adapters: [shelf.adapter] });
  await addCertification(ana, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
  await logCredits(ana, '2026-03-02', { cissp: '1.25' }, { title: 'Zero trust', provider: 'SANS' });
  const form = formOf(await ana.say('attach last', undefined, [aFile('proof.pdf', aPdf('of zero trust'))]));
  cardOf(await ana.send(form, { proofForm: 'certificate' }));
  cardOf(await ana.say('export mine'));
  await ana.core.idle();
  mine = shelf.last('.zip').bytes;
}, 60_000);

let bo: Talk;
let shelf: Shelf;
beforeEach(() => {
  shelf = new Shelf();
  bo = talk({ store: world.store, today: '2026-03-05', user: 'bo', adapters: [shelf.adapter] });
});

const zip = (bytes = mine, name = 'recert-everything.zip'): IncomingFile => ({ ...aFile(name, bytes), field: 'table' });

async function archive(content: unknown): Promise<Uint8Array> {
  const files = [{ name: 'recert.json', bytes: async () => Buffer.from(JSON.stringify(content)) }];
  return buffer(packOf(files, { contentHash: 'a'.repeat(64), key, at: new Date('2026-03-05T12:00:00Z') }));
}

describe('what somebody took along from another recert', () => {
  it('is shown before it is taken over, with its proof, also by whoever holds nothing yet', async () => {
    const form = formOf(await bo.say('import', undefined, [aFile('recert-everything.zip', mine)]));

    expect(JSON.stringify(form)).toContain('1 certification and 1 record to import. Already there: 0 records.');
    expect(textOf(await bo.say('history'))).not.toContain('Zero trust');
    const card = cardOf(await bo.send(form));
    expect(JSON.stringify(card)).toContain('1 certification, 1 record and 1 file of proof imported');
    expect(textOf(await bo.say('pace'))).toContain('1.25 of');
    expect(textOf(await bo.say('show zero trust'))).toContain('proof.pdf');

    const again = formOf(await bo.say('import', undefined, [aFile('recert-everything.zip', mine)]));
    expect(JSON.stringify(again)).toContain('0 certifications and 0 records to import. Already there: 1 record.');
  });

  it('proves nothing, though it is a file of theirs', async () => {
    const form = formOf(await bo.say('import', undefined, [aFile('recert-everything.zip', mine)]));
    cardOf(await bo.send(form));
    const { file = '' } = JSON.parse(form.state ?? '{}');
    const attach = formOf(await bo.say('attach last'));
    const refused = formOf(await bo.send(attach, { proof: [file], proofForm: 'certificate' }));

    expect(Object.keys(refused.errors ?? {})).toContain('proof');
  });

  it.each([
    [
      'another archive',
      async () => buffer(packOf([], { contentHash: 'a'.repeat(64), key, at: new Date(0) })),
      'isn’t a spreadsheet',
    ],
    ['half an archive', async () => mine.subarray(0, mine.length / 2), 'isn’t a spreadsheet'],
    [
      'something else in its place',
      () => archive({ format: 'recert export 1', records: 7 }),
      'recert.json isn’t valid',
    ],
    [
      'a certification nobody knows',
      () =>
        archive({
          format: 'recert export 1',
          records: [],
          certifications: [{ certification: 'abc', number: '', periods: {}, cycles: [] }],
        }),
      '“abc” isn’t in the catalogue here',
    ],
  ])('is refused beside the field where it is %s', async (_name, make, problem) => {
    const first = formOf(await bo.say('import'));
    const form = formOf(await bo.send(first, { table: [] }, undefined, [zip(await make())]));

    expect(form.errors?.table).toContain(problem);
  });

  it('is taken afterwards where it is much, and told', async () => {
    const day = (n: number) => `2026-0${1 + (n % 2)}-${String(1 + (n % 28)).padStart(2, '0')}`;
    const records = Array.from({ length: 501 }, (_unused, n) => ({
      ...{ title: `Record ${n}`, provider: '', kind: 'webinar', delivery: '', starts: day(n), ends: day(n) },
      ...{ description: '', claims: [], proofs: [], portal: [] },
    }));
    const bytes = await archive({ format: 'recert export 1', certifications: [], records });
    const form = formOf(await bo.say('import', undefined, [aFile('all.zip', bytes)]));
    cardOf(await bo.send(form));
    await bo.core.idle();

    expect(JSON.stringify(shelf.cards.at(-1))).toContain('0 certifications, 501 records and 0 files of proof imported');
    expect(textOf(await bo.say('history'))).toContain('501');
  });
});
