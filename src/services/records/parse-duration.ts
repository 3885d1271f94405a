/** The longest activity that can be logged at once, in minutes. */
export const MAX_ACTIVITY_MINUTES = 60_000;

const HOURS = String.raw`(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:hours?|hrs?|stunden?|std\.?|h)(?:(\d{1,2})(?![\d\s]*[/.-]\d)|\s*(\d{1,2})\s*(?:minutes?|minuten?|mins?|min\.?|m))?`;
const MINUTES = String.raw`(\d{1,5})\s*(?:minutes?|minuten?|mins?|min\.?|m)`;
const DURATION = new RegExp(String.raw`(?<![\w.,])(?:${HOURS}|${MINUTES})(?![\w])`, 'iu');

/** The first duration in a text: its words, where they are, and the whole minutes they mean. */
export function findDuration(text: string): { words: string; index: number; minutes: number } | undefined {
  const match = DURATION.exec(text);
  if (match === null) return undefined;
  const [words, hours, attached, more, minutes] = match;
  const total = hours === undefined ? Number(minutes) : minutesOf(hours, attached ?? more);
  return { words, index: match.index, minutes: total };
}

/** The minutes a whole text means, `90m`, `1h30`, `1.5h`, `1:30` or a bare number of minutes; nothing for anything else. */
export function parseDuration(text: string): number | undefined {
  const typed = text.trim();
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(typed);
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2]);
  if (/^\d{1,5}$/.test(typed)) return Number(typed);
  const found = findDuration(typed);
  return found?.words === typed ? found.minutes : undefined;
}

/** Hours may have a fraction; a third of an hour is 20 minutes, as people mean it. */
function minutesOf(hours: string, more: string | undefined): number {
  const [whole = '0', fraction = ''] = hours.split(/[.,]/);
  const hundredths = Number(fraction.padEnd(2, '0'));
  return Number(whole) * 60 + Math.round((hundredths * 60) / 100) + Number(more ?? 0);
}
