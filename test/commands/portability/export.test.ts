import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import type { DeliveryResult } from '../../../src/chat/outgoing-file.ts';
import { runHousekeeping } from '../../../src/jobs/housekeeping.ts';
import {
  addCertification,
  cardOf,
  logCredits,
  newcomer,
  silent,
  type Talk,
  talk,
  talkWith,
  textOf,
  undoLast,
} from '../../support/conversation.ts';
import { carrier } from '../../support/files.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

/** Ana with a record, on a platform that does with files as told. */
async function ana(deliver?: () => DeliveryResult) {
  const platform = carrier(deliver);
  const person = await talkWith({ store: world.store, adapters: [platform.adapter] }, 'cissp');
  await logCredits(person, '2026-02-01', { cissp: '1.5' }, { title: 'Zero trust', provider: 'SANS' });
  return { person, ...platform };
}

async function waiting({ options }: Talk): Promise<number> {
  const workspaceId = await world.store.directory.workspaceOf('slack', options.tenant, new Date());
  return world.store.inWorkspace(workspaceId, async ({ people, files }) => {
    const [somebody] = await people.all();
    const claimed = await Promise.all(ids.map((id) => files.get(somebody?.personId ?? '', id, new Date('2026-11-23'))));
    return claimed.filter((file) => file !== undefined).length;
  });
}
let ids: readonly string[] = [];

