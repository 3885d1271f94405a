import type { ReportClaim, ReportSection, ReportStatement } from '../domain/report-sections.ts';
import { marksOf, withoutMarks } from '../domain/split-by-mark.ts';
import type { Words } from '../strings/index.ts';
import { auditWords } from '../views/audit-words.ts';
import { cutText } from '../views/pace-words.ts';
import { capitalised, categoryName, markName } from '../views/requirement-words.ts';
import {
  enteredBy,
  type PrintContext,
  type PrintedHolding,
  type PrintedProof,
  type PrintedRecord,
  portalWords,
} from './printed-record.ts';

/** The row of a record, with what counts of it and its proof. */
export function recordPage(
  { record, entry, parts, claimed, counted, cuts, state }: ReportClaim<PrintedRecord>,
  { holding, standing }: ReportSection<PrintedHolding, PrintedRecord>,
  { words, on, nameOf }: PrintContext,
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
  const marks = marksOf(entry.parts).map((code) => (renewal === undefined ? code : markName(code, renewal, words)));
  const ofParts = withoutMarks(parts).map(({ category, credits }) => {
    const name = renewal === undefined ? undefined : categoryName(category, renewal, words);
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
export function statementPage(
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
      const name = renewal === undefined ? undefined : categoryName(category, renewal, words);
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

function proofPage(
  { form, shows, link, note, attestedBy, file }: PrintedProof,
  words: Words,
  nameOf: PrintContext['nameOf'],
) {
  const phrases = words.report.print;
  const { evidenceForms, evidenceFacts } = words.rules;
  const details = [
    ...(file === undefined ? [] : [file.name]),
    ...(link === '' ? [] : [link]),
    ...(note === '' ? [] : [note]),
    ...(shows.length === 0 ? [] : [phrases.shows(words.list(shows.map((fact) => evidenceFacts[fact])))]),
    ...(attestedBy === undefined ? [] : [phrases.attested(nameOf(attestedBy))]),
  ];
  return {
    what: form === '' ? phrases.unsaid : capitalised(evidenceForms[form]),
    details,
    hash: file?.sha256 ?? '',
  };
}
