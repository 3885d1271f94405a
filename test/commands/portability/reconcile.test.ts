import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import type { Answers, Form } from '../../../src/chat/form.ts';
import type { IncomingFile } from '../../../src/chat/incoming-file.ts';
import { ISACA, ISC2, PMI, type TranscriptCase } from '../../sheets/transcripts.ts';
import { cardOf, formOf, logCredits, type Talk, talkWith, textOf } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
const TODAY = '2026-11-30';

const CATEGORIES: Readonly<Record<string, string>> = {
  'Ways of Working': 'ways-of-working',
  'Power Skills': 'power-skills',
  'Business Acumen': 'business-acumen',
  'Other Giving Back': 'other-giving-back',
};

/** A member with the records of a case. */
async function memberOf({ here }: TranscriptCase, ...codes: readonly string[]): Promise<Talk> {
  const person = await talkWith({ store: world.store, today: TODAY }, ...codes);
  for (const { title, from, to, claims } of here) {
    const credits: Record<string, string> = {};
    const categories: Record<string, string> = {};
    for (const [code, claim] of Object.entries(claims)) {
      const [, amount = '', category = ''] = /^(\S+) ?(.*)$/u.exec(claim) ?? [];
      credits[code] = amount;
      const known = CATEGORIES[category];
      if (known !== undefined) categories[`category.${code}`] = known;
    }
    const more = { title, ...categories, ...(to === from ? {} : { end: to }) };
    expect((await logCredits(person, from, credits, more)).kind).toBe('card');
  }
  return person;
}

/** Pastes a transcript into the form. */
async function paste(person: Talk, transcript: string, more: Answers = {}): Promise<Card> {
  return cardOf(await person.send(formOf(await person.say('reconcile')), { transcript, ...more }));
}

async function refused(person: Talk, answers: Answers, files: readonly IncomingFile[] = []): Promise<Form['errors']> {
  const form = formOf(await person.say('reconcile'));
  return formOf(await person.send(form, answers, undefined, files)).errors;
}

const plain = (text: unknown): string =>
  (Array.isArray(text) ? text : [text]).map((one) => (typeof one === 'string' ? one : one.bold)).join('');

/** The lists of a card on all its pages: what stands under each heading. */
async function listsOf(person: Talk, card: Card): Promise<Record<string, readonly string[]>> {
  const items: { readonly heading: string; readonly text: string }[] = [];
  let page: Card | undefined = card;
  while (page !== undefined) {
    let heading = '';
    for (const block of page.blocks) {
      if (block.kind === 'heading') heading = block.text;
      if (block.kind === 'item') items.push({ heading, text: `${plain(block.title)} | ${plain(block.detail)}` });
    }
    const hasNext: boolean = page.actions?.some(({ label }) => label === 'Older') === true;
    page = hasNext ? cardOf(await person.press(page, 'Older')) : undefined;
  }
  const lists = Object.groupBy(items, ({ heading }) => heading);
  return Object.fromEntries(Object.entries(lists).map(([name, some = []]) => [name, some.map(({ text }) => text)]));
}

const textsOf = ({ blocks }: Card) => blocks.flatMap((block) => (block.kind === 'text' ? [plain(block.text)] : []));

