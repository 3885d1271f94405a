import Papa from 'papaparse';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import { plainTextOf } from '../../../src/chat/text.ts';
import { day } from '../../../src/domain/calendar.ts';
import { NoBrowser } from '../../../src/printer/browser.ts';
import { auditedTeam, printed } from '../../support/audited-team.ts';
import {
  addCertification,
  cardOf,
  formOf,
  itemsIn,
  logCredits,
  type Talk,
  talk,
  textOf,
} from '../../support/conversation.ts';
import { Shelf } from '../../support/file-shelf.ts';
import { workspaceOf } from '../../support/records.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
/** What the portal of ISC2 asks for first, in its order. */
const FIELDS = ['Start Date', 'End Date', 'CPE Type', 'Title', 'Provider', 'Credits'];
let shelf: Shelf;
let ana: Talk;

beforeEach(async () => {
  shelf = new Shelf();
  ana = talk({ store: world.store, today: '2026-03-05', adapters: [shelf.adapter], print: printed });
  await addCertification(ana, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
  await addCertification(ana, 'ccsp', { start: '2025-06-01', end: '2028-05-31' });
  await logCredits(ana, '2026-03-02', { cissp: '1.25', ccsp: '1.25' }, { title: 'Zero trust', provider: 'SANS' });
  await logCredits(ana, '2026-03-03', { cissp: '1' }, { title: '=cmd|calc', provider: 'SANS' });
});

const sheet = async (line = 'sheet isc2'): Promise<Card> => cardOf(await ana.say(line));

/** The entries as the sheet lists them: title and detail. */
function listed(card: Card): readonly string[] {
  return itemsIn(card).map(({ title, detail = '' }) => `${plainTextOf(title)} ${plainTextOf(detail)}`);
}

const facts = ({ blocks }: Card) =>
  Object.fromEntries(
    blocks.flatMap((block) => (block.kind === 'facts' ? block.facts.map(({ label, value }) => [label, value]) : [])),
  );

const pressed = async (card: Card, label: string) => {
  const first = itemsIn(card).find(({ action }) => action !== undefined);
  if (first?.action === undefined) throw new Error('There is no entry.');
  return cardOf(await ana.press({ title: '', blocks: [], actions: [first.action] }, label));
};

describe('an entry sheet', () => {
  it('says what to type, in the order, the days and the steps of the portal', async () => {
    const card = await sheet();
    const entry = await pressed(card, 'Show');

    expect(listed(card)[0]).toMatch(/Zero trust.*CCSP, CISSP 1\.25 CPE/u);
    expect(Object.keys(facts(entry))).toEqual([...FIELDS, 'Group']);
    expect(facts(entry)).toMatchObject({
      'Start Date': 'Mar 02, 2026',
      Title: 'Zero trust',
      Provider: 'SANS',
      Credits: '1.25',
    });
  });

  it('is found by the body, by one of its certifications, and alone by nothing', async () => {
    for (const line of ['sheet', 'sheet ISC2', 'sheet ccsp'])
      expect((await sheet(line)).title).toBe('Entry sheet: ISC2 · 2 entries to submit');
    expect(textOf(await ana.say('sheet pmi'))).toContain('Use one of: ISC2');
  });

  it('comes as a table without formulas and as a page, the same bytes for the same sheet', async () => {
    const files = async () => {
      cardOf(await ana.press(await sheet(), 'Get PDF and CSV'));
      await ana.core.idle();
      return [shelf.last('.csv').bytes, shelf.last('.pdf').bytes].map((bytes) => Buffer.from(bytes).toString('utf8'));
    };
    const [csv = '', html = ''] = await files();
    const rows = Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/u, ''), {
      header: true,
      skipEmptyLines: true,
    });

    expect(rows.meta.fields?.slice(0, 6)).toEqual(FIELDS);
    expect(rows.data).toMatchObject([
      { Title: 'Zero trust', Credits: '1.25', Status: 'not submitted' },
      { Title: "'=cmd|calc", Credits: '1' },
    ]);
    expect(html).toContain('Mar 02, 2026');
    expect(await files()).toEqual([csv, html]);
  });

  it.each([
    ['nothing prints', undefined, 'no browser was found to create it'],
    ['no browser is found', () => Promise.reject(new NoBrowser('none')), 'no browser was found to create it'],
    ['printing fails', () => Promise.reject(new Error('of something else')), 'because of an internal error'],
  ])('comes as a table alone where %s, and says so', async (_name, print, words) => {
    const { print: _printed, ...options } = ana.options as Parameters<typeof talk>[0];
    const there = talk({ ...options, ...(print && { print }) });
    cardOf(await there.press(await sheet(), 'Get PDF and CSV'));
    await there.core.idle();

    expect(shelf.files.map(({ name }) => name)).toEqual(['recert-sheet-isc2-2026-03-05.csv']);
    expect(JSON.stringify(shelf.cards.at(-1))).toContain(words);
  });

  it('has what is alike in a month in one entry where that is asked for', async () => {
    await logCredits(ana, '2026-03-04', { cissp: '0.5' }, { title: 'More', provider: 'sans' });
    const card = cardOf(await ana.press(await sheet(), 'Group by month'));
    const entries = listed(card);

    expect(entries).toHaveLength(2);
    expect(entries[1]).toMatch(/SANS, 2026-03 \(2\).*CISSP 1\.5 CPE/u);
  });
});

