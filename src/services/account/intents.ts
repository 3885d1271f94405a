import type { CommandName } from '../../strings/index.ts';
import { activityPattern } from '../records/activity-nouns.ts';
import { historyText, searchText, whatIfText } from './intent-text.ts';
import type { TypedCommand } from './interpreted-line.ts';
import type { Sentence } from './sentence.ts';

interface Intent {
  readonly pattern: RegExp;
  answer(sentence: Sentence): TypedCommand | undefined;
}

const intent = (words: string, answer: Intent['answer']): Intent => ({
  pattern: new RegExp(words.replaceAll(/\s+/gu, ' '), 'iu'),
  answer,
});
const withText =
  (command: CommandName, text: (sentence: Sentence) => string = () => ''): Intent['answer'] =>
  (sentence) => ({ command, args: { text: text(sentence) } });
/** The certifications of a sentence as the text of a command. */
export const namesOf = ({ certifications }: Sentence): string => certifications.map(({ short }) => short).join(', ');

const pace = withText('pace', namesOf);
const certsOrPace = (sentence: Sentence) =>
  sentence.certifications.length > 0 ? pace(sentence) : { command: 'certs' as const, args: { text: '' } };
const next = withText('next', ({ minutes }) => (minutes === undefined ? '' : `${minutes}m`));
const history = withText('history', historyText);
const search = withText('search', searchText);

const PROOF = '(?:proofs?|evidence|documentation|nachweise?|belege?|nachweisen|belegen)';
const RECORD = '(?:it|that|this|one|record|entry|log|webinar|course|activity|eintrag|es|das|ihn)';
const LAST = `(?:(?:that|the|my|this|den|meinen|das|mein) )?(?:(?:very )?(?:last|latest|previous|letzten?|letztes) ?)?${RECORD}`;

/**
 * What people ask for without naming a command; the first that matches is meant. Each only reads, or asks before it writes: a wrong guess
 * changes nothing.
 */
