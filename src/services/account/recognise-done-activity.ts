import { activityPattern } from '../records/activity-nouns.ts';
import type { Sentence } from './sentence.ts';

/** Verbs of having taken part in something, in English and German. */
const DONE = new RegExp(
  String.raw`(?<![\p{L}])(?:` +
    [
      'watched|attended|completed|finished|listened to|read|studied|joined|participated|took part|took|did|sat|went to|was (?:at|in)|visited|viewed',
      'gave|spoke|taught|presented|lectured|held|hosted|wrote|published|passed|mentored|volunteered|earned|received',
      'gesehen|geschaut|angeschaut|angesehen|besucht|gehört|angehört|gelesen|teilgenommen|absolviert|abgeschlossen|gemacht|mitgemacht|gelernt',
      'gehalten|referiert|unterrichtet|gesprochen|geschrieben|veröffentlicht|bestanden|betreut|(?:ich war|war ich) .{0,30}?(?:auf|bei|beim|in|im|am)',
    ].join('|') +
    String.raw`)(?![\p{L}])`,
  'iu',
);

const ACTIVITY = activityPattern('treffen|talks?|vorträge?|vortrag|lectures?|exams?|prüfung(?:en)?|chapter');

/** `trag … ein`, `notiere …`: to log, in words that are no command. */
const LOG_IT =
  /^(?:trage?|notiere?|erfasse?|buche?|vermerke?|note(?: down)?|put (?:down|in)|enter)(?:\s+(?:mir|mal|ein))*\s*:?\s+/iu;

/**
 * Whether a sentence says that something was attended or done, so that the form to log it should open. Where its first word may be a misspelt
 * command, it must say so with a verb.
 */
export function describesActivity(sentence: Sentence, isMisspelt = false): boolean {
  const { plain, isQuestion, hasAmount, beginsWithAmount, hasPastDay, beginsWithDay, certifications } = sentence;
  if (isQuestion) return false;
  if (beginsWithAmount) return true;
  const isNamed = certifications.length > 0 || ACTIVITY.test(plain);
  if (beginsWithDay && (hasAmount || isNamed)) return true;
  if (DONE.test(plain) && (hasAmount || hasPastDay)) return true;
  return hasAmount && hasPastDay && isNamed && !isMisspelt;
}

/** Whether a text names a kind of activity, such as `webinar`. */
export function namesActivity(text: string): boolean {
  return ACTIVITY.test(text);
}

/** Returns what `trag … ein` and its like ask to log, or undefined. */
export function activityToLog({ line, hasAmount, hasPastDay, isQuestion }: Sentence): string | undefined {
  if (isQuestion || !LOG_IT.test(line) || !(hasAmount || hasPastDay)) return undefined;
  return line
    .replace(LOG_IT, '')
    .replace(/(?<=\s)ein[\s.!]*$/iu, '')
    .trimEnd();
}