describe('a tick', () => {
  it('is submitted with a button, then accepted with a day and a reference, and taken back', async () => {
    const submitted = cardOf(await ana.press(await pressed(await sheet(), 'Show'), 'Submitted'));
    expect(textOf({ kind: 'card', to: 'sender', card: submitted })).toContain('1 entry to submit');

    const done = itemsIn(submitted).at(-1);
    const show = done?.action ? { title: '', blocks: [], actions: [done.action] } : submitted;
    const entry = cardOf(await ana.press(show, 'Show'));
    const form = formOf(await ana.press(entry, 'Accepted or rejected'));
    const refused = formOf(await ana.send(form, { on: '2026-03-01' }));
    expect(refused.errors).toMatchObject({ on: expect.stringContaining('The date is before the activity ended') });
    const accepted = cardOf(await ana.send(form, { on: '2026-03-04', reference: 'A-17' }));
    expect(JSON.stringify(accepted)).toContain('accepted on 4 Mar 2026, A-17');

    const back = cardOf(await ana.press(cardOf(await ana.press(show, 'Show')), 'Not submitted'));
    expect(JSON.stringify(back)).toContain('2 entries to submit');
  });

  it('is of today or a day before', async () => {
    const form = formOf(await ana.press(await pressed(await sheet(), 'Show'), 'Accepted or rejected'));

    expect(formOf(await ana.send(form, { on: '2026-03-06' })).errors).toMatchObject({
      on: 'The date is in the future. Enter today or an earlier date.',
    });
  });

  it('for one certification leaves open what claims for another too', async () => {
    const workspaceId = await workspaceOf(ana, world.store);
    await world.store.inWorkspace(workspaceId, async ({ audit, people, holdings, records, portalEntries: portals }) => {
      const now = new Date('2026-03-05T12:00:00Z');
      audit.actAs('operator', now);
      const [{ personId = '' } = {}] = await people.all();
      const ownHoldings = await holdings.of(personId);
      const [first] = await records.all(personId);
      for (const code of ['ccsp']) {
        const holdingId = ownHoldings.find(({ holding }) => holding.certification === code)?.holding.holdingId ?? '';
        const about = { activityId: first?.activityId ?? '', holdingId, onDay: day('2026-03-05'), reference: '' };
        await portals.note([{ ...about, state: 'submitted' }]);
      }
    });

    expect(JSON.stringify(await sheet())).toContain('2 entries to submit');
  });

  it.each([0, 1])('of one amount leaves open what gets another: %i', async (at) => {
    await logCredits(ana, '2026-03-01', { cissp: '1', ccsp: '2' }, { title: 'Unlike' });
    const items = itemsIn(await sheet());
    const own = items.filter(({ title }) => JSON.stringify(title).includes('Unlike'));
    const chosen = { title: '', blocks: [], actions: own.flatMap(({ action }) => action ?? []).slice(at, at + 1) };
    const after = cardOf(await ana.press(cardOf(await ana.press(chosen, 'Show')), 'Submitted'));
    const amounts = own.map(({ detail }) => /(?:CISSP|CCSP) [12] CPE/u.exec(plainTextOf(detail ?? ''))?.[0]);

    expect(amounts.sort()).toEqual(['CCSP 2 CPE', 'CISSP 1 CPE']);
    const [open = '', done = ''] = listed(after).filter((line) => line.includes('Unlike'));
    expect(open).toContain(/(?:CISSP|CCSP) [12] CPE/u.exec(String(own[1 - at]?.detail))?.[0]);
    expect(done).toContain(/(?:CISSP|CCSP) [12] CPE/u.exec(String(own[at]?.detail))?.[0]);
    expect(done).toContain('submitted on 5 Mar 2026');
  });

  it('keeps what was rejected among what is to be entered', async () => {
    const form = formOf(await ana.press(await pressed(await sheet(), 'Show'), 'Accepted or rejected'));
    const card = cardOf(await ana.send(form, { state: 'rejected' }));

    expect(JSON.stringify(card)).toContain('2 entries to submit');
    expect(listed(card)[0]).toContain('rejected on 5 Mar 2026');
  });

  it('takes all that was seen, and nothing that was not', async () => {
    const seen = await sheet();
    await logCredits(ana, '2026-03-04', { cissp: '2' }, { title: 'Later' });

    expect(textOf(await ana.press(seen, 'Mark all 2 as submitted'))).toContain('The sheet has changed');
    expect(JSON.stringify(await ana.press(await sheet(), 'Mark all 3 as submitted'))).toContain(
      'All entries submitted',
    );
    expect(JSON.stringify(await sheet())).toContain('submitted on 5 Mar 2026');
  });

  it('is in the report of its day', async () => {
    cardOf(await ana.press(await sheet(), 'Mark all 2 as submitted'));
    cardOf(await ana.say('report mine'));
    await ana.core.idle();

    expect(Buffer.from(shelf.last('.csv').bytes).toString('utf8')).toContain('submitted in the portal, 5 Mar 2026');
  });
});

describe('the sheets of a team', () => {
  it('say for who leads it who has entered what, and each of them can see that', async () => {
    const team = await auditedTeam(world.store);
    const bo = team.on('2026-03-02', 'bo');
    for (const title of ['One', 'Two']) await logCredits(bo, '2026-03-02', { cissp: '1.5' }, { title });
    const shown = cardOf(await bo.say('sheet isc2'));
    const [item] = itemsIn(shown);
    const show = item?.action ? { title: '', blocks: [], actions: [item.action] } : shown;
    cardOf(await bo.press(cardOf(await bo.press(show, 'Show')), 'Submitted'));

    const card = cardOf(await team.on('2026-03-05', 'ana').say('sheet team Security'));

    expect(JSON.stringify(card)).toContain('bo · ISC2');
    expect(JSON.stringify(card)).toContain('1 not submitted (1.5 credits) · 1 submitted","last updated 2 Mar 2026');
    expect(JSON.stringify(await team.on('2026-03-05', 'bo').say('looks'))).toContain('ana');
    expect(textOf(await team.on('2026-03-05', 'eve').say('sheet team Security'))).not.toContain('bo');
  });
});
