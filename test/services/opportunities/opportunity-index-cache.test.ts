import { beforeEach, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { OpportunityIndexCache } from '../../../src/services/opportunities/opportunity-index-cache.ts';
import type { NewOpportunity } from '../../../src/store/opportunities/opportunities.ts';
import type { Store } from '../../../src/store/store.ts';
import { silent, textOf } from '../../support/conversation.ts';
import { patientCore } from '../../support/core.ts';
import { openStore } from '../../support/store.ts';
import { newTenant } from '../../support/tenant.ts';

const world = openStore();
const NOW = new Date('2026-11-23T12:00:00Z');
const COUNT = 60;
let workspaceId: string;
let tenant: string;

beforeEach(async () => {
  tenant = newTenant();
  workspaceId = await world.store.directory.workspaceOf('slack', tenant, NOW);
  await world.store.inWorkspace(workspaceId, async ({ audit, opportunities }) => {
    audit.actAs('operator', NOW);
    const sourceId = await opportunities.sourceByHand('Training', NOW);
    for (let at = 0; at < COUNT; at += 1) await opportunities.addByHand(sourceId, webinar(at));
  });
});

function webinar(at: number): NewOpportunity {
  const title = at === 7 ? 'Zero trust at scale' : `Webinar ${at} on audits`;
  return {
    ...{ key: `w${at}`, title, provider: 'SANS', url: `https://example.org/${at}`, description: '100% practical' },
    ...{
      kind: 'webinar',
      delivery: 'online-live',
      minutes: 60,
      publishedAt: new Date(NOW.getTime() - at * 86_400_000),
    },
  };
}

const inWorkspace = <T>(cache: OpportunityIndexCache, words: string, work: (found: Found) => T) =>
  world.store.inWorkspace(workspaceId, async (data) => work(await cache.of(data, words)));
type Found = Awaited<ReturnType<OpportunityIndexCache['of']>>;

describe('an index that is large', () => {
  it('is built in the background, while what has the words is found in the store', async () => {
    const cache = new OpportunityIndexCache({ store: world.store, maxAtOnce: 10 });

    const first = await inWorkspace(cache, 'zero trust', (index) => index);
    await cache.built(workspaceId);
    const then = await inWorkspace(cache, 'zero trust', (index) => index);

    expect([first.isPartial, [...first.passing({}, { zone: 'UTC', now: NOW })].map(({ title }) => title)]).toEqual([
      true,
      ['Zero trust at scale'],
    ]);
    expect([then.isPartial, then.size]).toEqual([false, COUNT]);
  });

  it('has the newest without words, and takes signs as they are', async () => {
    const cache = new OpportunityIndexCache({ store: world.store, maxAtOnce: 10 });

    expect(await inWorkspace(cache, '', ({ size }) => size)).toBe(COUNT);
    expect(await inWorkspace(cache, '%', ({ size }) => size)).toBe(COUNT);
    await cache.built(workspaceId);
  });

  it('begins anew after a failure', async () => {
    let isBroken = true;
    const store: Pick<Store, 'inWorkspace' | 'inBackground'> = {
      inWorkspace: (...stated) =>
        isBroken ? Promise.reject(new Error('The database went away.')) : world.store.inWorkspace(...stated),
      inBackground: (work) => world.store.inBackground(work),
    };
    const cache = new OpportunityIndexCache({ store, maxAtOnce: 10 });
    await inWorkspace(cache, '', () => undefined);
    await cache.built(workspaceId);
    isBroken = false;
    await inWorkspace(cache, '', () => undefined);
    await cache.built(workspaceId);

    expect(await inWorkspace(cache, '', ({ isPartial, size }) => [isPartial, size])).toEqual([false, COUNT]);
  });

  it('says in the answer that it is being prepared', async () => {
    const indexes = new OpportunityIndexCache({ store: world.store, maxAtOnce: 10 });
    const core = patientCore({
      store: world.store,
      catalogue: loadCatalogue(),
      indexes,
      clock: { now: () => NOW },
      log: silent,
    });
    const place = { platform: 'slack', tenant, address: 'C1' } as const;
    const say = (text: string) =>
      core.dispatch({ command: 'search', args: { text }, from: { platform: 'slack', tenant, user: 'Ana' }, place });

    const first = textOf(await say('zero trust'));
    await indexes.built(workspaceId);

    expect(first).toContain('Zero trust at scale');
    expect(first).toContain('Search is being prepared after a restart');
    expect(textOf(await say('zero trust'))).not.toContain('being prepared');
  });
});

describe('the memory of all indexes', () => {
  it('drops the least recently searched, which is built again when it is searched', async () => {
    const other = await world.store.directory.workspaceOf('slack', newTenant(), NOW);
    await world.store.inWorkspace(other, async ({ audit, opportunities }) => {
      audit.actAs('operator', NOW);
      const sourceId = await opportunities.sourceByHand('Training', NOW);
      await opportunities.addByHand(sourceId, webinar(7));
    });
    const cache = new OpportunityIndexCache({ store: world.store, maxBytes: 1 });
    const sizeIn = (id: string) => world.store.inWorkspace(id, async (data) => (await cache.of(data)).size);

    expect([await sizeIn(workspaceId), cache.figures]).toMatchObject([COUNT, { indexes: 1, opportunities: COUNT }]);
    expect([await sizeIn(other), cache.figures]).toMatchObject([1, { indexes: 1, opportunities: 1 }]);
    expect([await sizeIn(workspaceId), cache.figures]).toMatchObject([COUNT, { indexes: 1, opportunities: COUNT }]);
  });

  it('has room for several, and counts what they take', async () => {
    const cache = new OpportunityIndexCache({ store: world.store });
    const first = await inWorkspace(cache, '', (index) => index);
    const { bytes } = cache.figures;
    first.drop([...first.passing({}, { zone: 'UTC', now: NOW })].map(({ id }) => id));

    expect(bytes).toBeGreaterThan(COUNT * 1_000);
    expect(cache.figures.bytes).toBeLessThan(bytes - COUNT * 1_000);
  });
});
