import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noteWithoutCopy } from '../../src/domain/source-copy.ts';
import texts from '../../src/strings/de/catalogue-texts.json' with { type: 'json' };

const ROOT = new URL('../../src/catalogue/data/', import.meta.url);
const german = new Map(Object.entries(texts));

/** A text of the catalogue, with the names of the fields around it: `renewal.caps.name`. */
interface CatalogueText {
  readonly path: string;
  readonly text: string;
}

function textsOf(value: unknown, path = ''): readonly CatalogueText[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsOf(inner, Array.isArray(value) ? path : [path, key].filter((part) => part !== '').join('.')),
  );
}

const catalogue = readdirSync(ROOT).flatMap((body) =>
  readdirSync(new URL(`${body}/`, ROOT)).flatMap((file) =>
    textsOf(JSON.parse(readFileSync(new URL(`${body}/${file}`, ROOT), 'utf8'))),
  ),
);

/** The texts that people read, by what they are. Names of certifications and of their bodies stay as they are. */
const CLASSES: Readonly<Record<string, (text: CatalogueText) => string>> = {
  question: ofField('question'),
  'way to renew': ofField('how'),
  'announced change': ofField('what'),
  'unknown rule': ofField('rule'),
  // A value of several words is a text: what happens on expiry, a portal, a kind of proof.
  'value in words': ({ path, text }) =>
    path.endsWith('activities.evidence.value') || (path.endsWith('.value') && text.includes(' ')) ? text : '',
  name: ({ path, text }) => (path.endsWith('.name') ? text : ''),
  unit: ({ path, text }) => (/\.unit\.(?:one|many)$/u.test(path) ? text : ''),
  note: ({ path, text }) => (path.endsWith('.note') ? noteWithoutCopy({ note: text }) : ''),
};

function ofField(field: string): (text: CatalogueText) => string {
  return ({ path, text }) => (path.endsWith(field) ? text : '');
}

/** Units, and names that a certification body itself uses in English, or that are the same in German. */
const SAME = [
  ...'ACA CDU CDUs CEC CECs CEU CEUs CPE CPEs PDC PDCs PDH PDHs PDU PDUs RCH RCHs RU RUs SEU SEUs'.split(' '),
  'Academic Education',
  'Advance Your Education',
  'Advance Your Organization',
  'Advance Your Profession',
  'Business',
  'Business Acumen',
  'Community',
  'Education',
  'Giving Back',
  'Group A',
  'Group B',
  'Mentoring',
  'My CPD Reflections',
  'NetWars',
  'Other Giving Back',
  'Power Skills',
  'Professional Achievement',
  'Professional Activities',
  'Professional Development',
  'Professional Experience',
  'Professional education',
  'Professional experience',
  'SAFe Studio',
  'Self-Directed Learning',
  'Seminar',
  'Volunteer Service',
  'Ways of Working',
  'Webinar',
  'Working as a Practitioner',
];

/** Returns the texts of a class, each once. */
function textsIn(kind: string): readonly string[] {
  const read = CLASSES[kind];
  return [...new Set(catalogue.map((one) => read?.(one) ?? ''))].filter((text) => text !== '');
}

describe('the German texts of the catalogue', () => {
  it.each(Object.keys(CLASSES))('have a translation of every %s', (kind) => {
    const all = textsIn(kind);

    expect(all.length).toBeGreaterThan(0);
    expect(all.filter((text) => !german.has(text))).toEqual([]);
  });

  it('are only of texts that the catalogue has', () => {
    const known = new Set(Object.keys(CLASSES).flatMap(textsIn));

    expect([...german.keys()].filter((text) => !known.has(text))).toEqual([]);
  });

  it('state every figure of the English text', () => {
    const figures = (text: string): readonly string[] => text.match(/\d+/gu) ?? [];
    const wrong = [...german].filter(([english, other]) =>
      figures(english).some((figure) => !figures(other).includes(figure)),
    );

    expect(wrong).toEqual([]);
  });

  it('stay English only where the certification body’s own name is meant, or the word is the same', () => {
    const same = [...german].filter(([english, other]) => english === other).map(([english]) => english);

    expect(same.sort()).toEqual([...SAME].sort());
  });
});
