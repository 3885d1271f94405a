import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { addDays, day } from '../../src/domain/calendar.ts';

/** The Slack user whose pace is asked for, and how much there is to count. */
const ASKER = { platform: 'slack', tenant: 'T0HOME', user: 'U0ANNA' };
const CERTIFICATIONS = [
  { code: 'cissp', category: 'group-a' },
  { code: 'cism', category: 'total' },
  { code: 'cisa', category: 'total' },
];
const RECORDS = 120;
const NOW = new Date();
const FIRST_DAY = addDays(day(NOW.toISOString().slice(0, 10)), -400);

// The store of the version that is measured writes the data, so that its own migrations have run.
const [root = '', database = ''] = process.argv.slice(2);
const storeFile = pathToFileURL(join(root, 'src', 'store', 'store.ts')).href;
const { Store }: typeof import('../../src/store/store.ts') = await import(storeFile);
const store = await Store.open(JSON.parse(database));
const workspaceId = await store.directory.workspaceOf(ASKER.platform, ASKER.tenant, NOW);
await store.inWorkspace(workspaceId, async (data) => {
  if ((await data.people.findByIdentity(ASKER)) !== null) return;
  const details = { name: 'Anna Ngata', zone: 'Europe/Lisbon', locale: 'en-GB', role: 'member' } as const;
  const { personId } = await data.people.join(ASKER, details, NOW);
  const cycle = { start: FIRST_DAY, end: addDays(FIRST_DAY, 1094) };
  const claimable: { readonly holdingId: string; readonly cycleId: string; readonly category: string }[] = [];
  for (const { code, category } of CERTIFICATIONS) {
    const holdingId = await data.holdings.add({ personId, certification: code, number: '', cycle }, NOW);
    const cycleId = (await data.holdings.of(personId)).find((one) => one.holding.holdingId === holdingId)?.cycles[0]
      ?.cycleId;
    if (holdingId === undefined || cycleId === undefined) throw new Error(`${code} was added without a cycle.`);
    claimable.push({ holdingId, cycleId, category });
  }
  const activities = Array.from({ length: RECORDS }, (_unused, index) => {
    const { category, ...claim } = claimable[index % claimable.length] ?? { category: '', holdingId: '', cycleId: '' };
    const on = addDays(FIRST_DAY, (index * 3) % 390);
    const parts = [{ category, credits: 50 + (index % 8) * 25 }];
    const about = {
      title: `Course ${index}`,
      provider: 'ISACA',
      kind: 'course',
      delivery: '',
      description: '',
    } as const;
    return { ...about, personId, starts: on, ends: on, claims: [{ ...claim, parts }] };
  });
  await data.activities.addAll(activities, NOW);
});
await store.close();
