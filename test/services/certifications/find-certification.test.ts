import { beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import { asAdmin } from '../../support/admin.ts';
import { addCertification, cardOf, talk, textOf } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
const cycle = { start: '2025-01-01', end: '2026-12-31' };

function choicesIn({ blocks }: Card): readonly (readonly unknown[])[] {
  return blocks.flatMap((block) =>
    block.kind === 'item' && block.action !== undefined ? [[block.title, block.action.command, block.action.args]] : [],
  );
}

describe('a name that is not one certification’s', () => {
  let ana: ReturnType<typeof talk>;
  beforeAll(async () => {
    ana = talk({ store: world.store });
    await addCertification(ana, 'cpa-california', cycle);
    await addCertification(ana, 'cpa-florida', cycle);
  });

  it.each([
    [
      'rules cpa',
      '“cpa” can mean 20 certifications. Which one?',
      ['CPA (Florida)', 'rules', { text: 'cpa-florida' }],
      20,
    ],
    [
      'pace cpa',
      '“cpa” matches 2 of your certifications. Which one do you mean?',
      ['CPA (Florida)', 'pace', { text: 'cpa-florida' }],
      2,
    ],
    ['why cpa', '“cpa” matches 2 of your', ['CPA (Florida)', 'why', { text: 'cpa-florida' }], 2],
    ['remove cpa', '“cpa” matches 2 of your', ['CPA (Florida)', 'remove', { text: 'cpa-florida' }], 2],
    ['whatif +cpa', '“cpa” can mean 20 certifications', ['CPA (Texas)', 'whatif', { text: '+cpa-texas' }], 20],
    ['whatif -cpa', '“cpa” matches 2 of your', ['CPA (Florida)', 'whatif', { text: '-cpa-florida' }], 2],
    ['rules comptia', '“comptia” can mean 18 certifications', ['Security+', 'rules', { text: 'security-plus' }], 18],
  ])('is a choice in “%s”', async (line, question, choice, count) => {
    const card = cardOf(await ana.say(line));

    expect(textOf({ kind: 'card', to: 'sender', card })).toContain(question);
    expect(choicesIn(card)).toContainEqual(choice);
    expect(choicesIn(card)).toHaveLength(count);
  });

  it.each([
    ['rules csa', 'rules', { text: 'Certified SOC Analyst' }],
    ['whatif +csa', 'whatif', { text: '+Certified SOC Analyst' }],
  ])('is a choice of both certifications of one short name in “%s”', async (line, command, args) => {
    const card = cardOf(await ana.say(line));

    expect(textOf({ kind: 'card', to: 'sender', card })).toContain('“csa” can mean 2 certifications. Which one?');
    expect(choicesIn(card)).toContainEqual(['CSA', command, args]);
    expect(textOf(await ana.say(`${command} ${args.text}`))).not.toContain('Which one?');
  });

  it('is a choice before the figures of one are changed', async () => {
    const admin = talk({ store: world.store, user: 'adele' });
    await admin.say('help');
    await asAdmin(admin, world.store);
    const card = cardOf(await admin.say('customise csa'));

    expect(choicesIn(card)).toContainEqual(['CSA', 'customise', { text: 'Certified SOC Analyst' }]);
  });

  it('is searched as a word, beside the certifications it may mean', async () => {
    const card = cardOf(await ana.say('search ethics for cpa'));

    expect(card.actions).toContainEqual({
      label: 'CPA (Florida)',
      command: 'search',
      args: { text: 'ethics for cpa-florida' },
    });
  });

  it.each([
    ['rules xyzzy', 'An admin can add it with “customise xyzzy”.'],
    ['pace xyzzy', 'An admin can add it with “customise xyzzy”.'],
    ['pace cissp', 'You don’t have a certification called “cissp”. Add it with “add cissp”.'],
  ])('says what to do in “%s”', async (line, says) => {
    expect(textOf(await ana.say(line))).toContain(says);
  });
});
