import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { ACTIVITY_KINDS } from '../../../src/domain/activity-kinds.ts';
import { countsItems, ratesOf } from '../../../src/domain/activity-rates.ts';
import { day } from '../../../src/domain/calendar.ts';
import { isSplit, leavesOf, WHOLE } from '../../../src/domain/category-tree.ts';
import type { Certification } from '../../../src/domain/certification.ts';
import type { CreditRenewal } from '../../../src/domain/credit-rules.ts';
import type { Part } from '../../../src/domain/holding.ts';
import { inForce } from '../../../src/domain/sourced-value.ts';
import { exportPace } from '../../../src/operator/export-pace.ts';
import { importRecords } from '../../../src/operator/import-records.ts';
import type { NewActivity } from '../../../src/store/records/activities.ts';
import type { WorkspaceData } from '../../../src/store/store.ts';
import { cardOf, type Talk, talk } from '../../support/conversation.ts';
import { Shelf } from '../../support/file-shelf.ts';
import { workspaceOf } from '../../support/records.ts';
import { asOperator, openStore } from '../../support/store.ts';

const world = openStore();
const catalogue = loadCatalogue();
const now = new Date('2026-11-23T12:00:00Z');
const TODAY = day('2026-11-23');
const CYCLE = { start: day('2025-01-01'), end: day('2027-12-31') };

interface CreditCertification extends Certification {
  readonly renewal: CreditRenewal;
}
const certifications = catalogue.all.flatMap((one): readonly CreditCertification[] =>
  one.renewal.kind === 'credits' ? [{ ...one, renewal: one.renewal }] : [],
);

/** An activity that is claimed for one certification, without its ids. */
interface Sample extends Omit<NewActivity, 'personId' | 'claims'> {
  readonly parts: readonly Part[];
  readonly reason?: string;
  readonly deleted?: true;
}

const DAYS = Array.from({ length: 28 }, (_, at) => day(`2026-03-${String(at + 1).padStart(2, '0')}`));

/** Records of each kind that a member can have for a certification. */
function samplesOf({ code, renewal }: CreditCertification): readonly Sample[] {
  const step = Math.max(100, inForce(renewal.conversion.step, TODAY)?.value ?? 100);
  const categories = leavesOf(renewal).map((one) => one.code);
  const [first = WHOLE, ...others] = categories;
  const marks = renewal.marks.filter(({ from }) => from === undefined).map((one) => one.code);
  let count = 0;
  const sample = (title: string, parts: readonly Part[], more: Partial<Sample> = {}): Sample => {
    count += 1;
    const starts = DAYS[count % DAYS.length] ?? CYCLE.start;
    const facts = { provider: 'SANS', kind: 'course', delivery: '', description: '' } as const;
    return { ...facts, title: `${title} ${code}`, starts, ends: starts, parts, ...more };
  };
  const items = ACTIVITY_KINDS.filter((kind) => countsItems(renewal, { kind, end: TODAY })).flatMap((kind) => {
    const values = ratesOf(renewal, { kind, end: TODAY }).flatMap(({ rate }) =>
      rate !== undefined && 'perItem' in rate ? [rate.perItem] : [],
    );
    const each = Math.max(...values);
    return each <= 0 ? [] : [sample(`Three of ${kind}`, [{ category: first, credits: 3 * each }], { kind })];
  });
  return [
    sample('None', [{ category: first, credits: step }], { title: 'None', provider: 'N/A' }),
    sample('=1+1; "quoted", and\n', [{ category: first, credits: step }], {
      title: '=1+1; "quoted"',
      provider: "'+SANS",
    }),
    sample('Total', [{ category: first, credits: 3 * step }], {
      minutes: 60,
      reason: 'Two times as long',
      title: 'Total 2026',
    }),
    ...others.map((category) => sample(`In ${category}`, [{ category, credits: 2 * step }])),
    ...marks.map((mark) => sample(`All ${mark}`, [{ category: first, credits: step, marks: [mark] }])),
    ...marks.map((mark) =>
      sample(`Partly ${mark}`, [
        { category: first, credits: step },
        { category: first, credits: step, marks: [mark] },
      ]),
    ),
    ...(isSplit(renewal)
      ? [
          sample(
            'Split',
            categories.map((category) => ({ category, credits: step })),
            { minutes: 30, reason: 'It was longer' },
          ),
          sample(
            'Split and marked',
            categories.map((category) => ({ category, credits: step, marks })),
          ),
        ]
      : []),
    ...items,
    sample('Twice', [{ category: first, credits: step }]),
    sample('Twice', [{ category: first, credits: step }]),
    sample('Planned', [{ category: first, credits: 5 * step }], {
      planned: true,
      starts: day('2027-01-05'),
      ends: day('2027-01-05'),
    }),
    sample('Deleted', [{ category: first, credits: 7 * step }], { deleted: true }),
  ];
}

