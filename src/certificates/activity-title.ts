import type { Attendee } from './attendee.ts';
import type { TextBlock } from './blocks.ts';
import { findDates } from './dates.ts';
import { isHeading } from './headings.ts';
import { labelAlone, labelInline } from './labels.ts';
import { blockAbove, blockBelow, labelledAs, type Paper } from './paper.ts';

/** What was attended, with the block that names it. */
export interface ActivityTitle {
  readonly title: string;
  readonly block: TextBlock;
}

const WHAT = String.raw`(?:live\s+|online\s+|virtual\s+|on-demand\s+|our\s+|the\s+|an?\s+|le\s+|la\s+|l['’]|el\s+)*(?:webinar|webcast|course|training(?:\s+course)?|session|event|programme?|workshop|seminar|conference|module|talk|meeting|veranstaltung|schulung|kurs|lehrgang|seminar|workshop|webinar|fortbildung|weiterbildung|formation(?:\s+en\s+ligne)?|session|atelier|séminaire|webinaire|cours|curso(?:\s+en\s+línea)?|seminario|taller|evento|jornada|sesión)`;
/** Cues that stand alone above the title. */
const ABOVE = new RegExp(
  String.raw`(?<!\p{L})(?:(?:attended|attending|completed|completing|participated\s+in|participating\s+in|participation\s+in|attendance\s+at|completion\s+of|took\s+part\s+in|passed|finished|(?:hat\s+)?(?:an\s+(?:der|dem)|am|den|das|die)|a\s+(?:bien\s+)?(?:suivi|participé\s+à|assisté\s+à|complété|terminé)|ha\s+(?:asistido\s+(?:a|al)|participado\s+en|completado|superado)|asistió\s+(?:a|al)|participó\s+en)(?:\s+${WHAT})?|entitled|titled|mit\s+dem\s+(?:titel|thema)|zum\s+thema|intitulée?|sur\s+le\s+thème|titulad[oa]|sobre)\s*:?$`,
  'iu',
);
const QUOTED = /[“„«"]\s*(?<title>[^“”„«»"]{3,180}?)\s*[”“»"]/u;
/** Words in a sentence between which a title stands without quotation marks. */
const IN_SENTENCE = new RegExp(
  String.raw`(?:attend(?:ed|ing)|complet(?:ed|ing)|took\s+part\s+in|participat(?:ed|ing)\s+in|teilgenommen\s+an|suivi|completado|asistido\s+a)\s+${WHAT}:?\s+(?<title>\p{Lu}[^“”„«»"]{3,160}?)(?=\s+(?:on|from|held|between|am|vom|le|du|el|del|teilgenommen)\s|[.;]|$)`,
  'u',
);

/** Finds the title of what was attended; nothing if it isn't clear. */
export function findActivityTitle(paper: Paper, attendee: Attendee | undefined): ActivityTitle | undefined {
  return (
    quotedTitle(paper) ??
    titleByCue(paper, attendee) ??
    labelledTitle(paper) ??
    titleInSentence(paper) ??
    titleNearName(paper, attendee)
  );
}

/** A quoted title in the sentence of a letter; quoted words inside a longer title are part of that. */
function quotedTitle({ blocks }: Paper): ActivityTitle | undefined {
  for (const block of blocks) {
    const title =
      block.text.length > 60 && /[.!]/u.test(block.text) ? QUOTED.exec(block.text)?.groups?.title : undefined;
    const isSentence =
      /\p{Ll}\s[“„«"]/u.test(block.text) &&
      /\b(?:that|took|attended|participated|registering|registered|confirm\p{L}*|completed|bestätig\p{L}*|bescheinig\p{L}*|teilgenommen|attest\p{L}*|certifi\p{L}*|suivi|participé|asisti\p{L}*|participado|constar|teilnahme|registr\p{L}*|berechn\p{L}*)\b/iu.test(
        block.text,
      );
    if (title !== undefined && isSentence) return { title: tidyTitle(title), block };
  }
  return undefined;
}

function titleByCue(paper: Paper, attendee: Attendee | undefined): ActivityTitle | undefined {
  for (const block of paper.blocks) {
    const below = ABOVE.test(block.text) ? blockBelow(block, paper) : undefined;
    if (below !== undefined && below !== attendee?.block && isTitle(below))
      return { title: tidyTitle(below.text), block: below };
  }
  return undefined;
}

function labelledTitle(paper: Paper): ActivityTitle | undefined {
  const found = labelledAs(paper, 'title').filter(({ value }) => /\p{L}{2}/u.test(value));
  const [first] = found;
  const isOne = first !== undefined && found.every(({ value }) => value === first.value);
  return isOne ? { title: tidyTitle(first.value), block: first.block } : undefined;
}

function titleInSentence({ blocks }: Paper): ActivityTitle | undefined {
  for (const block of blocks) {
    const title = IN_SENTENCE.exec(block.text)?.groups?.title;
    if (title !== undefined) return { title: tidyTitle(title), block };
  }
  return undefined;
}

/** The large text under the name, or over it on a badge. */
function titleNearName(paper: Paper, attendee: Attendee | undefined): ActivityTitle | undefined {
  if (attendee === undefined) return undefined;
  const near = [blockBelow(attendee.block, paper), blockAbove(attendee.block, paper)];
  const block = near.find((one) => one !== undefined && one.size >= 13 && isTitle(one));
  return block && { title: tidyTitle(block.text), block };
}

function isTitle(block: TextBlock): boolean {
  const { text } = block;
  const isDate = findDates(text).some(({ words }) => words.length > text.length / 2);
  return (
    /\p{L}{2}/u.test(text) &&
    !isHeading(block) &&
    !isDate &&
    labelAlone(text) === undefined &&
    labelInline(text)?.field !== 'day'
  );
}

function tidyTitle(text: string): string {
  return text
    .replace(/^[“„«"](?<inner>[^“”„«»"]*)[”“»"]$/u, '$<inner>')
    .replace(/[\s,;:]+$/u, '')
    .trim();
}
