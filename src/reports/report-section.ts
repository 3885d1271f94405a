import type { Day } from '../domain/calendar.ts';
import { sum } from '../domain/credit.ts';
import type { CreditRenewal } from '../domain/credit-rules.ts';
import type { EvidenceFact, EvidenceForm } from '../domain/evidence.ts';
import { explain } from '../domain/explain.ts';
import type { Pace } from '../domain/pace.ts';
import { creditsWithMark, markedParts, marksOf, withoutMarks } from '../domain/part-marks.ts';
import type {
  ReportClaim,
  ReportedHolding,
  ReportedRecord,
  ReportSection,
  ReportStatement,
} from '../domain/report-content.ts';
import { shownPaces } from '../domain/shown-paces.ts';
import type { CreditStanding, Standing } from '../domain/standing.ts';
import type { Words } from '../strings/index.ts';
import { auditWords } from '../views/audit-words.ts';
import { cutText, headlineOf, notCheckedText } from '../views/pace-words.ts';
import { capitalised, categoryName, requirementName } from '../views/requirement-words.ts';
import { burnUp } from './burn-up.ts';

/** A printed proof. */
interface PrintedProof {
  readonly form: EvidenceForm | '';
  readonly shows: readonly EvidenceFact[];
  readonly link: string;
  readonly note: string;
  readonly attestedBy: string | undefined;
  readonly file: { readonly name: string; readonly sha256: string } | undefined;
}

/** The portal state of a claim. */
export interface PrintedPortalState {
  readonly holdingId: string;
  readonly state: 'submitted' | 'accepted' | 'rejected';
  readonly on: Day;
  readonly reference: string;
}

/** A printed record. */
export interface PrintedRecord extends ReportedRecord {
  readonly enteredBy: string;
  readonly past: {
    readonly personId: string;
    readonly delivery: keyof Words['deliveries'] | '';
    readonly enteredAt: Date;
    readonly proofs: readonly PrintedProof[];
    readonly portal?: readonly PrintedPortalState[];
  };
}

/** A printed holding. */
export interface PrintedHolding extends ReportedHolding {
  readonly number: string;
  readonly certifiedOn?: Day | undefined;
}

/** The context in which a section is formatted. */
export interface Printing {
  readonly words: Words;
  readonly on: Day;
  /** A person's name, or that they were erased. */
  nameOf(personId: string): string;
  /** Returns the version id of a certification's rules. */
  rulesOf(code: string): { readonly version: string; readonly isOwn: boolean };
}

/** Returns the section of one certification in one cycle. */
export function sectionPage(section: ReportSection<PrintedHolding, PrintedRecord>, printing: Printing) {
  const { holding, standing, claims, statements, growth } = section;
  const { words, on } = printing;
  const phrases = words.report.print;
  const { certification, number, certifiedOn } = holding;
  const { version, isOwn } = printing.rulesOf(certification.code);
  const about = [
    `${certification.name} (${certification.body})`,
    ...(number === '' ? [] : [phrases.number(number)]),
    ...(certifiedOn === undefined ? [] : [phrases.certifiedOn(certifiedOn)]),
    ...(standing.kind === 'never-expires'
      ? [phrases.never]
      : [phrases.cycle(standing.cycle.start, standing.cycle.end)]),
    phrases.rules(version, isOwn),
  ];
  const { columns } = phrases;
  return {
    heading: certification.short,
    about: about.join(' · '),
    requirementColumns: [
      ...[columns.requirement, columns.window, columns.required, columns.claimed, columns.counted],
      ...[columns.cut, columns.status, columns.delta],
    ],
    requirements:
      standing.kind === 'credits' && standing.renewedBy === undefined ? requirementRows(section, standing, words) : [],
    notes: notesOf(standing, on, words),
    chart:
      growth === undefined || (standing.kind === 'credits' && standing.renewedBy !== undefined)
        ? ''
        : burnUp(growth, on, words),
    recordColumns: [columns.activity, columns.credits, columns.proof],
    records: [
      ...statements.map((statement) => statementPage(statement, section, words)),
      ...claims.map((claim) => recordPage(claim, section, printing)),
    ],
    noRecords: phrases.noRecords,
  };
}

