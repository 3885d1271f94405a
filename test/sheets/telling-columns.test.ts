import { describe, expect, it } from 'vitest';
import { parseDuration } from '../../src/services/records/parse-duration.ts';
import { parseCellDate } from '../../src/sheets/cell-dates.ts';
import { findLengthReading, parseLength } from '../../src/sheets/cell-lengths.ts';
import { readHeading } from '../../src/sheets/column-heading.ts';
import { findHeader } from '../../src/sheets/find-header.ts';
import { gridRow } from '../../src/sheets/grid.ts';
import { proposeMapping } from '../../src/sheets/match-columns.ts';
import { findPreset } from '../../src/sheets/presets.ts';
import { statusOf } from '../../src/sheets/row-kinds.ts';

/** A table of lines with bars between the cells. */
function found(...lines: readonly string[]) {
  const rows = lines.map((line, index) => gridRow(index + 1, line.split('|')));
  return findHeader(rows) ?? { header: [], rows: [], fields: 0 };
}

describe('the day of a row', () => {
  it.each([
    ['Order date|Course|Course date', '2026-09-01|Helm|2026-10-12', 2],
    ['Bestelldatum|Kurs|Kursdatum', '01.09.2026|Helm|12.10.2026', 2],
    ['Invoice date|Payment date|Title|Date', '2026-09-01|2026-09-02|Helm|2026-10-12', 3],
    ['Schulungstitel|Abschlussdatum', 'Helm|12.10.2026', 1],
  ])('of “%s” is not that of an order', (header, row, start) => {
    const table = found(header, row);

    expect(proposeMapping(table.header, table.rows).start).toBe(start);
  });

  it('is in a column “Completed” although notes stand below the table', () => {
    const table = found(
      'Completed|Activity|Credits',
      '2026-11-03|Secrets|1',
      '2026-11-10|Legacy|2',
      'Total credits||3',
      'End of report',
      '(c) 2026 LearnHub',
      'All rights reserved',
    );

    expect(proposeMapping(table.header, table.rows)).toMatchObject({ start: 0, title: 1, credits: 2 });
  });

  it('has the year of its block if it names none, and only then', () => {
    const table = found(
      '2025',
      'Date|Title',
      '14 Feb|One',
      '3 Mar 2024|Two',
      'CPE 2026',
      'Feb 2|May 5',
      '24.12.|Three',
    );

    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['14 Feb 2025', 'One'],
      ['3 Mar 2024', 'Two'],
      ['Feb 2 2026', 'May 5'],
      ['24.12.2026', 'Three'],
    ]);
  });

  it('gets no year from a block of two years', () => {
    const table = found('Date|Title', '2025/26', '14 Feb|One', '15 Feb|Two');

    expect(table.rows.map(({ cells }) => cells[0])).toEqual(['14 Feb', '15 Feb']);
  });

  it.each([
    ['3 février 2026', '2026-02-03'],
    ['14 août 2026', '2026-08-14'],
    ['1er septembre 2026', '2026-09-01'],
    ['5 de mayo de 2026', '2026-05-05'],
    ['23 de enero del 2026', '2026-01-23'],
    ['30 giugno 2026', '2026-06-30'],
    ['7 juillet 2026', '2026-07-07'],
    ['31 juin 2026', undefined],
    ['5 de nada de 2026', undefined],
  ])('“%s” is %s', (typed, expected) => {
    expect(parseCellDate(typed, 'day-first')).toBe(expected);
  });

  it.each([
    ['２０２６/１１/０３', '2026/11/03'],
    ['１．５', '1.5'],
    ['Ｗｅｂ３ basics', 'Ｗｅｂ３ basics'],
    ['＝１', '＝１'],
  ])('in full-width digits is read, and words stay: %s', (typed, expected) => {
    expect(gridRow(1, [typed]).cells[0]).toBe(expected);
  });
});

describe('a length of time', () => {
  it.each([
    ['PT1H15M', 75],
    ['PT45M', 45],
    ['1 Std. 15 Min.', 75],
    ['1:15 h', 75],
    ['1¼ h', 75],
    ['½ h', 30],
    ['1 h 15 min', 75],
    ['PT', undefined],
    ['1:15 pm', undefined],
  ])('“%s” is %s minutes', (typed, minutes) => {
    expect(parseDuration(typed)).toBe(minutes);
  });

  it.each([
    ['Dauer (Std:Min)', '1:30', 90],
    ['Course Length (hh:mm:ss)', '01:52:40', 112],
    ['Total Seconds Viewed', '5400', 90],
    ['Duration (mm:ss)', '47:12', 47],
  ])('under “%s” “%s” is %i minutes', (heading, cell, minutes) => {
    const { unit, minutesPerHour } = readHeading(heading);
    const reading = findLengthReading([cell], { heading: unit, stated: undefined, minutesPerHour });

    expect(reading === 'unclear' ? reading : parseLength(cell, reading)).toBe(minutes);
  });
});

describe('an export of a platform', () => {
  it('of LinkedIn Learning is not taken for one of Pluralsight', () => {
    const header = 'Name|Content Name|Content Type|Percent Completed|Total Seconds Viewed|Completed At (UTC)'.split(
      '|',
    );

    expect(findPreset(header)?.name).toBe('LinkedIn Learning');
    expect(proposeMapping(header)).toMatchObject({ title: 1, minutes: 4, start: 5 });
  });

  it.each([
    ['Applied', 'accepted'],
    ['Registriert', 'planned'],
  ])('says “%s” of what is %s', (status, meaning) => {
    expect(statusOf(status)).toBe(meaning);
  });
});
