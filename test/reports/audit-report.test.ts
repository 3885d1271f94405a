import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { auditReportPages, type PrintedReport } from '../../src/reports/audit-report.ts';
import { reportCsv } from '../../src/reports/report-csv.ts';
import { wordsFor } from '../../src/strings/index.ts';
import { bigReport } from '../printer/big-report.ts';

type Person = PrintedReport['people'][number];
type Section = Person['sections'][number];

/** A report of some people, each with records of the certification that `bigReport` gives. */
function aReport(records: number, people: number, change: Partial<PrintedReport> = {}): PrintedReport {
  return { ...bigReport(records, people), ...change };
}

/** The report with every section changed. */
function withSections(report: PrintedReport, change: (section: Section, person: number) => Section): PrintedReport {
  const people = report.people.map((one, at) => ({
    ...one,
    sections: one.sections.map((section) => change(section, at)),
  }));
  return { ...report, people };
}

/** Every record of every person without proof. */
function withoutProof(report: PrintedReport): PrintedReport {
  const state = { kind: 'incomplete', missing: [{ kind: 'proof' }] } as const;
  const bare = withSections(report, (section) => ({
    ...section,
    claims: section.claims.map((claim) => ({ ...claim, state })),
  }));
  const people = bare.people.map((one) => ({
    ...one,
    exceptions: one.sections.flatMap(({ holding, claims }) =>
      claims.map(({ record }) => ({ kind: 'proof', record, certification: holding.certification, state }) as const),
    ),
  }));
  return { ...bare, people };
}

const htmlOf = (report: PrintedReport) => auditReportPages(report).join('\n');
const chapter = (html: string, from: string, to: string) =>
  html.slice(html.indexOf(`id="${from}"`), html.indexOf(`id="${to}"`));
const summaryOf = (html: string) => html.slice(html.indexOf('id="summary"'), html.indexOf('class="contents"'));
const rowsOf = (html: string) =>
  [...html.matchAll(/<tr><th scope="row"><bdi>([^<]*)<\/bdi>/gu)].map(([, name]) => name);

describe('the summary of a report', () => {
  it('has deadline, what remains and status, the most urgent first', () => {
    const statuses = ['ahead', 'missed', 'on-track', 'behind'] as const;
    const report = withSections(aReport(8, 4), (section, person) => {
      const { standing } = section;
      if (standing.kind !== 'credits') return section;
      return { ...section, standing: { ...standing, status: statuses[person] ?? 'met' } };
    });
    const summary = summaryOf(htmlOf(report));

    expect(rowsOf(summary)).toEqual(['Person p1', 'Person p3', 'Person p2', 'Person p0']);
    expect(summary).toContain('<td>31 Mar 2027</td><td>117 CPE</td>');
    expect(summary).toMatch(/class="status missed">missed<\/span>/u);
  });

  it('names whose proof is missing, or says that there is none', () => {
    const people = (['p0', 'p1'] as const).map((name) => `<bdi>Person ${name} (2 records)</bdi>`);

    expect(summaryOf(htmlOf(withoutProof(aReport(4, 2))))).toContain(
      `2 of 2 people have counted records without accepted proof: ${people.join(', ')}`,
    );
    expect(summaryOf(htmlOf(aReport(4, 2)))).toContain('Every counted record has accepted proof.');
  });
});

describe('the exceptions of a report', () => {
  it('share a row where a person has several records of one finding; the table lists every record', () => {
    const report = withoutProof(aReport(600, 30));
    const exceptions = chapter(htmlOf(report), 'exceptions', 'method');
    const csv = new TextDecoder().decode(reportCsv(report)).replace(/^\ufeff/u, '');
    const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });

    expect(exceptions).toContain('Missing or unaccepted proof: 600 records, 30 people');
    expect(exceptions.match(/20 records/gu)).toHaveLength(15);
    expect(exceptions).toContain(
      '15 more rows aren’t printed. The column “Exceptions” of the CSV file lists all of them.',
    );
    expect(
      data.filter(({ Exceptions }) => Exceptions === 'Missing or unaccepted proof: CISSP: Proof missing'),
    ).toHaveLength(600);
  });

  it('are counted in a summary, and no person or rule has a chapter', () => {
    const html = htmlOf({ ...withoutProof(aReport(40, 4)), content: 'summary' });

    expect(html).toContain('<td>40 records, 4 people</td>');
    expect(html).toContain('summary only; the CSV file lists all records');
    expect(html).toContain('stand in the full report');
    expect(html).not.toMatch(/id="person-1"|Rules of CISSP|10 records<\/bdi>/u);
  });
});

describe('what people typed', () => {
  it('is isolated, so that a title in Hebrew turns no date around', () => {
    const report = aReport(1, 1);
    const [person] = report.people;
    const title = 'אבטחת מידע';
    const html = htmlOf(
      withSections({ ...report, people: person === undefined ? [] : [person] }, (section) => ({
        ...section,
        claims: section.claims.map((claim) => ({ ...claim, record: { ...claim.record, title, provider: 'חברה' } })),
      })),
    );

    expect(html).toContain(`<td><b><bdi>${title}</bdi></b> · <bdi>חברה</bdi><br>1 Jan 2024`);
    expect(html).not.toContain('<td dir="auto">');
  });
});

it('always states the sources of rules, also that there are none', () => {
  const bare = withSections(aReport(1, 1), (section) => ({
    ...section,
    holding: { ...section.holding, certification: { ...section.holding.certification, sources: {} } },
  }));

  expect(htmlOf(bare)).toContain('Sources: none stated</p>');
  expect(htmlOf(aReport(1, 1))).toMatch(/Sources: \[1\] https:/u);
  expect(htmlOf({ ...bare, words: wordsFor('de') })).toContain('Quellen: keine angegeben</p>');
});

it('prints why a proof is refused in letters of 8 pt, and never a recommendation as a failure', () => {
  const html = htmlOf(withoutProof(aReport(4, 1)));

  expect(html).toMatch(/\.refused, \.cut \{[^}]*font-size: 8pt/u);
  expect(html).toContain('<span class="refused">Not accepted: Proof missing</span>');
  expect(html).toMatch(/class="status quiet">recommended<\/td>/u);
});
