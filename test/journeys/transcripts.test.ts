import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/certificates/read-document.ts';
import type { IncomingFile } from '../../src/chat/incoming-file.ts';
import type { ReadDocument } from '../../src/domain/document-reading.ts';
import { pdfOf } from '../certificates/hostile-pdf.ts';
import { ISC2 } from '../sheets/transcripts.ts';
import { cardOf, formOf, logCredits, talkWith, textOf } from '../support/conversation.ts';
import { openStore } from '../support/store.ts';
import { openBothPlatforms } from './both-platforms.ts';

const platforms = openBothPlatforms();

const TRANSCRIPT = [
  'CPE ID\tActivity title\tType\tGroup\tStart date\tEnd date\tCredits\tCertifications\tStatus',
  'C-1\tIdentity at the edge\tWebinar\tA\t03/02/2026\t03/02/2026\t1.00\tCISSP\tApproved',
  'C-2\tMember webcast: board talk\tWebinar\tA\t03/12/2026\t03/12/2026\t1.00\tCISSP\tSubmitted',
].join('\n');

it('a pasted transcript is compared, one line is logged and another marked as accepted, at Slack and at Teams', async () => {
  const { slack, teams } = await platforms.start();

  for (const one of [slack, teams]) {
    await one.send(await one.send(await one.form('add cissp'), { expiry: '2027-12-31' }));
    await one.send(await one.form('log 1h Identity at the edge webinar on 2026-03-02 for cissp'), {
      title: 'Identity at the edge',
      'category.cissp': 'group-a',
    });
    const lists = await one.send(await one.form('reconcile'), { transcript: TRANSCRIPT });
    const marked = await one.press(lists, 'Mark 1 as in the portal');
    const again = await one.send(await one.form('reconcile'), { transcript: TRANSCRIPT });
    const form = one === slack ? await slack.press(again, 'Log it') : await teams.open(again, 'Log it');
    const logged = await one.send(form, { duration: '60m' });
    const back = await one.press(logged, 'Mark as submitted');

    expect(JSON.stringify(lists)).toContain('1 only in the portal');
    expect(JSON.stringify(lists)).toContain('1 equal record, 1 not yet marked as in the portal');
    expect(JSON.stringify(marked)).toContain('1 portal status saved.');
    expect(JSON.stringify(again)).toContain('1 equal record, marked as in the portal');
    expect(JSON.stringify(form)).toContain('Member webcast: board talk');
    expect(JSON.stringify(back)).toContain('No differences');
    expect(JSON.stringify(back)).toContain('2 equal records, marked as in the portal');
    const sheet = JSON.stringify(await one.say('sheet isc2'));
    expect(sheet).toMatch(/accepted on .{6,30}C-1/u);
    expect(sheet).toMatch(/submitted on .{6,30}C-2/u);
  }
}, 90_000);

describe('a transcript in a PDF', () => {
  const world = openStore();
  const read: ReadDocument = (document, timeoutMs) => readDocument({ ...document, readsPictures: false }, timeoutMs);
  const columns = [20, 75, 215, 275, 310, 365, 420, 455, 530];

  /** A PDF that prints a table. */
  function printed(text: string): IncomingFile {
    const shown = text.split('\n').flatMap((line, row) =>
      line.split('\t').map((cell, column) => {
        return `BT /F1 8 Tf ${columns[column]} ${780 - 22 * row} Td (${cell}) Tj ET`;
      }),
    );
    const bytes = pdfOf(Buffer.from(shown.join('\n'), 'latin1'));
    return { name: 'cpe.pdf', field: 'file', read: async () => bytes };
  }

  const member = () => talkWith({ store: world.store, today: '2026-11-30', readDocument: read }, 'cissp', 'ccsp');

  it('is compared like the pasted text', async () => {
    const person = await member();
    await logCredits(person, '2026-10-14', { cissp: '1', ccsp: '1' }, { title: 'Attack paths in hybrid clouds' });
    const form = formOf(await person.say('reconcile'));

    const pasted = cardOf(await person.send(form, { transcript: ISC2.paste }));
    const fromFile = cardOf(await person.send(form, {}, undefined, [printed(ISC2.paste)]));

    expect(fromFile).toEqual(pasted);
    expect(textOf({ kind: 'card', to: 'sender', card: fromFile })).toContain('1 equal record');
  });

  it('that has no transcript is refused with what to do', async () => {
    const person = await member();
    const form = formOf(await person.say('reconcile'));

    const { errors } = formOf(await person.send(form, {}, undefined, [printed('A letter\tof nothing much at all')]));

    expect(errors?.file).toContain('No transcript of ISC2, ISACA, PMI or CompTIA was found.');
  });
});
