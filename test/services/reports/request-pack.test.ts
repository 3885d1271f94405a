import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/chat/form.ts';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import { findAuditors, requestPack } from '../../../src/services/reports/request-pack.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { OUTSIDER, packForm } from '../../../src/views/reports/pack-card.ts';

const words = wordsFor('en-GB');
const auditors = ['otto', 'pia'].map((personId) => ({ personId, name: personId.toUpperCase() }));
const place = { platform: 'slack', tenant: 't', address: 'D1' };

/** A scope of Ana, who can reach Otto in a chat, and what is noted in it. */
function aScope() {
  const noted: unknown[] = [];
  const data = {
    people: {
      some: async ({ role }: { role: string }) =>
        role === 'auditor'
          ? [...auditors, { personId: 'ana', name: 'ANA' }, { personId: 'unnamed', name: '' }]
          : [{ personId: 'member', name: 'MEMBER' }],
      withIdentities: async () =>
        auditors.map((one) => ({ ...one, platform: 'slack', tenant: 't', user: one.personId, handle: null })),
      addressesOf: async (personId: string) => (personId === 'otto' ? [place] : []),
    },
    audit: { record: (...args: unknown[]) => void noted.push(args) },
  };
  return { scope: { request: { words, person: { personId: 'ana' } }, data } as unknown as Scope, noted };
}

async function send(over: Answers) {
  const { scope, noted } = aScope();
  const answers = { who: 'ana', outsider: '', days: '7', ...over };
  const people = [{ personId: 'ana', name: 'ANA' }, ...auditors];
  const options = people.map(({ personId, name }) => ({ value: personId, label: name }));
  const form = packForm({ about: '', people: options, answers, state: '' }, words);
  return { result: await requestPack({ form, answers }, { reportId: 'r', auditors }, scope), noted };
}

it('may be for each auditor with a name but the person who asks', async () => {
  expect(await findAuditors(aScope().scope)).toEqual(auditors);
});

describe('a pack that is requested', () => {
  it.each<[string, Answers, object, object]>([
    ['for the person who asks', {}, { personId: 'ana', to: undefined, outsider: '', days: 7 }, { kind: 'self' }],
    [
      'for an auditor in a chat',
      { who: 'otto', days: '30' },
      { personId: 'otto', to: place, outsider: '', days: 30 },
      { kind: 'auditor', name: 'OTTO' },
    ],
    [
      'for an auditor without a chat, to pass on',
      { who: 'pia' },
      { personId: 'ana', to: undefined, outsider: 'PIA', days: 7 },
      { kind: 'passed-on', name: 'PIA' },
    ],
    [
      'for somebody outside, to pass on',
      { who: OUTSIDER, outsider: ' Ines ', days: ' 1 ' },
      { personId: 'ana', to: undefined, outsider: 'Ines', days: 1 },
      { kind: 'passed-on', name: 'Ines' },
    ],
  ])('%s is noted', async (_for, over, link, receiver) => {
    const { result, noted } = await send(over);

    expect(result).toEqual({
      packRequest: { of: 'report', reportId: 'r', linkId: expect.stringMatching(/^[0-9a-f-]{36}$/u), ...link },
      receiver,
    });
    expect(noted).toEqual([['export', { kind: 'person', subject: 'ana', reason: 'pack' }]]);
  });

  it('has a link of its own', async () => {
    const [one, other] = [await send({}), await send({})].map(({ result }) =>
      'packRequest' in result ? result.packRequest.linkId : undefined,
    );

    expect(one).not.toBe(other);
  });

  const { badDays, nameThem } = words.pack.form;
  it.each<[Answers, Answers]>([
    [{ days: '0' }, { days: badDays(30) }],
    [{ days: '31' }, { days: badDays(30) }],
    [{ days: 'ever' }, { days: badDays(30) }],
    [{ days: '' }, { days: words.shape.missing }],
    [{ who: 'bo' }, { who: words.shape.notAnOption }],
    [{ who: OUTSIDER }, { outsider: nameThem }],
    [{ who: OUTSIDER, outsider: ' ' }, { outsider: words.shape.missing }],
  ])('with %j is refused, and nothing is noted', async (over, errors) => {
    expect(await send(over)).toEqual({ result: { errors }, noted: [] });
  });
});
