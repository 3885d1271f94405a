import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../src/strings/index.ts';

/** What is the same in both languages: names, words that both have, and lines that are put together of others. */
const SAME =
  `catalogueText certs.detail customise.name deliveries.online-live export.columns.id export.columns.status filter.remove filter.delivery.online filter.delivery.live filter.place help.title import.over.done import.over.would kinds.mentoring kinds.podcast link.code link.platforms.slack link.platforms.teams log.claims log.creditsIn log.creditsOf nudge.behind nudge.outcome.resolved nudge.reason. opportunity.name pace.advice pace.line platform.app.commandHint platform.form.optional record.version report.csv.person report.form.team report.papers.a4 report.papers.letter report.print.columns.person report.print.columns.status report.print.itself report.print.teamScope rules.portal sheet.bundle sheet.fields.link sheet.portalState sheet.status sheet.teamCount sheet.tick team.name team.saved team.title access.itself access.view people.roles.admin people.roles.auditor people.status people.withHandle preferences.datesIso preferences.datesUsual preferences.datesDefault`.split(
    ' ',
  );

const SAMPLES = [
  3,
  '2026-03-02',
  {
    ...{ one: 'CPE', many: 'CPEs', name: 'A', kind: 'B', body: 'C' },
    ...{ title: 'T', records: 2, entries: 2 },
    ...{ fresh: 2, already: 1, balances: 1, leftOut: 3 },
    ...{ minutesPerCredit: 60, percent: 50, credits: '2', each: '1' },
  },
  { count: 2, kind: 'webinar', minutes: 60, before: '2026-03-02' },
  ['A', 'B'],
  undefined,
  true,
  'met',
  'cycle',
  'O',
  'certified',
  'unknown',
  'hard',
];

/** Words that no German sentence has; commands, which stay English, are quoted. */
const ENGLISH =
  /\b(?:the|and|of|you|your|with|is|are|please|this|that|cancel|close|save|nothing|nobody|which|has|have|from|by|to|or|yes|no)\b/iu;
const QUOTED = /„[^“]*“|--[a-z-]+/gu;
/** Words that were given up for the trade's own: Nachweis, bestätigen, Workspace, Wochenübersicht, Einstellungen. */
const GIVEN_UP = /\bBeleg|bezeug|Arbeitsbereich|Wochenbericht|Wünsche|ungefragt|unterschrieben|[dkn]e[rn]? Stelle\b/u;

/** For the parameters from the fourth on. */
const MORE = [
  [3, { one: 'CPE', many: 'CPEs' }],
  ['2026-03-02', 'cycle'],
  [3, 3],
  ['2026-03-02', 3],
];

/** Every word by its path; a function stands for what it says of samples that it can be told. */
function leaves(node: unknown, path: readonly string[] = []): [string, unknown][] {
  if (typeof node === 'object' && node !== null && !Array.isArray(node))
    return Object.entries(node).flatMap(([name, inner]) => leaves(inner, [...path, name]));
  return [[path.join('.'), node]];
}

function said(phrases: unknown, samples: readonly unknown[]): string | undefined {
  if (typeof phrases !== 'function') return JSON.stringify(phrases);
  try {
    const text = JSON.stringify(phrases(...samples));
    return text === undefined || /undefined|NaN|\[object|Invalid/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

function* argumentsOf(count: number): Generator<readonly unknown[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (const first of SAMPLES) for (const rest of argumentsOf(count - 1)) yield [first, ...rest];
}

/** Everything that a word says of the samples; of those with many parameters, of the first that fit. */
function sayings(phrases: unknown): readonly string[] {
  const count = typeof phrases === 'function' ? Math.min(3, phrases.length) : 0;
  const texts = new Set<string>();
  for (const samples of argumentsOf(count)) {
    for (const more of MORE) {
      const text = said(phrases, [...samples, ...more]);
      if (text !== undefined) texts.add(text);
    }
    if (count === 3 && texts.size > 20) break;
  }
  return [...texts];
}

describe('German', () => {
  const english = new Map(leaves(wordsFor('en-GB')));
  const german = leaves(wordsFor('de-DE'));

  it('has every word that English has, and no other', () => {
    expect(german.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
  });

  it('says nothing in English', () => {
    const alike = german
      .filter(([path, phrases]) => {
        const other = english.get(path);
        if (path.endsWith('.usage')) return false;
        const count =
          typeof phrases === 'function' ? Math.min(3, Math.max(phrases.length, (other as () => unknown).length)) : 0;
        for (const samples of argumentsOf(count)) {
          for (const more of MORE) {
            const [here, there] = [said(phrases, [...samples, ...more]), said(other, [...samples, ...more])];
            if (here !== undefined && there !== undefined && here !== there) return false;
          }
        }
        return true;
      })
      .map(([path]) => path);

    expect(alike.filter((path) => !SAME.includes(path))).toEqual([]);
  });

  it('holds no English sentence, no word that was given up, and only German quotation marks', () => {
    const found = german
      .filter(([path]) => !path.endsWith('.usage'))
      .flatMap(([path, phrases]) => sayings(phrases).map((text) => [path, text] as const))
      .filter(([, text]) => {
        const opened = text.split('„').length;
        return ENGLISH.test(text.replace(QUOTED, '')) || GIVEN_UP.test(text) || opened !== text.split('“').length;
      });

    expect(found).toEqual([]);
  });

  it.each([
    ['de-DE', '31. Dez. 2026', '1,25 CPEs'],
    ['de-AT-x-iso', '2026-12-31', '1,25 CPEs'],
    ['en-GB', '31 Dec 2026', '1.25 CPEs'],
    ['en-US', 'Dec 31, 2026', '1.25 CPEs'],
    ['en-GB-x-iso', '2026-12-31', '1.25 CPEs'],
    ['pt-PT', '31 Dec 2026', '1.25 CPEs'],
    ['not a locale', '31 Dec 2026', '1.25 CPEs'],
  ])('writes days and amounts as %s does', (locale, day, credits) => {
    const words = wordsFor(locale);

    expect([words.date('2026-12-31'), words.credits(125, { one: 'CPE', many: 'CPEs' })]).toEqual([day, credits]);
  });
});
