import { describe, expect, it } from 'vitest';
import { textOf } from '../support/conversation.ts';
import { asPerson, numberOf, OTHERS, people, tellingWords } from '../support/people.ts';
import { openStore } from '../support/store.ts';

const world = openStore();

describe.each(people)('$person', (person) => {
  it('reads the same in pace, why and certs', async () => {
    const holder = await asPerson(person, { store: world.store });
    const certs = textOf(await holder.say('certs'));

    for (const { case: held, headline } of person.holdings) {
      const answers = [
        certs,
        textOf(await holder.say(`pace ${held.certification}`)),
        textOf(await holder.say(`why ${held.certification}`)),
      ];
      for (const answer of answers)
        for (const words of tellingWords(headline))
          expect(answer, `${held.certification}: ${headline}`).toContain(words);
    }
    for (const { certification, says } of OTHERS[numberOf(person.person)] ?? [])
      for (const answer of [certs, textOf(await holder.say(`pace ${certification}`))])
        for (const words of says) expect(answer, certification).toContain(words);
    // Nothing is due for the year after the exam that was passed.
    for (const item of certs.split('"kind":"item"').filter((one) => one.includes('no requirements in this cycle')))
      expect(item).not.toContain('earn by');
  });
});
