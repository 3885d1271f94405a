import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import texts from '../../src/strings/de/catalogue-texts.json' with { type: 'json' };

const ROOT = new URL('../../src/catalogue/data/', import.meta.url);
/** The fields whose texts must have a German translation. */
const TRANSLATED = new Set(['question', 'how', 'what', 'rule']);
/** A value of several words is a text: what happens on expiry, a portal, a kind of proof. */
const isText = (field: string, text: string) => TRANSLATED.has(field) || (field === 'value' && text.includes(' '));

function textsOf(value: unknown, field = ''): readonly (readonly [field: string, text: string])[] {
  if (typeof value === 'string') return [[field, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, Array.isArray(value) ? field : key));
}

const catalogue = readdirSync(ROOT).flatMap((body) =>
  readdirSync(new URL(`${body}/`, ROOT)).flatMap((file) =>
    textsOf(JSON.parse(readFileSync(new URL(`${body}/${file}`, ROOT), 'utf8'))),
  ),
);
const german = new Map(Object.entries(texts));

it('has a German translation of every question, way to renew, change, unknown rule and value in words', () => {
  const missing = catalogue.filter(([field, text]) => isText(field, text) && !german.has(text));

  expect(missing).toEqual([]);
});

it('translates only texts that the catalogue has', () => {
  const known = new Set(catalogue.map(([, text]) => text));

  expect([...german.keys()].filter((text) => !known.has(text))).toEqual([]);
});

it('states every figure of the English text in the German one', () => {
  const figures = (text: string): readonly string[] => text.match(/\d+/gu) ?? [];
  const wrong = [...german].filter(([english, other]) =>
    figures(english).some((figure) => !figures(other).includes(figure)),
  );

  expect(wrong).toEqual([]);
});