describe('a transcript of ISC2', () => {
  it('is compared as an expert would, and nothing is changed by it', async () => {
    const person = await memberOf(ISC2, 'cissp', 'ccsp');
    const history = textOf(await person.say('history'));

    const card = await paste(person, ISC2.paste);
    const lists = await listsOf(person, card);

    expect(textsOf(card)).toEqual([
      '1 to decide, 1 different, 1 only in the portal, 1 only here',
      '2 equal records, 2 not yet marked as in the portal',
    ]);
    expect(lists).toEqual({
      'The same activity?': ['Identity at the edge | Here: 1 Oct 2026\nPortal: 2 Oct 2026 · submitted'],
      Different: ['Leading through incidents | Here: CISSP 6 CPE (Group A)\nPortal: CISSP 5 CPE (Group B) · submitted'],
      'Only in the portal': [
        'Member webcast: board talk | 12 Mar 2026 · CISSP 1 CPE (Group A) · CCSP 1 CPE (Group A) · accepted · line 6',
      ],
      'Only here': ['Red team debrief | 12 Nov 2026 · CISSP 2 CPE (Group A)'],
      'Not counted by the body': ['Lunch meeting | C-100149 · 11 Mar 2026 · denied · line 7'],
    });
    expect(textOf(await person.say('history'))).toBe(history);
  });

  it('pasted twice is the same, also after all was marked', async () => {
    const person = await memberOf(ISC2, 'cissp', 'ccsp');
    const once = await paste(person, ISC2.paste);

    expect(await paste(person, ISC2.paste)).toEqual(once);

    const marked = cardOf(await person.press(once, 'Mark 2 as in the portal'));
    const again = await paste(person, ISC2.paste);
    expect(textsOf(marked)[0]).toBe('4 portal statuses saved.');
    expect(textsOf(again)).toContain('2 equal records, marked as in the portal');
    expect(await listsOf(person, again)).toEqual(await listsOf(person, once));
    expect(textOf(await person.say('sheet isc2'))).toContain('accepted on 30 Nov 2026, C-100231');
  });

  it('asks about near matches and remembers the answer', async () => {
    const person = await memberOf(ISC2, 'cissp', 'ccsp');
    const card = await paste(person, ISC2.paste);

    const same = cardOf(await person.press(card, 'The same'));
    const other = await memberOf(ISC2, 'cissp', 'ccsp');
    const distinct = cardOf(await other.press(await paste(other, ISC2.paste), 'Different activities'));

    expect((await listsOf(person, same)).Different?.[0]).toContain('Identity at the edge');
    expect((await listsOf(person, await paste(person, ISC2.paste)))['The same activity?']).toBeUndefined();
    expect(textsOf(distinct)[0]).toBe('1 different, 2 only in the portal, 2 only here');
  });

  it('opens the log form filled in, and its record can be marked as accepted', async () => {
    const person = await memberOf(ISC2, 'cissp', 'ccsp');
    const form = formOf(await person.press(await paste(person, ISC2.paste), 'Log it'));

    expect(form.answers).toMatchObject({
      title: 'Member webcast: board talk',
      kind: 'webinar',
      start: '2026-03-12',
      counts: ['cissp', 'ccsp'],
      'credits.cissp': '1',
      'category.cissp': 'group-a',
      'credits.ccsp': '1',
    });
    const logged = cardOf(await person.send(form, { duration: '60m' }));
    const marked = cardOf(await person.press(logged, 'Mark as accepted'));

    expect(textsOf(marked).slice(0, 2)).toEqual(['2 portal statuses saved.', '1 to decide, 1 different, 1 only here']);
  });

  it('opens the edit form with what the portal says, and its state is marked after it', async () => {
    const person = await memberOf(ISC2, 'cissp', 'ccsp');
    const form = formOf(await person.press(await paste(person, ISC2.paste), 'Correct mine'));

    expect(form.answers).toMatchObject({ 'credits.cissp': '5', 'category.cissp': 'group-b', counts: ['cissp'] });
    const saved = cardOf(await person.send(form));
    const marked = cardOf(await person.press(saved, 'Mark as submitted'));

    expect(textsOf(marked)[0]).toBe('1 portal status saved.');
    expect((await listsOf(person, marked)).Different).toBeUndefined();
  });

  it('marks a record that is only here as submitted once', async () => {
    const person = await memberOf(ISC2, 'cissp', 'ccsp');
    const card = await paste(person, ISC2.paste);
    const items = card.blocks.filter((block) => block.kind === 'item');
    const debrief = items.find(({ title }) => plain(title) === 'Red team debrief');
    if (debrief === undefined) throw new Error('The record is not listed.');

    const first = cardOf(await person.press({ ...card, blocks: [debrief], actions: [] }, 'Mark as submitted'));
    const second = cardOf(await person.press({ ...card, blocks: [debrief], actions: [] }, 'Mark as submitted'));

    expect(textsOf(first)[0]).toBe('1 portal status saved.');
    expect(textsOf(second)[0]).toBe('No portal status has changed.');
    expect((await listsOf(person, second))['Only here']?.[0]).toContain('Here: Submitted');
  });

  it('marking can be undone', async () => {
    const person = await memberOf(ISC2, 'cissp', 'ccsp');
    await person.press(await paste(person, ISC2.paste), 'Mark 2 as in the portal', 'once');

    const undo = cardOf(await person.say('undo'));
    await person.press(undo, 'Undo');

    expect(textsOf(cardOf(await person.say('reconcile show')))).toContain(
      '2 equal records, 2 not yet marked as in the portal',
    );
  });
});

