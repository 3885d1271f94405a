import type { ActivityKind } from '../../domain/activity-kinds.ts';

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

const THINGS: Signs = [
  [/\b(?:webinar|webcast|livestream)s?\b/iu, 'webinar'],
  [/\bpodcasts?\b/iu, 'podcast'],
  [
    /\b(?:conference|konferenz|tagung|summit|[ck]ongress|symposium|rsac|black ?hat|def ?con)\b|\p{L}(?:konferenz|tagung|kongress|gipfel)\b/iu,
    'conference',
  ],
  [/\bchapter(?:\s+|-)?(?:meetings?|events?|evening|night|lunch|treffen|abend)\b|\bmeet-?up\b/iu, 'chapter-meeting'],
  [/^read(?:ing)?\b|\bread\s+(?:an?|the)\b|\b(?:book|buch|white ?paper|article|artikel|gelesen)\b/iu, 'reading'],
  [/\b(?:lab|ctf|netwars|cyber range)\b/iu, 'lab'],
  [/\bmentoring\b/iu, 'mentoring'],
  [/\bvolunteering\b/iu, 'volunteering'],
  [/\b(?:course|kurs|training|schulung|lehrgang|class|bootcamp|workshop|seminar)\b/iu, 'course'],
];

/** Returns the kind of activity named in a text, such as `webinar`. Attending a lecture or a talk is not teaching. */
export function findActivityKind(text: string): ActivityKind | undefined {
  return [...ACTS, ...THINGS].find(([words]) => words.test(text))?.[1];
}