function requirementRows(
  { claims, holding }: ReportSection<PrintedHolding, PrintedRecord>,
  standing: CreditStanding,
  words: Words,
) {
  const { binding, renewal } = standing;
  const phrases = words.report.print;
  return shownPaces(standing).map((pace) => {
    const { requirement, counted, status, delta } = pace;
    const { window, required, severity } = requirement;
    const concerned = claims.filter((claim) => concerns(claim, pace, renewal));
    const { stated } = explain(standing, holding.entries, pace);
    const claimed = stated + sum(concerned.map((claim) => claimedTowards(claim, pace, renewal)));
    const isAdvice = severity === 'suggested';
    return {
      name: capitalised(requirementName(requirement, renewal, words)),
      note: pace === binding ? phrases.decides : '',
      window: words.span(window.start, window.end),
      required: words.amount(required),
      claimed: words.amount(claimed),
      counted: words.amount(counted),
      cut: words.amount(Math.max(0, claimed - counted)),
      statusKind: isAdvice ? 'quiet' : status,
      status: isAdvice ? phrases.suggested : phrases.status(status),
      delta: !isAdvice && pace.hasBegun && status !== 'met' && status !== 'missed' ? phrases.offBy(delta) : '',
    };
  });
}

/** Whether a claim could help a requirement: it ended in its window and has something in its category or its mark. */
function concerns({ entry }: ReportClaim<PrintedRecord>, { requirement }: Pace, renewal: CreditRenewal): boolean {
  const { window, mark, lastDay, year } = requirement;
  if (mark !== undefined && creditsWithMark(markedParts(entry, renewal), mark) === 0) return false;
  const until = year === undefined ? lastDay : window.end;
  return entry.end <= until && (year === undefined || entry.end >= window.start);
}

function claimedTowards({ entry }: ReportClaim<PrintedRecord>, { requirement }: Pace, renewal: CreditRenewal): number {
  const { category, mark } = requirement;
  const parts = markedParts(entry, renewal);
  if (mark !== undefined) return creditsWithMark(parts, mark);
  const isInside = (code: string): boolean => {
    if (category === undefined || code === category) return true;
    const parent = renewal.categories.find((one) => one.code === code)?.parent;
    return parent !== undefined && isInside(parent);
  };
  return sum(parts.filter((part) => isInside(part.category)).map(({ credits }) => credits));
}

function notesOf(standing: Standing, on: Day, words: Words): readonly string[] {
  const { print } = words.report;
  if (standing.kind !== 'credits') return [headlineOf(standing, words, on)];
  const { terms, renewal, acts, notChecked, renewedBy } = standing;
  if (renewedBy !== undefined) return [headlineOf(standing, words, on), words.relation.nothingDue];
  const carried = sum((terms.holding.carryOver ?? []).map(({ credits }) => credits));
  return [
    ...(standing.binding === undefined ? [headlineOf(standing, words, on)] : []),
    ...(carried === 0 ? [] : [print.carried(words.credits(carried, renewal.unit))]),
    ...acts.map(
      ({ act, year, doneOn }) => `${words.rules.alsoNeeded}: ${words.pace.act(act.name, year, doneOn).slice(2)}`,
    ),
    ...notChecked.map((one) => notCheckedText(one, renewal, words)),
  ];
}