/** Adds certifications to the only member of a workspace, and returns the ids that a claim has. */
async function addHoldings(data: WorkspaceData, codes: readonly string[]) {
  const [{ personId = '' } = {}] = await data.people.all();
  const ids = new Map<string, { readonly holdingId: string; readonly cycleId: string }>();
  for (const certification of codes) {
    const holdingId = (await data.holdings.add({ personId, certification, number: '', cycle: CYCLE }, now)) ?? '';
    const stored = (await data.holdings.of(personId)).find(({ holding }) => holding.holdingId === holdingId);
    ids.set(certification, { holdingId, cycleId: stored?.cycles[0]?.cycleId ?? '' });
  }
  return { personId, ids };
}

async function someone(codes: readonly string[], locale: string) {
  const shelf = new Shelf();
  const person = talk({ store: world.store, adapters: [shelf.adapter], profile: { locale } });
  await person.say('help');
  const workspaceId = await workspaceOf(person, world.store);
  const { personId, ids } = await asOperator(world.store, workspaceId, (data) => addHoldings(data, codes));
  return { person, shelf, workspaceId, personId, ids };
}

async function withRecords(some: readonly CreditCertification[], locale: string) {
  const member = await someone(
    some.map(({ code }) => code),
    locale,
  );
  const { personId, ids, workspaceId } = member;
  await asOperator(world.store, workspaceId, async ({ activities }) => {
    for (const certification of some) {
      const claimed = ids.get(certification.code) ?? { holdingId: '', cycleId: '' };
      const samples = samplesOf(certification);
      const added = await activities.addAll(
        samples.map(({ parts, reason = '', deleted: _, ...activity }) => ({
          ...activity,
          personId,
          claims: [{ ...claimed, overClaimReason: reason, parts }],
        })),
        now,
      );
      for (const [at, { deleted }] of samples.entries())
        if (deleted) await activities.setDeleted(personId, added[at] ?? '', now);
    }
  });
  return member;
}

/** Every figure of a workspace by certification, without what only it has. */
async function figuresOf(workspaceId: string): Promise<ReadonlyMap<string, unknown>> {
  const { holdings } = await world.store.inWorkspace(workspaceId, (data) =>
    exportPace(data, { catalogue, now, on: TODAY }),
  );
  return new Map(
    holdings.map((one) => [
      one.certification,
      JSON.parse(
        JSON.stringify(one, (name, value) =>
          ['holdingId', 'personId', 'person', 'workspace', 'entry'].includes(name) || UUID.test(`${value}`)
            ? undefined
            : value,
        ),
      ),
    ]),
  );
}
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/u;

async function exported(person: Talk, shelf: Shelf): Promise<Uint8Array> {
  cardOf(await person.say('export'));
  await person.core.idle();
  return shelf.last('.csv').bytes;
}

function take(workspaceId: string, personId: string, bytes: Uint8Array) {
  const table = { personId, bytes, options: { columns: {} } };
  return importRecords({ store: world.store, workspaceId }, table, { catalogue, now });
}

/** Certifications that one member holds in a test. */
const HELD_AT_ONCE = 20;
const groups = Array.from({ length: Math.ceil(certifications.length / HELD_AT_ONCE) }, (_, at) =>
  certifications.slice(at * HELD_AT_ONCE, (at + 1) * HELD_AT_ONCE),
);

describe('what export writes', () => {
  it.each(['en-GB', 'de-DE'])(
    'imports elsewhere to the same figures for every certification, in %s',
    async (locale) => {
      for (const group of groups) {
        const here = await withRecords(group, locale);
        const there = await someone([...here.ids.keys()].reverse(), locale);
        const bytes = await exported(here.person, here.shelf);

        const { leftOut, questions, already } = await take(there.workspaceId, there.personId, bytes);

        const problems = leftOut.filter(({ reason }) => reason !== 'planned' && reason !== 'deleted');
        expect(problems.map(({ text }) => text)).toEqual([]);
        expect(leftOut).toHaveLength(2 * group.length);
        expect([questions, already]).toEqual([[], 0]);
        const [expected, found] = [await figuresOf(here.workspaceId), await figuresOf(there.workspaceId)];
        for (const { code } of group) {
          expect(expected.get(code)).toBeDefined();
          expect(found.get(code)).toEqual(expected.get(code));
        }
        if (group === groups[0]) expect((await take(there.workspaceId, there.personId, bytes)).fresh).toEqual([]);
      }
    },
  );
});