const INTENTS: readonly Intent[] = [
  intent('^(?:what (?:happens|would happen) if|suppose|was (?:ist|wäre|passiert) wenn|angenommen)\\b', (sentence) => ({
    command: 'whatif',
    args: { text: whatIfText(sentence) },
  })),
  intent(
    `^(?:undo|revert|take (?:that|it|this) back|take back|roll (?:that|it|this) back|wrong one|oops|ups|mist)\\b`,
    withText('undo'),
  ),
  intent(`(?:rückgängig|^(?:nimm|nehme?) (?:das|es|ihn|den .*) (?:wieder )?zurück$|^zurücknehmen)`, withText('undo')),
  intent(
    `^(?:delete|remove|erase|lösche?|löschen|entferne?) ${LAST}(?: ${RECORD})?(?: (?:again|wieder))?$`,
    withText('delete', () => 'last'),
  ),
  intent(
    `^${LAST} (?:löschen|entfernen)$`,
    withText('delete', () => 'last'),
  ),
  intent(
    '^(?:warum|wieso|weshalb|why|how come) (?:am|bin|is|are|liege|ist|do|does|hänge|stehe)\\b.*(?:behind|late|ahead|rückstand|zurück|hinten|hinterher|missing|vorn|voraus)',
    withText('why', (sentence) => sentence.certifications[0]?.short ?? ''),
  ),
  intent(
    `(?:missing|without|no|lacks?|fehlt|fehlen|ohne|kein|keine|keinen) .{0,20}?${PROOF}\\b`,
    withText('debt', namesOf),
  ),
  intent(`\\b${PROOF} .{0,20}?(?:missing|fehlt|fehlen|needed|outstanding|offen)`, withText('debt', namesOf)),
  intent(
    '(?:missing|fehlt|fehlen|need).{0,15}(?:for|für|bei|in).{0,8} audit|audit.?(?:ready|proof|fest)',
    withText('debt', namesOf),
  ),
  intent(
    '^(?:(?:and )?what (?:should|can|could|shall|would|do) i (?:do|attend|take|watch|learn|visit)(?: next)?|was (?:soll|kann|könnte|sollte) ich)\\b',
    next,
  ),
  intent(
    '\\b(?:any|got) (?:ideas|suggestions|recommendations)|^(?:suggest|recommend)\\b|^(?:empfiehl|empfehl|schlag).*|was empfiehlst du',
    next,
  ),
  intent(
    '^i (?:have|ve got|got)\\b|^ive got\\b|^ich (?:habe|hab|hätte)\\b|\\bzeit (?:für|übrig)|what (?:can|should|do) i do$',
    (sentence) => (sentence.hasAmount ? next(sentence) : undefined),
  ),
  intent(
    '^how (?:do|can|should|to|would) (?:i |we |you )?(?!do\\b|stand\\b|look\\b|compare\\b)\\w+|^wie (?:kann|soll|muss|trage?|lösche?|füge) ich\\b',
    helpWithVerb,
  ),
  intent(
    '\\b(?:i|ich) (?:have |habe? )?(?:log|logged|recorded?|entered|did|do in|submitted?|eingetragen|protokolliert|erfasst|gemacht)\\b|\\bhabe? ich\\b.*(?:eingetragen|protokolliert|erfasst|gemacht)|\\b(?:my|meine|all|alle|the) (?:\\w+ )?(?:records|entries|activities|history|einträge|aktivitäten|verlauf)',
    history,
  ),
  intent(
    '\\b(?:(?:which|list|show|what|my|welche|zeige?|meine?|liste)\\b.*)(?:certs?|certifications?|certificates|zertifikate|zertifizierungen)\\b',
    (sentence) => (sentence.certifications.length > 0 ? undefined : { command: 'certs', args: { text: '' } }),
  ),
  intent(
    '\\b(?:how (?:many|much)|wie ?viele?)\\b.*(?:need|left|missing|to go|remain|still|owe|short|required|fehl|brauch|noch|nötig|muss)',
    pace,
  ),
  intent(
    '\\b(?:expires?|expiring|expiration|renewal|renew|run(?:s)? out|due|deadlines?|valid|fällig|gültig|abläuft|ablauf|frist(?:en)?|läuft .*\\bab|laufen .*\\bab|verlängern|verlängerung)\\b',
    (sentence) => (sentence.isQuestion || /^(?:my|meine)\b/u.test(sentence.plain) ? certsOrPace(sentence) : undefined),
  ),
  intent('\\b(?:rules|requirements|regeln|anforderungen|require|requires|verlangt|fordert)\\b', (sentence) =>
    sentence.certifications.length === 0
      ? undefined
      : { command: 'rules', args: { text: sentence.certifications[0]?.short ?? '' } },
  ),
  intent(
    '^(?:how (?:am|are|far|do i|did i|is|does my|s)\\b.*(?:do|doing|stand|stands|going|behind|ahead|along|look|pace)|where (?:do|am|are) i\\b|(?:am|are|is|was|how) .*\\b(?:behind|ahead|on track|on schedule|on pace|in time|late)\\b|(?:whats |what is |show |zeige? )?(?:me |mir )?(?:my|meinen?|mein|the) (?:pace|progress|status|standing|stand|fortschritt|rückstand)\\b|pace$|progress$|status$)',
    pace,
  ),
  intent('^(?:do|have) i .*\\benough\\b|^(?:will|can) i (?:still )?(?:make|manage|reach|get there)', pace),
  intent('\\b(?:cpes?|credits|points|pdus?|hours) .{0,20}(?:left|missing|needed|remaining|to go)', pace),
  intent(
    '^(?:liege|bin|hänge|stehe|hinke) ich\\b.*(?:zurück|rückstand|hinten|hinterher|vorn|voraus|plan|soll|dabei|gut|rechtzeitig)|^wie (?:stehe|steht|weit|liege|sieht|siehts|läuft)\\b|^wo (?:stehe|liege) ich|^(?:reichen|habe ich genug|habe ich noch genug)|^was fehlt\\b',
    pace,
  ),
  intent(
    '^(?:find|search|look|looking|search for|suche?|such|gib mir|gibts|gibt es|are there|is there|any|anything|show me|where can i|wo gibt es|wo finde ich|welche|which|free|cheap|kostenlose?[sn]?|online)\\b',
    (sentence) => (SEARCHES.test(sentence.plain) || EVENT.test(sentence.plain) ? search(sentence) : undefined),
  ),
  intent(
    '^(?:help|hilfe|(?:mir )?helfen|what can (?:you|i) do|what do you do|how (?:do|does|can) (?:this|it|that|you|i use).*|who are you|what are you|what is (?:this|recert)|what are my options|i need help|was kannst du|was bist du|wer bist du|was ist (?:das|recert)|wie (?:geht|funktioniert) (?:das|es|dies)|(?:list |show )?(?:all )?(?:the )?(?:commands|befehle)|welche befehle)\\b',
    withText('help'),
  ),
];

const SEARCHES = /^(?:find|search|look(?:ing)? for|suche?|such)\b/u;
const EVENT = activityPattern('events?|veranstaltung(?:en)?|talks?|offers?|angebote?');

/** `how do I import …` asks for the help of a command, any other `how` for the list. */
function helpWithVerb({ plain }: Sentence): TypedCommand | undefined {
  const [, verb] = /^how (?:do|can|should|to|would) (?:i |we |you )?(\w+)/u.exec(plain) ?? [];
  return verb === undefined ? undefined : { command: 'help', args: { text: verb } };
}

/** Returns the command that a sentence asks for, or undefined. */
export function intentOf(sentence: Sentence): TypedCommand | undefined {
  for (const { pattern, answer } of INTENTS) {
    const found = pattern.test(sentence.plain) ? answer(sentence) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
