import { beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { commandLookup, commands } from '../../src/commands/index.ts';
import { day } from '../../src/domain/calendar.ts';
import { interpretLine } from '../../src/services/account/interpret-line.ts';
import { addCertification, logCredits, type Talk, talk } from '../support/conversation.ts';
import { ENGLISH_SENTENCES, GERMAN_SENTENCES } from '../support/sentences.ts';
import { openStore } from '../support/store.ts';

const ALL = [
  ...ENGLISH_SENTENCES.map(([line, by, text]) => ({ line, by, text, locale: 'en-GB' })),
  ...GERMAN_SENTENCES.map(([line, by, text]) => ({ line, by, text, locale: 'de-DE' })),
];
/** Commands that write as they are typed, and were typed as they are used. */
const WRITTEN = new Set(['plan to attend bsides on 12 Dec', 'delete Seeded evening']);

function interpretation(line: string, locale: string) {
  const reading = { today: day('2026-11-29'), locale, catalogue: loadCatalogue(), ...commandLookup };
  return interpretLine(line, reading);
}

describe('a sentence', () => {
  it.each(['!!', '!! !!', ' !!  !!! '])('doesn’t pass “%s” on to the command', (marks) => {
    const found = interpretation(`i watched a 1h webinar on passkeys yesterday ${marks}`, 'en-GB');

    expect(found).toMatchObject({ kind: 'guess', command: 'log' });
    expect(found.kind !== 'unknown' && found.args.text).toBe('i watched a 1h webinar on passkeys yesterday');
  });

  it.each([
    ['what did i log for aws saa last year', 'history', 'AWS SAA last year'],
    ['was habe ich an büchern eingetragen', 'history', 'reading'],
    ['which books did i log in march', 'history', 'in march reading'],
    ['gibt es webinare über 2 Stunden', 'search', 'webinare über 2 Stunden'],
  ])('keeps the filters of “%s”', (line, command, text) => {
    expect(interpretation(line, /[ü]/u.test(line) ? 'de-DE' : 'en-GB')).toMatchObject({ command, args: { text } });
  });

  it.each(ALL)('“$line” is answered by $by', ({ line, by, text, locale }) => {
    const found = interpretation(line, locale);
    const command = found.kind === 'unknown' ? 'none' : found.command;

    expect(by.split('|')).toContain(command);
    if (text !== undefined && found.kind !== 'unknown') expect(found.args.text).toBe(text);
  });

  it.each(ALL)('“$line” is a command, or a guess that can write nothing unconfirmed', ({ line, locale }) => {
    const found = interpretation(line, locale);
    if (found.kind !== 'guess') return;
    const command = commands.find(({ name }) => name === found.command);

    expect(command?.writes !== 'always' || command.confirmsGuess === true).toBe(true);
    expect(found.args.text ?? '').not.toMatch(/!!\s*$/u);
  });
});

describe('a sentence through the core', () => {
  const world = openStore();
  let person: Talk;
  beforeAll(async () => {
    person = talk({ store: world.store, today: '2026-11-29' });
    for (const code of ['cissp', 'ccsp', 'cism']) await addCertification(person, code);
    await logCredits(person, '2026-11-20', { cissp: '2' }, { title: 'Seeded evening' });
  });

  it('writes nothing', async () => {
    const { store } = world;
    const { tenant } = person.options;
    const workspaceId = await store.directory.workspaceOf('slack', tenant, new Date('2026-11-29T12:00:00Z'));
    const records = () =>
      store.inWorkspace(workspaceId, async (data) => {
        const { personId } = (await data.people.all())[0] ?? { personId: '' };
        const activities = await data.records.all(personId);
        const holdings = await data.holdings.of(personId);
        return JSON.stringify([activities, holdings, await data.activities.plannedBy(personId)]);
      });
    const before = await records();

    for (const { line } of ALL.filter((one) => !WRITTEN.has(one.line))) await person.say(line, `key ${line}`);

    expect(await records()).toBe(before);
  });
});