describe('a transcript of ISACA', () => {
  it('says which hours have to be applied first, and marks nothing of them', async () => {
    const person = await memberOf(ISACA, 'cisa', 'cism');
    const card = await paste(person, ISACA.paste);

    expect(await listsOf(person, card)).toEqual({
      Different: [
        'Auditing machine learning | Here: nothing for CISM\nPortal: CISM 2 CPE hours · not applied yet: apply it in the portal first, until then it isn’t submitted',
      ],
      'Only in the portal': ['Journal quiz 3 | 20 Aug 2026 · CISA 1 CPE hour · CISM 1 CPE hour · accepted · line 5'],
      'Only here': ['Sampling refresher | 16 Nov 2026 · CISA 1 CPE hour'],
    });
    expect(textsOf(card)[1]).toBe('2 equal records, 2 not yet marked as in the portal');
    expect(formOf(await person.press(card, 'Correct mine')).answers).toMatchObject({
      counts: ['cisa', 'cism'],
      'credits.cisa': '2',
      'credits.cism': '2',
    });
  });
});

describe('a transcript of PMI', () => {
  it('is compared by its areas, on the day of completion', async () => {
    const person = await memberOf(PMI, 'pmp');
    const card = await paste(person, PMI.paste);

    expect(await listsOf(person, card)).toEqual({
      Different: [
        'Agile delivery | Here: PMP 20 PDUs (Ways of Working)\nPortal: PMP 20 PDUs (18 Ways of Working, 1 Power Skills, 1 Business Acumen) · accepted · the total is equal',
      ],
      'Only in the portal': [
        'Chapter dinner: leading quietly | 22 Oct 2026 · PMP 1 PDU (Power Skills) · accepted · line 4',
      ],
      'Only here': [
        'Finance for project people | 9 Oct 2026 · PMP 3 PDUs (Business Acumen) · the entry in the portal was cancelled: you can submit it again',
      ],
      'Not counted by the body': ['Finance for project people | 7800900 · 9 Oct 2026 · cancelled · line 6'],
    });
    expect(textsOf(card)[1]).toBe('2 equal records, 2 not yet marked as in the portal');
    const form = formOf(await person.press(card, 'Correct mine'));
    expect(form.answers).toMatchObject({
      start: '2026-02-10',
      end: '2026-02-12',
      'credits.pmp': '20',
      'category.pmp': 'ways-of-working',
      'credits.pmp.power-skills': '1',
      'credits.pmp.business-acumen': '1',
    });
    expect(textsOf(cardOf(await person.press(cardOf(await person.send(form)), 'Back to the comparison')))[0]).toBe(
      '1 only in the portal, 1 only here',
    );
  });

  it('asks for which certification it is where a member has several', async () => {
    const person = await talkWith({ store: world.store, today: TODAY }, 'pmp', 'pmi-acp');

    expect(await refused(person, { transcript: PMI.paste })).toEqual({
      certification: 'The transcript doesn’t say which certification it is for. Select PMI-ACP or PMP.',
    });
    const card = await paste(person, PMI.paste, { certification: 'pmi-acp' });
    expect((await listsOf(person, card))['Only in the portal']?.[0]).toContain('PMI-ACP 20 PDUs');
  });
});

describe('a transcript of CompTIA', () => {
  const HEADER = 'Activity\tType\tCompletion date\tCEUs submitted\tCEUs applied\tCertification\tStatus';

  it('joins the lines of one activity and says what a limit cut', async () => {
    const person = await talkWith({ store: world.store, today: TODAY }, 'security-plus', 'cysa-plus');
    await logCredits(person, '2026-09-14', { 'security-plus': '10', 'cysa-plus': '10' }, { title: 'Cloud forensics' });
    const transcript = [
      HEADER,
      'Cloud forensics\tWebinar\t09/14/2026\t10.00\t10.00\tCySA+\tApproved',
      'Cloud forensics\tWebinar\t09/14/2026\t10.00\t10.00\tSecurity+\tPending review',
      'Packet analysis\tCourse\t10/01/2026\t4.00\t1.00\tSecurity+\tApproved',
      'Old webinar\tWebinar\t01/02/2026\t1.00\t0.00\tNetwork+\tApproved',
    ].join('\n');

    const card = await paste(person, transcript);
    const lists = await listsOf(person, card);

    expect(textsOf(card)[1]).toBe('1 equal record, 1 not yet marked as in the portal');
    expect(lists['Only in the portal']).toEqual([
      'Packet analysis | 1 Oct 2026 · Security+ 4 CEUs · accepted · the body counted only 1 CEU: a limit was reached · line 4',
      'Old webinar | 2 Jan 2026 · not among your certifications: Network+ · line 5',
    ]);
  });
});

