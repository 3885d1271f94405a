import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ReportAbout } from '../../../src/store/reports/report-entities.ts';
import type { Reports } from '../../../src/store/reports/reports.ts';
import { NOW, openWorkspace } from '../workspace.ts';

const world = openWorkspace();
const LEASE_MS = 5 * 60_000;
const place = { platform: 'slack', tenant: 'T1', address: 'D1' };
const about: ReportAbout = {
  contentHash: 'abcdef',
  title: 'Report',
  fileName: 'report',
  counts: '1',
  people: [],
  files: [],
};
let ana = '';

beforeEach(async () => {
  ana = await world.join('ana');
});

function reports<T>(work: (stored: Reports) => Promise<T>): Promise<T> {
  return world.inWorkspace((data) => work(data.reports));
}

function later(ms: number): Date {
  return new Date(NOW.getTime() + ms);
}

function plan(at = NOW): Promise<string> {
  return reports((stored) => stored.plan({ personId: ana, request: { paper: 'a4', on: undefined }, place }, at));
}

describe('a report to be made', () => {
  it('is handed out once for a lease, the one that waits longest first', async () => {
    const [second, first] = [await plan(NOW), await plan(later(-1000))];
    const claim = (at: Date) => reports((stored) => stored.claimNext(at));

    expect(await claim(NOW)).toMatchObject({
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
    expect(await nextDue()).toEqual(NOW);
    await reports((stored) => stored.claimNext(NOW));
    expect(await nextDue()).toEqual(later(LEASE_MS));
    await reports((stored) => stored.finish(reportId, 'done', NOW));
    expect(await nextDue()).toBeUndefined();
  });

  it('stays made when its delivery is tried again', async () => {
    const reportId = await plan();
    await reports((stored) => stored.claimNext(NOW));
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
    const find = (typed: string, at = NOW) => reports((stored) => stored.findByLink(linkId, typed, at));

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
