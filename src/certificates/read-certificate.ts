import { type CertificateQuestion, type CertificateReading, isProofOfAttendance } from '../domain/document-reading.ts';
import { findActivitySigns } from './activity-signs.ts';
import { type ActivityTitle, findActivityTitle } from './activity-title.ts';
import { findAttendee } from './attendee.ts';
import { documentKind } from './document-kind.ts';
import { type EventDays, findEventDays } from './event-days.ts';
import { findIdentifiers } from './identifiers.ts';
import type { PageText } from './page-text.ts';
import { type Paper, paperOf } from './paper.ts';
import { findPrintedCredits } from './printed-credits.ts';
import { findOrganiser } from './provider.ts';
import { findTimeAttended } from './time-attended.ts';
import { findCourses } from './transcript.ts';
import { withoutUnsure } from './unsure-values.ts';

/** A remark that the attendee took part in less than the document describes. */
const PARTIAL =
  /\b(?:attended|present|anwesend|présente?|asistió)\b[^.]{0,40}\b(?:only|nur|seulement|solo|sólo)\b|\bday\s+\d\s+only\b|\bnur\s+tag\s+\d/iu;
/** Several courses under one certificate, which were not taken on the day it names. */
const SEVERAL_COURSES =
  /\b(?:learning\s+path|lernpfad|parcours\s+de\s+formation|ruta\s+de\s+aprendizaje|specialization|nanodegree|bundle)\b|\(\s*\d+\s+(?:courses|kurse|cours|cursos)\s*\)/iu;
const MINUTES_PER_DAY = 1440;

/** Reads the text of a document about something that was attended. Never guesses: what could mean two things is a question. */
export function readCertificate(pages: readonly PageText[]): CertificateReading {
  const paper = paperOf(pages);
  return withoutUnsure(readPaper(paper), paper);
}

function readPaper(paper: Paper): CertificateReading {
  const kind = documentKind(paper);
  const attendee = findAttendee(paper);
  const name = attendee && { value: attendee.name, words: attendee.block.text };
  const courses = kind === 'transcript' ? findCourses(paper) : [];
  if (courses.length > 0) {
    const provider = findOrganiser(paper, { blocks: attendee ? [attendee.block] : [], title: undefined });
    const about = { kind, activityKind: 'college-course' as const, attendee: name, provider, courses };
    return tidy({ ...about, questions: ['course', 'days'] });
  }
  const title = findActivityTitle(paper, attendee);
  const known = [attendee?.block, title?.block].filter((block) => block !== undefined);
  const provider = findOrganiser(paper, { blocks: known, title: title?.title });
  const about = {
    kind,
    attendee: name,
    provider,
    title: title && { value: title.title, words: title.title },
    ...findIdentifiers(paper),
  };
  const rest = paper.blocks.filter((block) => block !== title?.block).map(({ text }) => text);
  const activityKind = findActivitySigns([rest.join('\n'), title?.block.text ?? ''], kind);
  const others = title === undefined ? paper : withoutTitle(paper, title);
  const days = findEventDays(others);
  const ignored = known.filter(({ text }) => text === title?.title || text === attendee?.name);
  const amounts = isProofOfAttendance(kind) ? amountsOf(others, days, ignored) : { questions: [] };
  return tidy({
    ...about,
    activityKind,
    ...daysOf(days, amounts.minutes?.value, { paper, title: title?.title ?? paper.text }),
    ...amounts,
  });
}

/** Leaves a title out of the sentence that it stands in, because a title may name days and lengths too. */
function withoutTitle(paper: Paper, { title, block }: ActivityTitle): Paper {
  if (block.text === title) return paper;
  const rest = { ...block, text: block.text.replace(title, '…') };
  const replaced = (one: Paper['blocks'][number]) => (one === block ? rest : one);
  return {
    ...paper,
    blocks: paper.blocks.map(replaced),
    labelled: paper.labelled.map((one) => ({ ...one, block: replaced(one.block) })),
  };
}

type Amounts = Pick<CertificateReading, 'minutes' | 'credits' | 'unit' | 'split' | 'questions'>;

function amountsOf(paper: Paper, days: EventDays, ignored: readonly Paper['blocks'][number][]): Amounts {
  if (PARTIAL.test(paper.text)) return { questions: ['credits', 'days'] };
  const { isUnclear: hasSeveral, ...credits } = findPrintedCredits(paper, ignored);
  const { minutes, isUnclear } = findTimeAttended(paper, days, ignored);
  const questions: CertificateQuestion[] = [];
  if (hasSeveral) questions.push('credits');
  if (isUnclear || (minutes === undefined && credits.credits === undefined)) questions.push('duration');
  return { ...credits, ...(minutes === undefined ? {} : { minutes }), questions };
}

/** The days with their questions. */
function daysOf(
  days: EventDays,
  minutes: number | undefined,
  { paper, title }: { readonly paper: Paper; readonly title: string },
) {
  const { range, words = '', question } = days;
  if (question === 'order') return { typedDate: words, dayQuestion: 'day' as const };
  const isOneDay = range !== undefined && range.start === range.end;
  const isTooLong = isOneDay && (minutes ?? 0) > MINUTES_PER_DAY;
  const isPartial = PARTIAL.test(paper.text);
  if (range === undefined || isTooLong || isPartial || (isOneDay && SEVERAL_COURSES.test(title)))
    return { dayQuestion: 'days' as const };
  return { from: { value: range.start, words }, ...(isOneDay ? {} : { to: { value: range.end, words } }) };
}

type Draft = { readonly [Key in keyof CertificateReading]?: CertificateReading[Key] | undefined } & {
  readonly dayQuestion?: CertificateQuestion;
};

/** Leaves out what is absent, and what contains a sign that could not be read. */
function tidy({ kind = 'other', questions = [], dayQuestion, ...read }: Draft): CertificateReading {
  const entries = Object.entries(read).filter(
    ([, value]) => value !== undefined && !JSON.stringify(value).includes('\uFFFD'),
  );
  const open = [...new Set([...questions, ...(dayQuestion === undefined ? [] : [dayQuestion])])];
  return { ...Object.fromEntries(entries), kind, questions: open };
}
