import type { EntityManager } from '@mikro-orm/sql';
import { beforeAll, describe, expect, it } from 'vitest';
import { AUDIT_TABLES } from '../../migrations/index.ts';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { day } from '../../src/domain/calendar.ts';
import { runHousekeeping } from '../../src/jobs/housekeeping.ts';
import { type AuditAnchor, verifyLog } from '../../src/operator/audit.ts';
import { AuditReading } from '../../src/store/audit-reading.ts';
import { cardOf, formOf, logCredits, silent, type Talk, talkWith } from '../support/conversation.ts';
import { aFile, aPdf, verdictOn, workspaceOf } from '../support/records.ts';
import { openStore } from '../support/store.ts';
import { changeValue, Impossible, randomOf, tamper, watchedColumns } from './tampering.ts';

/** Each costs a walk over the whole log: a thousand of them are `npm run test:tampering`. */
const TAMPERINGS = Number(process.env.RECERT_TAMPERINGS ?? 100);
const AT_ONCE = Math.ceil(TAMPERINGS / 10);
/** How often another change of a column is tried where the database refuses one, or nothing is changed by it. */
const ATTEMPTS = 200;

/** Columns of which the database itself takes no other value: it counts the order of entry, and no update can. */
const UNCHANGEABLE: readonly string[] = ['activity.entry_order'];

const world = openStore();
let ana: Talk;
let workspaceId: string;

/** A workspace with something in every table: records with all sorts of proof, corrected, deleted, of somebody who erased herself. */
beforeAll(async () => {
  ana = await talkWith(world, 'cissp', 'cism');
  const webinar = { title: 'Zero trust', provider: 'SANS', kind: 'webinar', note: 'In my folder' };
  for (const month of ['01', '02', '03', '04'])
    await logCredits(
      ana,
      `2026-${month}-10`,
      { cissp: '1', cism: '1.5' },
      { ...webinar, link: `https://a.example/${month}` },
    );
  await logCredits(ana, '2026-01-10', { cissp: '2' }, { ...webinar, title: 'Zero trusts' });
  for (const name of ['one', 'two']) {
    const requested = cardOf(await ana.say('attach', undefined, [aFile(`${name}.pdf`, aPdf(name))]));
    await ana.send(formOf(await ana.press(requested, 'Attach proof')), {
      proofForm: 'certificate',
      shows: ['attendee', 'signature'],
    });
  }
  await ana.send(formOf(await ana.press(cardOf(await ana.say('show last')), 'Edit')), { description: 'Said more.' });
  await ana.say('delete zero trusts');
  const ben = await talkWith({ ...ana.options, user: 'ben' }, 'cissp');
  await logCredits(ben, '2026-05-10', { cissp: '3' });
  await ben.send(formOf(await ben.say('erase')), { word: 'ERASE' });
  workspaceId = await workspaceOf(ana, world.store);
  await world.store.inWorkspace(workspaceId, async (data) => {
    const [person] = await data.people.all();
    if (person === undefined) throw new Error('There is somebody.');
    data.audit.actAs(person.personId, new Date());
    await data.people.setRole(person.personId, 'admin');
    const [held] = await data.holdings.of(person.personId);
    const [cycle] = held?.cycles ?? [];
    if (held === undefined || cycle === undefined) throw new Error('There is a holding with a cycle.');
    const { cycleId, holdingId } = cycle;
    const marked = { category: 'group-a', credits: 100, marks: ['ethics'] };
    const statedFor = day('2025-12-31');
    await data.holdings.setOpening(holdingId, { cycleId, statedFor, parts: [marked], accepted: true }, new Date());
    await data.holdings.updateCycle(cycleId, { cured: { total: { on: day('2026-02-01'), what: 'Made up' } } });
    const split = [marked, { category: 'group-a', credits: 50 }, { category: 'group-b', credits: 25, marks: ['lab'] }];
    const claims = [{ holdingId, cycleId, overClaimReason: 'A long day', parts: split }];
    const about = { title: 'Ethics', provider: '', kind: 'course', delivery: '', description: '' } as const;
    const on = { starts: day('2026-07-10'), ends: day('2026-07-10') };
    await data.activities.add({ ...about, ...on, personId: person.personId, claims }, new Date());
    await data.customRules.save(
      { code: 'our-own', content: { name: 'A course of 10 days' } },
      person.personId,
      new Date(),
    );
  });
  // Last of all what leaves everything as it was: when that is cut off, only a head from elsewhere tells.
  await ana.press(cardOf(await ana.press(cardOf(await ana.say('show last')), 'Delete')), 'Restore');
});