describe('the export', () => {
  it('brings all of one’s own records, a row for each part, to oneself alone', async () => {
    const { person, files } = await ana();
    await addCertification(person, 'cism');
    await logCredits(person, '2026-03-01', { cissp: '1', cism: '2.25' }, { title: 'Cloud', note: 'In the safe' });
    await undoLast(person);
    const ben = await talkWith({ ...person.options, user: 'ben' }, 'cissp');
    await logCredits(ben, '2026-01-01', { cissp: '1' }, { title: 'Of Ben' });

    const reply = await person.say('export');
    await person.core.idle();

    expect(reply).toMatchObject({ kind: 'card', to: 'sender' });
    expect(textOf(reply)).toContain('3 rows');
    const [{ to, file, card } = files[0] as (typeof files)[number]] = files;
    expect(to).toMatchObject({ platform: 'slack', address: 'ana' });
    expect([file.name, file.type, card.title]).toEqual([
      'recert-records-2026-11-23.csv',
      'text/csv; charset=utf-8',
      'Your records, 3 rows',
    ]);
    expect([...file.bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const { data } = Papa.parse<Record<string, string>>(text(file.bytes).slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data.map((row) => [row.Title, row.Provider, row.Certification, row.Credits, row.Start])).toEqual([
      ['Zero trust', 'SANS', 'CISSP', '1.5', '2026-02-01'],
      ['Cloud', '', 'CISM', '2.25', '2026-03-01'],
      ['Cloud', '', 'CISSP', '1', '2026-03-01'],
    ]);
    expect(data.map((row) => [row['Logged at'], row['Deleted at']])).toEqual([
      ['2026-11-23T12:00:00Z', ''],
      ['2026-11-23T12:00:00Z', '2026-11-23T12:00:00Z'],
      ['2026-11-23T12:00:00Z', '2026-11-23T12:00:00Z'],
    ]);
    expect(data[1]?.['Proof note']).toBe('In the safe');
    expect(data[0]?.ID).toMatch(/^[\da-f-]{36}$/);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x","a")'])(
    'lets no spreadsheet take %j for a formula',
    async (title) => {
      const { person, files } = await ana();
      await logCredits(person, '2026-03-01', { cissp: '1' }, { title, note: `a,"b"\n${title}` });

      await person.say('export');
      await person.core.idle();

      const { data } = Papa.parse<string[]>(text(files[0]?.file.bytes ?? new Uint8Array()).slice(1));
      expect(data[2]?.[1]).toBe(`'${title}`);
      expect(data.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    },
  );

  it('comes once, however often the same act arrives', async () => {
    const { person, files } = await ana();

    const replies = await Promise.all(['k', 'k', 'k'].map((key) => person.say('export', key)));
    await person.core.idle();

    expect(files.length).toBe(1);
    expect(new Set(replies.map((reply) => cardOf(reply).title)).size).toBe(1);
  });

  it('is deleted when the platform has it, and kept while its reader must say yes', async () => {
    for (const [outcome, left] of [
      [{ kind: 'sent', message: 'F1' }, 0],
      [{ kind: 'waiting', message: '1', for: 'consent' }, 1],
      [{ kind: 'waiting', message: '1', for: 'link' }, 1],
    ] as const) {
      const { person, files } = await ana(() => outcome);
      await person.say('export');
      await person.core.idle();
      ids = files.map(({ file }) => file.id);
      expect([outcome, await waiting(person)]).toEqual([outcome, left]);
    }
  });

  it('that did not arrive says so, and is brought by another try', async () => {
    const outcomes: DeliveryResult[] = [
      { kind: 'unknown', reason: '502' },
      { kind: 'refused', reason: 'missing_scope' },
      { kind: 'sent', message: 'F1' },
    ];
    const { person, files, told: notified } = await ana(() => outcomes.shift() as DeliveryResult);

    await person.say('export');
    await person.core.idle();
    await person.press(notified[0]?.card as never, 'Send again');
    await person.core.idle();
    await person.press(notified[1]?.card as never, 'Send again');
    await person.core.idle();

    expect(notified.map(({ card }) => card.title)).toEqual(['File not delivered', 'File not delivered']);
    expect(new Set(files.map(({ file }) => text(file.bytes))).size).toBe(1);
    expect(textOf(await person.press(notified[1]?.card as never, 'Send again'))).toContain('has been deleted');
  });

  it('of somebody else is not to be had', async () => {
    const { person, files } = await ana(() => ({ kind: 'waiting', message: '1', for: 'consent' }));
    await person.say('export');
    await person.core.idle();
    const id = files[0]?.file.id as string;
    const ben = newcomer(person, 'ben');

    expect(textOf(await ben.say(`export --file ${id}`))).toContain('has been deleted');
    expect(
      await ben.core.claimFile({ platform: 'slack', tenant: person.options.tenant, user: 'ben' }, id),
    ).toMatchObject({
      kind: 'gone',
    });
  });

  it('of nothing is nothing', async () => {
    const person = talk({ store: world.store });

    expect(textOf(await person.say('export'))).toContain('no records to export');
  });

  it('that nobody came for is deleted after a week, and a day after a link', async () => {
    const night = (today: string) =>
      runHousekeeping({
        store: world.store,
        catalogue: loadCatalogue(),
        clock: { now: () => new Date(`${today}T13:00:00Z`) },
        log: silent,
      });
    const requested = await ana(() => ({ kind: 'waiting', message: '1', for: 'consent' }));
    const linked = await ana(() => ({ kind: 'waiting', message: '1', for: 'link' }));
    for (const { person } of [requested, linked]) {
      await person.say('export');
      await person.core.idle();
    }
    const left = async () => {
      ids = [...requested.files, ...linked.files].map(({ file }) => file.id);
      return [await waiting(requested.person), await waiting(linked.person)];
    };

    expect(await left()).toEqual([1, 1]);
    await night('2026-11-24');
    expect(await left()).toEqual([1, 0]);
    await night('2026-11-30');
    expect(await left()).toEqual([0, 0]);
  });
});

describe('plans', () => {
  it('are marked as plans in one’s own export, beside what is done and what was deleted', async () => {
    const { person, files } = await ana();
    cardOf(await person.say('plan 8h Summit 10 December for cissp'));
    await logCredits(person, '2026-03-01', { cissp: '1' }, { title: 'Undone' });
    await undoLast(person);

    await person.say('export');
    await person.core.idle();

    const { data } = Papa.parse<Record<string, string>>(text(files[0]?.file.bytes ?? new Uint8Array()).slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data.map((row) => [row.Title, row.Status])).toEqual([
      ['Zero trust', 'Done'],
      ['Summit', 'Planned'],
      ['Undone', 'Deleted'],
    ]);
  });
});
