import type { TextBlock } from './blocks.ts';
import { isHeading } from './headings.ts';
import { blockAbove, blockBelow, labelledAs, type Paper } from './paper.ts';
import { isPersonName, NAME_IN_SENTENCE, tidyName } from './person-names.ts';

/** Who attended, with the block that names them. */
export interface Attendee {
  readonly name: string;
  readonly block: TextBlock;
}

const HAS = String.raw`(?:has|have|took|attended|participated|completed|successfully|was|hat|haben|a\s+(?:bien\s+)?(?:suivi|participé|assisté|complété)|ha\s|asistió|participó|nahm)`;
/** Sentences that name the attendee. */
const SENTENCES = [
  String.raw`(?:certif(?:y|ies)|confirms?|attests?|acknowledges?|state|declares?)\s+that\s+${NAME_IN_SENTENCE}\s+${HAS}`,
  String.raw`(?:bestätig(?:en|t)|bescheinig(?:en|t))[^.]{0,30},?\s+da(?:ss|ß)\s+${NAME_IN_SENTENCE}\s`,
  String.raw`(?:certifi(?:e|ons)|attest(?:e|ons)|confirm(?:e|ons))\s+que\s+${NAME_IN_SENTENCE}\s+${HAS}`,
  String.raw`(?:certific(?:a|amos)|acredit(?:a|amos)|hace(?:mos)?\s+constar|confirm(?:a|amos))\s+que\s+${NAME_IN_SENTENCE}\s+${HAS}`,
  String.raw`(?:congratulations|congrats|glückwunsch|félicitations|felicidades|enhorabuena|thank\s+you|thanks|dear|liebe[r]?|geehrte[r]?|admits?\s+one:|vielen\s+dank|merci|gracias),?\s+${NAME_IN_SENTENCE}(?=[,!.:]|$|\s+for\b|\s+für\b)`,
  String.raw`(?:presented|awarded|issued|granted|given|verliehen|überreicht)\s+(?:to|an)\s+${NAME_IN_SENTENCE}(?=[,.]|$|\s+(?:for|on|in|für|am)\b)`,
  String.raw`^(?:Frau\s*/\s*Herrn?|Herrn?\s*/\s*Frau|Frau|Herrn?|Mr\.?|Mrs\.?|Ms\.?|Mme|Sra?\.)\s+${NAME_IN_SENTENCE}(?=$|\s+hat\b|\s+has\b|,)`,
  String.raw`^${NAME_IN_SENTENCE}\s+(?:has|hat)\s+(?:successfully\s+|an\s+|den\s+|das\s+|die\s+)?\p{L}+`,
].map((source) => new RegExp(source, 'u'));

/** Cues that stand alone above the name. */
const ABOVE =
  /(?<!\p{L})(?:certif(?:y|ies|ied)\s+that|confirms?\s+that|(?:presented|awarded|issued|granted|given|belongs|proudly\s+presented|conferred)\s+(?:to|upon)|acknowledges|congratulations|da(?:ss|ß)|verliehen\s+an|überreicht\s+an|für|(?:certifi|attest)\p{L}+\s+que|décernée?\s+à|délivrée?\s+à|remise?\s+à|certifica\s+que|otorgad[oa]\s+a|concedid[oa]\s+a|acredita\s+que|hace\s+constar\s+que):?$/iu;
/** What follows a name: that it has done something, or what its badge says. */
const BELOW =
  /^(?:has\b|have\b|hat\b|a\s+(?:bien\s+)?(?:suivi|participé|assisté|complété|terminé|réussi)|ha\s+(?:asistido|participado|completado|superado)|asistió|participó|attended\b|completed\b|participated\b|took\s+part\b|successfully\b|for\s+(?:attending|completing|participating)|(?:attendee|participant|delegate|visitor|teilnehmer(?:in|:in)?|besucher(?:in)?|participante?|asistente)$)/iu;

/** Finds the name of the attendee; nothing if it can't be read or isn't clear. */
export function findAttendee(paper: Paper): Attendee | undefined {
  return labelledName(paper) ?? nameInSentence(paper) ?? nameByCue(paper) ?? nameUnderHeading(paper);
}

function labelledName(paper: Paper): Attendee | undefined {
  const names = labelledAs(paper, 'attendee').filter(({ value }) => isPersonName(value));
  const [first] = names;
  const isOne = first !== undefined && names.every(({ value }) => tidyName(value) === tidyName(first.value));
  return isOne ? { name: tidyName(first.value), block: first.block } : undefined;
}

function nameInSentence({ blocks }: Paper): Attendee | undefined {
  for (const sentence of SENTENCES) {
    for (const block of blocks) {
      const name = sentence.exec(withSmallCues(block.text))?.groups?.name;
      if (name !== undefined && isPersonName(name)) return { name: tidyName(name), block };
    }
  }
  return undefined;
}

/** Cues are written with a capital where a sentence begins; the names behind them must keep theirs. */
function withSmallCues(text: string): string {
  return text.replace(
    /(?<=^|[.!]\s)(?:Congratulations|Congrats|Glückwunsch|Félicitations|Felicidades|Enhorabuena|Thank|Thanks|Dear|Liebe|Lieber|Admit|Admits|Vielen|Merci|Gracias|Presented|Awarded|Issued|Granted)\b/u,
    (word) => word.toLowerCase(),
  );
}

function nameByCue(paper: Paper): Attendee | undefined {
  for (const block of paper.blocks) {
    const below = ABOVE.test(block.text) ? blockBelow(block, paper) : undefined;
    if (below !== undefined && isPersonName(below.text)) return { name: tidyName(below.text), block: below };
  }
  for (const block of paper.blocks) {
    const above = BELOW.test(block.text) ? blockAbove(block, paper) : undefined;
    if (above !== undefined && isPersonName(above.text)) return { name: tidyName(above.text), block: above };
  }
  return undefined;
}

/** The name under the heading of a certificate, in letters larger than those of the text. */
function nameUnderHeading(paper: Paper): Attendee | undefined {
  const heading = paper.blocks.find(isHeading);
  const under = heading && blockBelow(heading, paper);
  if (under === undefined || heading === undefined || under.size < 14) return undefined;
  return isPersonName(under.text) ? { name: tidyName(under.text), block: under } : undefined;
}
