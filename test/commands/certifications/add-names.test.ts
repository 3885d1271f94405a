import { expect, it } from 'vitest';
import { type Form, fieldsOf } from '../../../src/chat/form.ts';
import { SPOKEN_NAMES } from '../../catalogue/spoken-names.ts';
import { formOf, talk } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();

function optionsIn({ parts }: Form): readonly string[] {
  return fieldsOf(parts)
    .flatMap((field) => (field.name === 'certification' && 'options' in field ? field.options : []))
    .map(({ value }) => value);
}

it.each(SPOKEN_NAMES)(
  'add $said fills in nothing else, and lists what it can mean',
  async ({ said, means, asks = [] }) => {
    const ana = talk({ store: world.store });

    const { answers = {}, errors = {}, parts } = formOf(await ana.say(`add ${said}`));
    const options = optionsIn({ parts } as Form);

    if (means !== undefined) expect(answers.certification).toBe(means);
    else if (asks.length > 0) {
      expect(answers).not.toHaveProperty('certification');
      expect(options).toEqual(expect.arrayContaining([...asks]));
      expect(JSON.stringify(parts)).toContain('An admin can add a certification with “customise”.');
    } else {
      expect(errors.certification).toContain(`An admin can add it with “customise ${said}”.`);
      expect(options).toEqual([]);
    }
  },
);
