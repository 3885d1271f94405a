import type { ReadValue } from '../domain/document-reading.ts';
import type { TextBlock } from './blocks.ts';
import { findDates } from './dates.ts';
import { isHeading } from './headings.ts';
import { labelAlone, labelInline } from './labels.ts';
import { labelledAs, type Paper } from './paper.ts';
import { isPersonName } from './person-names.ts';

/** What was found before: a provider is none of these. */
interface Known {
  readonly blocks: readonly TextBlock[];
  readonly title: string | undefined;
}

/** Sentences that name who offers a course. */
const SENTENCES = [
  /\b(?:course|programme?|training)\s+of\s+(?:the\s+)?(?<provider>\p{Lu}(?:[^,.;]|(?<=\b\p{L})\.){2,80}?)(?=[,;]|(?<!\b\p{L})\.|\s+offered\b|$)/u,
  /\b(?:[Oo]ffered|[Oo]rgani[sz]ed|[Hh]osted|[Pp]resented|[Pp]rovided|[Dd]elivered|[Rr]un)\s+by\s+(?:the\s+)?(?<provider>\p{Lu}(?:[^,.;:]|(?<=\b\p{L})\.){2,80}?)(?=[,;]|(?<!\b\p{L})\.|\s+(?:on|and|in)\b|$)/u,
  /\b(?:durchgeführt|veranstaltet|angeboten)\s+von\s+(?:der\s+|dem\s+)?(?<provider>\p{Lu}(?:[^,.;:]|(?<=\b\p{L})\.){2,80}?)(?=[,;]|(?<!\b\p{L})\.|$)/u,
  /\b(?:organisée?|proposée?|dispensée?)\s+par\s+(?:la\s+|le\s+|l['’])?(?<provider>\p{Lu}(?:[^,.;:]|(?<=\b\p{L})\.){2,80}?)(?=[,;]|(?<!\b\p{L})\.|$)/u,
  /\b(?:organizado|impartido|ofrecido)a?\s+por\s+(?:la\s+|el\s+)?(?<provider>\p{Lu}(?:[^,.;:]|(?<=\b\p{L})\.){2,80}?)(?=[,;]|(?<!\b\p{L})\.|$)/u,
];
/** What stands behind the name of an institution on its line. */
const BEHIND =
  /,?\s+(?:(?:education\s+)?provider\s+(?:no|number|id)\b|office\s+of\b|registrar\b|anbieter-?nr|organisme\s+n|registry\b|sponsor\s+(?:no|number|id)\b).*$/iu;

/** Labels behind which a speaker may stand instead. */
const BY_PERSON = /^(?:presented|impartido)/iu;

/** Finds who offered the activity: labelled, in a sentence, or as the head of the page. */
export function findOrganiser(paper: Paper, known: Known): ReadValue<string> | undefined {
  const isCertain = (label: string, value: string) => !(BY_PERSON.test(label) && isPersonName(value));
  return (
    labelledProvider(paper, isCertain) ??
    providerInSentence(paper) ??
    headOfPage(paper, known) ??
    underBadge(paper, known) ??
    labelledProvider(paper, () => true)
  );
}

function labelledProvider(
  paper: Paper,
  isAccepted: (label: string, value: string) => boolean,
): ReadValue<string> | undefined {
  const found = labelledAs(paper, 'provider').filter(
    ({ label, value }) => /\p{L}{2}/u.test(value) && isAccepted(label, value),
  );
  const names = new Set(found.map(({ value }) => tidy(value)));
  const [name] = names;
  return names.size === 1 && name !== undefined ? { value: name, words: name } : undefined;
}

function providerInSentence({ blocks }: Paper): ReadValue<string> | undefined {
  for (const sentence of SENTENCES) {
    for (const { text } of blocks) {
      const provider = sentence.exec(text)?.groups?.provider;
      if (provider !== undefined && !isPersonName(provider)) return { value: tidy(provider), words: provider };
    }
  }
  return undefined;
}

/** The first text above the heading, or above everything else that was read. */
function headOfPage({ blocks }: Paper, known: Known): ReadValue<string> | undefined {
  const heading = blocks.find(isHeading) ?? known.blocks[0];
  const first = blocks.find((block) => block.page === 0 && isInstitution(block, known));
  const isHead = first !== undefined && (heading === undefined || first.y < heading.y);
  return isHead ? { value: tidy(first.text), words: first.text } : undefined;
}

/** On a badge the institution stands under the frame. */
function underBadge({ blocks }: Paper, known: Known): ReadValue<string> | undefined {
  const mark = blocks.findIndex(({ text }) =>
    /^(?:attendee|participant|delegate|visitor|teilnehmer(?:in|:in)?|besucher(?:in)?)$/iu.test(text),
  );
  const after = mark < 0 ? undefined : blocks.slice(mark + 1).find((block) => isInstitution(block, known));
  return after && { value: tidy(after.text), words: after.text };
}

function isInstitution(block: TextBlock, { blocks, title }: Known): boolean {
  const { text } = block;
  const bare = tidy(text);
  if (blocks.includes(block) || bare === title || isHeading(block)) return false;
  if (!/^\p{Lu}/u.test(bare) || bare.length > 90 || /[.!?]\s+\p{Lu}\p{Ll}/u.test(bare)) return false;
  const isOther = labelAlone(text) !== undefined || labelInline(text) !== undefined || findDates(text).length > 0;
  return !isOther && !/^\d|https?:|@/u.test(bare) && /\p{L}{3}/u.test(bare) && !/\d{2,}/u.test(bare);
}

function tidy(text: string): string {
  return text
    .replace(BEHIND, '')
    .replace(/\s+[·•|]\s.*$/u, '')
    .replace(/^[^\p{L}\p{N}]+\s+/u, '')
    .replace(/[\s,;:–-]+$/u, '')
    .trim();
}
