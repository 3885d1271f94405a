import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ReportAbout } from '../../../src/store/reports/report-entities.ts';
import type { Reports } from '../../../src/store/reports/reports.ts';
import { asOperator, openStore } from '../../support/store.ts';

const world = openStore();
const LEASE_MS = 5 * 60_000;
const now = new Date('2026-11-23T12:00:00Z');
const place = { platform: 'slack', tenant: 'T1', address: 'D1' };
const about: ReportAbout = {
  contentHash: 'abcdef',
  title: 'Report',
  fileName: 'report',
  counts: '1',
  people: [],
  files: [],
};
let workspaceId = '';
let ana = '';

beforeEach(async () => {
  workspaceId = randomUUID();
  ana = await asOperator(world.store, workspaceId, async ({ people }) => {
    const details = { name: 'ana', zone: null, locale: null, role: 'member' } as const;
    return (await people.join({ platform: 'slack', tenant: workspaceId, user: 'ana' }, details, now)).personId;
  });
});

function reports<T>(work: (stored: Reports) => Promise<T>): Promise<T> {
  return asOperator(world.store, workspaceId, (data) => work(data.reports));
}

function later(ms: number): Date {
  return new Date(now.getTime() + ms);
}

function plan(at = now): Promise<string> {
  return reports((stored) => stored.plan({ personId: ana, request: { paper: 'a4', on: undefined }, place }, at));
}

describe('a report to be made', () => {
  it('is handed out once for a lease, the one that waits longest first', async () => {
    const [second, first] = [await plan(now), await plan(later(-1000))];
    const claim = (at: Date) => reports((stored) => stored.claimNext(at));

    expect(await claim(now)).toMatchObject({
      ...{ reportId: first, state: 'working', tries: 1, leaseUntil: later(LEASE_MS), request: { paper: 'a4' }, place },
    });
    expect(await claim(later(1000))).toMatchObject({ reportId: second });
    expect(await claim(later(LEASE_MS))).toBeUndefined();
    expect(await claim(later(LEASE_MS + 1))).toMatchObject({ reportId: first, tries: 2 });
  });

  it('is due when it was planned, or when its lease ends', async () => {
    const nextDue = () => reports((stored) => stored.nextDue());
    expect(await nextDue()).toBeUndefined();
    const reportId = await plan();
    expect(await nextDue()).toEqual(now);
    await reports((stored) => stored.claimNext(now));
    expect(await nextDue()).toEqual(later(LEASE_MS));
    await reports((stored) => stored.finish(reportId, 'done', now));
    expect(await nextDue()).toBeUndefined();
  });

  it('stays made when its delivery is tried again', async () => {
    const reportId = await plan();
    await reports((stored) => stored.claimNext(now));
    await reports((stored) => stored.saveDocuments(reportId, about, []));

    expect(await reports((stored) => stored.claimNext(later(LEASE_MS + 1)))).toMatchObject({ reportId, state: 'made' });
  });
});

describe('a report that was made', () => {
  it('has its documents in order, with size and hash', async () => {
    const reportId = await plan();
    const document = { type: 'text/csv', outgoing: randomUUID() };
    const documents = [
      { ...document, name: 'b.csv', bytes: Buffer.from('12') },
      { ...document, name: 'a.csv', bytes: Buffer.from('3') },
    ];
    expect(await reports((stored) => stored.get(reportId))).toBeUndefined();
    await reports((stored) => stored.saveDocuments(reportId, about, documents));
    const bytes = await reports((stored) => stored.bytesOf(reportId, 1));

    expect(await reports((stored) => stored.get(reportId))).toMatchObject({ state: 'made', about });
    expect(await reports((stored) => stored.get('x'))).toBeUndefined();
    expect(await reports((stored) => stored.documents(reportId))).toMatchObject([
      { place: 0, name: 'b.csv', size: 2 },
      { place: 1, name: 'a.csv', size: 1 },
    ]);
    expect(Buffer.from(bytes ?? []).toString()).toBe('3');
    expect(await reports((stored) => stored.bytesOf(reportId, 2))).toBeUndefined();
  });

  it.each([
    ['', 'new'],
    ['aaa', 'old'],
    ['b', 'new'],
    ['c', undefined],
    ['aa_', undefined],
  ])('is found by the beginning of its code %j', async (code, name) => {
    const ids = { old: await plan(later(-1000)), new: await plan() };
    await plan(later(1000));
    await reports((stored) => stored.saveDocuments(ids.old, { ...about, contentHash: 'aaaa' }, []));
    await reports((stored) => stored.saveDocuments(ids.new, { ...about, contentHash: 'bbbb' }, []));
    const found = await reports((stored) => stored.latestOf(ana, code));

    expect(found?.reportId).toBe(name === undefined ? undefined : ids[name === 'old' ? 'old' : 'new']);
    expect(await reports((stored) => stored.latestOf(randomUUID(), code))).toBeUndefined();
  });

  it('is forgotten after ninety days', async () => {
    await plan();
    const end = 90 * 86_400_000;

    expect(await reports((stored) => stored.forget(later(end)))).toBe(0);
    expect(await reports((stored) => stored.forget(later(end + 1)))).toBe(1);
  });
});

describe('a link to a pack', () => {
  it('is good with its secret until it ends or is withdrawn by one of its people', async () => {
    const reportId = await plan();
    const linkId = randomUUID();
    const link = { linkId, reportId, personId: ana, madeBy: ana, madeFor: '', expiresAt: later(1000) };
    const secret = await reports((stored) => stored.openLink(link));
    const find = (typed: string, at = now) => reports((stored) => stored.findByLink(linkId, typed, at));

    expect(await find(secret)).toMatchObject({ linkId, reportId });
    expect(await find(secret, later(1000))).toBeUndefined();
    expect(await find(`${secret}x`)).toBeUndefined();
    expect((await reports((stored) => stored.linksTo(reportId))).map((one) => one.linkId)).toEqual([linkId]);
    expect(await reports((stored) => stored.withdraw(linkId, randomUUID()))).toBe(false);
    expect(await reports((stored) => stored.withdraw('x', ana))).toBe(false);
    expect(await reports((stored) => stored.withdraw(linkId, ana))).toBe(true);
    expect(await find(secret)).toBeUndefined();
  });
});
