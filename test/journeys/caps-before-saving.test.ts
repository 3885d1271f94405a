import { expect, it } from 'vitest';
import type { Answers, Form } from '../../src/chat/form.ts';
import { addCertification, cardOf, formOf, logCredits, type Talk, talk, textOf } from '../support/conversation.ts';
import { openStore } from '../support/store.ts';

const world = openStore();

async function holder(code: string, start = '2025-01-01', end = '2027-12-31', locale = 'en-GB'): Promise<Talk> {
  const person = talk({ store: world.store, today: '2026-11-29', profile: { locale } });
  await addCertification(person, code, { start, end });
  return person;
}

const textsOf = ({ parts }: Form) => parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []));

async function sendLog(person: Talk, answers: Answers) {
  const form = formOf(await person.say('log'));
  return person.send(form, { title: 'A course', kind: 'course', ...answers });
}

const oneDay = { start: '2026-11-16', duration: '24h', counts: ['gcih'] };
const sans = { 'credits.gcih': '24', 'category.gcih': 'sans-giac' };

it('a course of four days entered on one is said to be cut before it is saved, once, and can be saved', async () => {
  const ana = await holder('gcih', '2025-01-01', '2028-12-31');

  const asked = formOf(await sendLog(ana, { ...oneDay, ...sans }));
  const empty = textOf(await ana.say('history'));
  const saved = textOf(await ana.send(asked));

  expect(textsOf(asked)).toEqual([
    'Check before saving:',
    'GCIH: 18 of 24 CPE won’t count. The limit is 6 CPE per day for a full day of training. If it took several days, enter its first and last day. Claim at most 6 CPE. If you save anyway, credits over the limit are kept and shown as not counted.',
  ]);
  expect(asked.submit).toBe('Save anyway');
  expect(empty).toContain('No records yet');
  expect(saved).toContain('18 CPE not counted');
});

it('with its first and last day it is saved at once', async () => {
  const ana = await holder('gcih', '2025-01-01', '2028-12-31');

  const asked = formOf(await sendLog(ana, { ...oneDay, ...sans }));
  const saved = textOf(await ana.send(asked, { end: '2026-11-19' }));

  expect(saved).toContain('Logged');
  expect(saved).not.toContain('not counted');
});

it('a limit that is reached already is said so, in German too', async () => {
  const ana = await holder('gcih', '2025-01-01', '2028-12-31', 'de-DE');
  const webinars = { kind: 'webinar', 'category.gcih': 'community' };
  await logCredits(ana, '2026-03-02', { gcih: '12' }, webinars);

  const asked = formOf(
    await sendLog(ana, { ...webinars, title: 'Anderes', start: '2026-05-04', counts: ['gcih'], 'credits.gcih': '2' }),
  );

  expect(textsOf(asked).join(' ')).toContain(
    'GCIH: 2 von 2 CPE zählen nicht. Die Obergrenze ist 12 CPE pro Zyklus für Mitwirkung in der Community.',
  );
  expect(textsOf(asked).join(' ')).toContain('Die Obergrenze ist schon erreicht.');
});

it('of a claim that is split, the category over its limit is named', async () => {
  const ana = await holder('pmp');
  const form = formOf(await ana.say('log 1h Board for pmp'));
  const fields = form.parts.flatMap((part) =>
    part.kind === 'number' && part.name.startsWith('credits.pmp.') ? [part.name] : [],
  );
  const giving = fields.find((name) => name.includes('giving')) ?? '';
  const education = fields.find((name) => name.includes('ways')) ?? '';

  const asked = formOf(
    await ana.send(form, {
      ...{ title: 'Board', kind: 'volunteering', start: '2026-05-04', counts: ['pmp'] },
      ...{ duration: '', 'credits.pmp': '' },
      [giving]: '30',
      [education]: '4',
    }),
  );

  expect(textsOf(asked).join(' ')).toMatch(
    /PMP: 5 of 34 PDUs won’t count\. The limit is 25 PDUs per cycle for .*Claim at most 25 PDUs for /u,
  );
});

it('an edit that changes nothing about the limit does not ask again', async () => {
  const ana = await holder('gcih', '2025-01-01', '2028-12-31');
  await ana.send(formOf(await sendLog(ana, { ...oneDay, ...sans })));
  const form = formOf(await ana.press(cardOf(await ana.say('show course')), 'Edit'));

  const renamed = await ana.send(form, { description: 'Four days of it.' });

  expect(renamed.kind).toBe('card');
});

it('the fourth GIAC renewal of one SANS course is refused in words', async () => {
  const codes = ['gcih', 'gsec', 'gpen', 'gcia'];
  const ana = talk({ store: world.store, today: '2026-11-29' });
  for (const code of codes) await addCertification(ana, code, { start: '2025-01-01', end: '2028-12-31' });
  const claim = (category: string) =>
    Object.fromEntries(
      codes.flatMap((code) => [
        [`credits.${code}`, '6'],
        [`category.${code}`, category],
      ]),
    );
  const course = { title: 'Course', provider: 'SANS', start: '2026-11-16', counts: codes };

  const refused = formOf(await sendLog(ana, { ...course, ...claim('sans-giac') }));
  const other = await sendLog(ana, { ...course, ...claim('other-training') });

  expect(Object.values(refused.errors ?? {}).join(' ')).toContain('3');
  expect(Object.keys(refused.errors ?? {})).toHaveLength(1);
  expect(other.kind).toBe('card');
});