async function headOfLog(): Promise<AuditAnchor> {
  const head = await world.store.readLog(workspaceId, (log) => log.head());
  return { seq: head?.seq ?? 0, hash: head?.hash ?? '' };
}

/** Tampers once, asks the log, and leaves no trace of it. Returns undefined if that is impossible. */
async function tampered(
  anchor: AuditAnchor,
  change: (em: EntityManager) => Promise<string>,
): Promise<{ what: string; found: boolean } | undefined> {
  const em = world.store.orm.em.fork();
  em.setFilterParams('workspace', { workspaceId });
  await em.begin();
  try {
    const what = await change(em);
    const verdict = await verifyLog(new AuditReading({ em, workspaceId }), [anchor]);
    return { what, found: verdict.kind === 'broken' };
  } catch (error) {
    if (error instanceof Impossible || isRefused(error)) return undefined;
    throw error;
  } finally {
    await em.rollback();
  }
}

/** The database has its own rules, such as that a kind is one of a few; what breaks them never gets in. */
function isRefused(error: unknown): boolean {
  const { code = '' } = Object(error) as { code?: string };
  return code.startsWith('23') || code.startsWith('22') || code === '428C9';
}

describe('the log', () => {
  it(`finds ${TAMPERINGS} of ${TAMPERINGS} tamperings`, async () => {
    const anchor = await headOfLog();
    const unfound: string[] = [];
    const done: string[] = [];
    for (let seed = 1, count = 0; count < TAMPERINGS; seed += 1) {
      const result = await tampered(anchor, (em) => tamper(em, workspaceId, randomOf(seed)));
      if (result === undefined) continue;
      count += 1;
      if (!result.found) unfound.push(`${seed}: ${result.what}`);
      done.push(result.what);
    }

    expect(unfound).toEqual([]);
    const ways = [
      /^the log ends/u,
      /^entry \d+ is another/u,
      /^a row of \w+ is gone/u,
      / of two rows is swapped$/u,
      /^a file is replaced/u,
      /^\w+\.\w+ was /u,
    ];
    expect(ways.filter((way) => !done.some((what) => way.test(what)))).toEqual([]);
    expect(await verdictOn(world.store, workspaceId)).toBe('whole');
  }, 600_000);

  it('finds a change of any column', async () => {
    const anchor = await headOfLog();
    const unfound: string[] = [];
    const never: string[] = [];
    for (const column of await watchedColumns(world.store.orm.em.fork())) {
      let result: Awaited<ReturnType<typeof tampered>>;
      for (let seed = 1; seed <= ATTEMPTS && result === undefined; seed += 1)
        result = await tampered(anchor, (em) => changeValue(em, { ...column, workspaceId }, randomOf(seed)));
      if (result === undefined) never.push(`${column.table}.${column.name}`);
      else if (!result.found) unfound.push(result.what);
    }

    expect(unfound).toEqual([]);
    expect(never).toEqual(UNCHANGEABLE);
  }, 600_000);

  it(`makes no fork when ${AT_ONCE} write at once`, async () => {
    const people: Talk[] = [];
    for (let index = 0; index < AT_ONCE; index += 1)
      people.push(await talkWith({ ...ana.options, user: `writer${index}` }, 'cissp'));
    const before = await world.store.readLog(workspaceId, (log) => log.head());

    await Promise.all(people.map((person) => logCredits(person, '2026-06-10', { cissp: '1' })));

    const after = await world.store.readLog(workspaceId, (log) => log.head());
    expect((after?.seq ?? 0) - (before?.seq ?? 0)).toBe(AT_ONCE);
    expect(await verdictOn(world.store, workspaceId)).toBe('whole');
  }, 120_000);

  it('takes in what was there before it was, with the first change or in the night', async () => {
    for (const begun of ['by a change', 'in the night']) {
      const eve = await talkWith(world, 'cissp');
      await logCredits(eve, '2026-01-10', { cissp: '1' }, { title: 'Zero trust' });
      const older = await workspaceOf(eve, world.store);
      await world.store.orm.em.fork().transactional(async (em) => {
        await em.execute(`set local session_replication_role = 'replica'`);
        for (const table of AUDIT_TABLES) await em.execute(`delete from ${table} where workspace_id = ?`, [older]);
      });

      if (begun === 'by a change') await eve.say('delete zero');
      else
        await runHousekeeping({
          store: world.store,
          catalogue: loadCatalogue(),
          clock: { now: () => new Date() },
          log: silent,
        });

      expect([begun, await verdictOn(world.store, older)]).toEqual([begun, 'whole']);
      const entries = await world.store.readLog(older, (log) => log.entriesAfter(0, 10));
      expect(entries.map(({ why }) => why)).toContain('taken-in');
    }
  });
});
