import { describe, expect, it } from 'vitest';
import { addCertification, cardOf, formOf, talk, textOf } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();

describe('what the credits do not say', () => {
  it('is shown with the pace: a yearly act for each year that has begun, done or not', async () => {
    const ana = talk({ store: world.store });
    await addCertification(ana, 'oscp-plus', { start: '2025-11-01', end: '2028-10-31' });
    const form = formOf(await ana.say('edit oscp+'));
    const fields = form.parts.flatMap((part) =>
      part.kind === 'date' && part.name.startsWith('act.') ? [part.name] : [],
    );

    const card = cardOf(await ana.send(form, { [fields[0] as string]: '2025-11-05' }));

    expect(fields).toHaveLength(3);
    const stated = textOf({ kind: 'card', to: 'sender', card });
    expect(stated).toMatch(/✓ [^"]+, year 1: done on 5 Nov 2025/);
    expect(stated).toMatch(/○ [^"]+, year 2: not marked as done/);
    expect(stated).not.toContain('year 3: not marked');
    expect(formOf(await ana.say('edit oscp+')).answers?.[fields[0] as string]).toBe('2025-11-05');
  });

  it('names nothing as met, and no start that lies in the past, where the rules are unknown', async () => {
    const ana = talk({ store: world.store });
    const first = formOf(await ana.say('add pmi-cpmai'));
    const second = formOf(await ana.send(first, { start: '2025-01-01', expiry: '2027-12-31' }));
    await ana.send(second);

    const stated = textOf(await ana.say('pace pmi-cpmai'));

    expect(stated).toContain('? not known: how many PDUs it takes, and in what time');
    expect(stated).toContain('Not checked');
    expect(stated).not.toContain('not started');
  });

  it.each([
    ['says so where a cycle asks for nothing', 'itil-4-foundation', 'path', 'exam', '✓ no requirements in this cycle'],
    ['and minds no cap that is not known', 'crma', 'practice', 'retired', '✓ no requirements in this cycle'],
  ])('%s', async (_name, code, condition, answer, stated) => {
    const ana = talk({ store: world.store });
    await addCertification(ana, code, { start: '2026-01-01', end: '2026-12-31' });

    await ana.send(formOf(await ana.say(`edit ${code}`)), { [`condition.${condition}`]: answer });

    const pace = textOf(await ana.say('pace'));
    expect(pace).toContain(stated);
    expect(pace).not.toContain('not started');
  });

  it('refuses a cycle that starts before the one before it', async () => {
    const ana = talk({ store: world.store, today: '2026-12-20' });
    await addCertification(ana, 'cisa', { start: '2024-01-01', end: '2026-12-31' });
    await ana.send(formOf(await ana.say('renew cisa')));

    const again = formOf(await ana.send(formOf(await ana.say('edit cisa')), { cycleStart: '2024-01-01' }));

    expect(again.errors?.cycleStart).toContain('The cycle overlaps the previous one.');
  });
});