describe('what is sent as a transcript', () => {
  const UNKNOWN =
    'No transcript of ISC2, ISACA, PMI or CompTIA was found. Copy the whole table with its headings from the portal, and paste it again.';
  const cissp = () => talkWith({ store: world.store, today: TODAY }, 'cissp');
  const file = (name: string, text: string): IncomingFile => ({
    name,
    field: 'file',
    read: async () => new TextEncoder().encode(text),
  });

  it.each([
    ['nothing', '', 'Paste the transcript, or select a file.'],
    ['a sentence', 'hello there', UNKNOWN],
    ['control characters', '\u0000\u0001\u0002\t\u0003', 'Paste the transcript, or select a file.'],
    [
      'headings alone',
      ISC2.paste.split('\n')[0] ?? '',
      'The headings of ISC2 were found, but no lines below them. Copy the whole table.',
    ],
    [
      'the transcript of a body without a certification',
      ISACA.paste,
      'This is a transcript of ISACA, but CISSP is from ISC2. Select another certification, or paste the transcript of ISC2.',
    ],
  ])('that is %s is refused with what to do', async (_what, transcript, problem) => {
    expect(await refused(await cissp(), { transcript })).toEqual({ transcript: problem });
  });

  it('that is of another body than was chosen is refused', async () => {
    const person = await talkWith({ store: world.store, today: TODAY }, 'cissp', 'pmp');

    expect((await refused(person, { transcript: ISACA.paste }))?.transcript).toContain(
      'you have no certification of ISACA',
    );
    expect((await refused(person, { transcript: ISC2.paste, certification: 'pmp' }))?.transcript).toContain(
      'This is a transcript of ISC2, but PMP is from PMI.',
    );
  });

  it('that has 10,000 lines is refused with the maximum', async () => {
    const [header = '', line = ''] = ISC2.paste.split('\n');
    const long = [header, ...Array.from({ length: 10_000 }, () => line)].join('\n');

    expect((await refused(await cissp(), {}, [file('long.csv', long)]))?.file).toContain('the maximum is 1000');
    expect((await refused(await cissp(), { transcript: long }))?.transcript).toContain('15');
  });

  it('may be a CSV file or pasted CSV, and a file without a table is refused', async () => {
    const csv = ISC2.paste
      .split('\n')
      .map((line) =>
        line
          .split('\t')
          .map((cell) => (cell.includes(',') ? `"${cell}"` : cell))
          .join(','),
      )
      .join('\n');
    const person = await memberOf(ISC2, 'cissp', 'ccsp');
    const pasted = await paste(person, ISC2.paste);

    const form = formOf(await person.say('reconcile'));
    const fromFile = cardOf(await person.send(form, {}, undefined, [file('cpe.csv', csv)]));

    expect(await listsOf(person, fromFile)).toEqual(await listsOf(person, pasted));
    expect(await listsOf(person, await paste(person, csv))).toEqual(await listsOf(person, pasted));
    expect((await refused(person, {}, [file('a.csv', 'Name,Age\nAnna,7')]))?.file).toBe(UNKNOWN);
  });

  it('shows many lines in pages, and lines that can’t be read with their numbers', async () => {
    const [header = ''] = ISC2.paste.split('\n');
    const lines = Array.from(
      { length: 40 },
      (_, index) => `C-${index}\tTalk ${index * 1111}\tWebinar\tA\t01/02/2026\t01/02/2026\t1.00\tCISSP\tApproved`,
    );
    const person = await cissp();
    const card = await paste(
      person,
      [header, ...lines, 'C-x\tLost\tWebinar\tA\tsoon\tsoon\t1\tCISSP\tApproved'].join('\n'),
    );
    const lists = await listsOf(person, card);

    expect(card.blocks.filter(({ kind }) => kind === 'item')).toHaveLength(6);
    expect(lists['Only in the portal']).toHaveLength(40);
    expect(lists['Lines that couldn’t be read']).toEqual([
      'C-x · Lost · Webinar · A · soon · soon · 1 · CISSP · Approved | line 42 · no clear date',
    ]);
  });

  it('can be typed behind the command', async () => {
    const person = await memberOf(ISC2, 'cissp', 'ccsp');

    expect(await listsOf(person, cardOf(await person.say(`reconcile ${ISC2.paste}`)))).toEqual(
      await listsOf(person, await paste(person, ISC2.paste)),
    );
  });

  it('needs a certification of such a body', async () => {
    const person = await talkWith({ store: world.store, today: TODAY }, 'ceh');

    expect(textOf(await person.say('reconcile'))).toContain(
      'Transcripts of ISC2, ISACA, PMI, or CompTIA can be compared',
    );
    expect(textOf(await person.say('reconcile show'))).toContain('can be compared');
  });

  it('is asked for again when none is stored', async () => {
    expect(textOf(await (await cissp()).say('reconcile show'))).toContain('This transcript is no longer stored.');
  });
});
