import { beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import type { Card } from '../../../src/chat/card.ts';
import { parseLine } from '../../../src/chat/parse-line.ts';
import { seedSample } from '../../../src/sample/seed.ts';
import { SAMPLE } from '../../../src/sample/team.ts';
import { cardOf, silent } from '../../support/conversation.ts';
import { patientCore } from '../../support/core.ts';
import { openStore } from '../../support/store.ts';
import { emptyTenant } from '../../support/tenant.ts';

const world = openStore();
const NOW = new Date('2026-11-25T12:00:00Z');
let say: (user: string, line: string) => Promise<Card>;

beforeAll(async () => {
  const { store } = world;
  await emptyTenant(store, SAMPLE, NOW);
  await seedSample(store, loadCatalogue(), NOW);
  const core = patientCore({ store, catalogue: loadCatalogue(), clock: { now: () => NOW }, log: silent });
  const place = { ...SAMPLE, address: '' };
  say = async (user, line) => cardOf(await core.dispatch({ ...parseLine(line), from: { ...SAMPLE, user }, place }));
});

const factsOf = (card: Card) =>
  card.blocks.flatMap((block) =>
    block.kind === 'facts' ? block.facts.map(({ label, value }) => `${label}: ${value}`) : [],
  );
const firstOf = (card: Card) =>
  card.blocks.flatMap((block) => (block.kind === 'item' ? [JSON.stringify(block)] : []))[0];

/**
 * By hand, on 25 November 2026. What the sample did comes in turns of four: a course with a certificate, a webinar with nothing, a
 * course with a certificate, and a conference with a picture of a badge. For ISC2, the second course is of group B, the rest of A.
 */
describe('the debt of the sample team', () => {
  it('is, of Ana, webinars without proof, and conferences with what ISC2 does not take', async () => {
    const card = await say('ana', 'debt');

    // CISSP since 25 Jan 2025: from 3 Feb every 30 days, 23 records of 2.75, all of which count: 5 are of B, 13.75. Without
    // proof: 6 webinars and 5 conferences. CCSP since 25 Jan 2026: from 3 Feb every 24 days, 13 records of 2.5. Without: 3 and 3.
    expect(factsOf(card)).toEqual(['CISSP: 30.25 of 63.25 counted CPE', 'CCSP: 15 of 32.5 counted CPE']);
    expect(firstOf(card)).toContain('Zero trust in practice, part 1');
    expect(firstOf(card)).toContain('5 Mar 2025');
  });

  it('is, of Hugo, the same, and no course of group B beyond the thirty that count', async () => {
    const card = await say('hugo', 'debt cissp');

    // Since 25 Jan 2024: from 3 Feb every 12 days, 86 records of 1.5. A: 65, 97.5. B: 21, 31.5, of which 30 count.
    // Without proof: 22 webinars and 21 conferences.
    expect(factsOf(card)).toEqual(['CISSP: 64.5 of 127.5 counted CPE']);
    expect(firstOf(card)).toContain('15 Feb 2024');
    expect(JSON.stringify(card)).toContain('1 – 6 of 43');
  });

  it('is, of Chidi, the webinars alone, for PMI says nothing against a picture', async () => {
    const card = await say('chidi', 'debt');

    // Since 25 Sep 2024: from 4 Oct every 27 days, 29 records of 1.5. Webinars: the 2nd, 6th, … 26th, which is 7.
    expect(factsOf(card)).toEqual(['PMP: 10.5 of 43.5 counted PDUs']);
  });

  it('is, of Bo, the webinars and the pictures, which ISACA refuses', async () => {
    const card = await say('bo', 'debt');

    // Both cycles from 1 Jan 2025. CISA: from 10 Jan 2025 every 22 days until 28 Jun 2026, 25 records of 3; every second one, 12.
    // CISM: from 10 Jan 2025 every 16 days until 29 Jan 2026, 25 records of 2; every second one, 12.
    expect(factsOf(card)).toEqual(['CISA: 36 of 75 counted CPE hours', 'CISM: 24 of 50 counted CPE hours']);
  });
});

it('is turned page by page, each record once', async () => {
  const titles: string[] = [];
  let card = await say('hugo', 'debt cissp');
  for (;;) {
    titles.push(
      ...card.blocks.flatMap((block) => (block.kind === 'item' && block.detail ? [String(block.detail)] : [])),
    );
    const next = card.actions?.find(({ label }) => label === 'Newer');
    if (next === undefined) break;
    card = await say('hugo', `debt ${next.args.text} --skip ${next.args.skip}`);
  }

  expect([titles.length, new Set(titles).size]).toEqual([43, 43]);
});