function recordPage(
  { record, entry, parts, claimed, counted, cuts, state }: ReportClaim<PrintedRecord>,
  { holding, standing }: ReportSection<PrintedHolding, PrintedRecord>,
  { words, on, nameOf }: Printing,
) {
  const phrases = words.report.print;
  const { past } = record;
  const renewal = standing.kind === 'credits' ? standing.renewal : undefined;
  const unit = renewal?.unit ?? { one: '', many: '' };
  const when = [
    words.span(record.start, record.end),
    words.kinds[record.kind],
    ...(past.delivery === '' ? [] : [words.deliveries[past.delivery]]),
    ...(record.minutes === undefined ? [] : [words.minutes(record.minutes)]),
  ];
  const marks = marksOf(entry.parts).map((code) => renewal?.marks.find((mark) => mark.code === code)?.name ?? code);
  const ofParts = withoutMarks(parts).map(({ category, credits }) => {
    const name = renewal === undefined ? undefined : categoryName(category, renewal);
    return name === undefined ? '' : `${name}: ${words.amount(credits)}`;
  });
  return {
    title: record.title,
    provider: record.provider,
    when: when.join(' · '),
    description: record.description,
    entered: phrases.entered(record.enteredOn, enteredBy(record, words, nameOf)),
    id: record.id,
    credits: counted === claimed ? words.credits(claimed, unit) : phrases.ofClaimed(counted, claimed, unit),
    parts: [...ofParts, ...(marks.length === 0 ? [] : [phrases.marks(words.list(marks))])].filter(
      (part) => part !== '',
    ),
    cuts: [
      ...(renewal === undefined ? [] : cuts.map((cut) => capitalised(cutText(cut, renewal, words)))),
      ...(entry.end > on ? [phrases.later] : []),
    ],
    portal: portalWords(
      past.portal?.find(({ holdingId }) => holdingId === holding.holdingId),
      words,
    ),
    proofs: past.proofs.map((proof) => proofPage(proof, words, nameOf)),
    isAccepted: state.kind === 'ready',
    state:
      state.kind === 'ready'
        ? phrases.accepted
        : `${phrases.notAccepted}: ${auditWords(state, holding.certification.body, words)}`,
  };
}

/** The row of credits that were stated, not itemised, in the form of a record. */
function statementPage(
  { opening, stated, covered, counted, cuts }: ReportStatement,
  { standing }: ReportSection<PrintedHolding, PrintedRecord>,
  words: Words,
) {
  const phrases = words.report.print;
  const renewal = standing.kind === 'credits' ? standing.renewal : undefined;
  const unit = renewal?.unit ?? { one: '', many: '' };
  const isAccepted = opening.accepted === true;
  return {
    title: words.opening.reportTitle,
    provider: '',
    when: words.opening.reportUntil(opening.on),
    description: '',
    entered: '',
    id: '',
    credits: counted === stated ? words.credits(stated, unit) : phrases.ofClaimed(counted, stated, unit),
    parts: opening.parts.map(({ category, credits }) => {
      const name = renewal === undefined ? undefined : categoryName(category, renewal);
      return name === undefined ? words.amount(credits) : `${name}: ${words.amount(credits)}`;
    }),
    cuts: [
      ...(covered === 0 ? [] : [words.opening.covered(covered, stated)]),
      ...(renewal === undefined ? [] : cuts.map((cut) => capitalised(cutText(cut, renewal, words)))),
    ],
    portal: isAccepted ? phrases.portal.accepted : phrases.portal.none,
    proofs: [],
    isAccepted,
    state: isAccepted ? capitalised(words.opening.isAccepted) : capitalised(words.opening.isNotAccepted),
  };
}

/** Returns the portal state of a claim as text. */
export function portalWords(stated: PrintedPortalState | undefined, words: Words): string {
  const { portal } = words.report.print;
  if (stated === undefined) return portal.none;
  return [portal[stated.state], words.date(stated.on), stated.reference].filter((part) => part !== '').join(', ');
}

/** Returns the name of the person who entered a record. */
export function enteredBy({ past, enteredBy: who }: PrintedRecord, words: Words, nameOf: Printing['nameOf']): string {
  const phrases = words.report.print;
  if (who === past.personId || who === '') return phrases.themselves;
  if (who === 'operator') return phrases.operator;
  return who === 'recert' ? phrases.itself : nameOf(who);
}

function proofPage(
  { form, shows, link, note, attestedBy, file }: PrintedProof,
  words: Words,
  nameOf: Printing['nameOf'],
) {
  const phrases = words.report.print;
  const { evidenceForms, evidenceFacts } = words.rules;
  const detail = [
    ...(file === undefined ? [] : [file.name]),
    ...(link === '' ? [] : [link]),
    ...(note === '' ? [] : [note]),
    ...(shows.length === 0 ? [] : [phrases.shows(words.list(shows.map((fact) => evidenceFacts[fact])))]),
    ...(attestedBy === undefined ? [] : [phrases.attested(nameOf(attestedBy))]),
  ];
  return {
    what: form === '' ? phrases.unsaid : capitalised(evidenceForms[form]),
    detail: detail.join(' · '),
    hash: file?.sha256 ?? '',
  };
}
