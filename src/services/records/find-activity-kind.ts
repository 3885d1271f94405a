import type { ActivityKind } from '../../domain/activity-kinds.ts';
import { kindOfNoun } from './activity-nouns.ts';

const READ = /^read(?:ing)?\b|\bread\s+(?:an?|the)\b|\bgelesen\b/iu;

type Signs = readonly (readonly [RegExp, ActivityKind])[];

/** What the member did, by its verb. A verb of giving something is one of teaching only with what was given, and never before `by`. */
const ACTS: Signs = [
  [
    /^(?:i\s+)?(?:wrote|authored|published|writing)\s+(?:an?|the|my|our|one|two)\b|\bwrote\s+an?\b|\b(?:geschrieben|verfasst|veröffentlicht)$/iu,
    'authoring',
  ],
  [/\bpassed\b.*\bexam\b|\bexam\s+passed\b|\b(?:prüfung|examen)\b.*\bbestanden\b/iu, 'exam-passed'],
  [
    /^(?:i\s+)?(?:spoke|taught|lectured|presented|teaching|presenting)\b(?!\s+by)|\b(?:spoke|lectured)\s+(?:at|on|about|for)\b|\btaught\s+(?:an?|the|my)\b|\bunterrichtet\b|\breferiert\b/iu,
    'teaching',
  ],
  [
    /\b(?:gave|giving|held|delivered|delivering|ran)\s+(?:an?|the|my|our|two|three)\b.*\b(?:talk|lecture|keynote|presentation|class|course|workshop|webinar|training|session)s?\b/iu,
    'teaching',
  ],
  [/\b(?:vortrag|workshop|schulung|kurs|seminar|webinar|keynote|vorlesung)\b.*\bgehalten\b/iu, 'teaching'],
  [
    /\bas\s+(?:an?\s+|the\s+)?(?:guest\s+)?(?:speaker|lecturer|instructor)\b|\bals\s+(?:gast)?(?:speaker|referent|dozent|trainer)(?:in)?\b/iu,
    'teaching',
  ],
  [/^(?:i\s+)?mentor(?:ing|ed)\b/iu, 'mentoring'],
  [/^(?:i\s+)?volunteer(?:ing|ed)\b|\behrenamtlich\b/iu, 'volunteering'],
];

/** Returns the kind of activity named in a text, such as `webinar`. Attending a lecture or a talk is not teaching. */
export function findActivityKind(text: string): ActivityKind | undefined {
  const act = ACTS.find(([words]) => words.test(text))?.[1];
  // `webinar on how to read logs` is a webinar.
  return act ?? kindOfNoun(text) ?? (READ.test(text) ? 'reading' : undefined);
}
