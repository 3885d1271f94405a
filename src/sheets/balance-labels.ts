import { foldName } from './column-heading.ts';

/** How surely a text is the label of an opening balance: `possible` if it may be the title of an activity. */
export type BalanceLabel = 'certain' | 'possible' | 'previous-cycle';

/** Names of an opening balance, folded; in English, German, French, Spanish and Italian. */
const LABEL =
  /^(?:(?:cpes?|cpd|pdus?|ceus?|credits?|points|punkte|cumulative)\s)?(?:(?:opening|starting|initial|beginning)\s(?:balance|credits?|amount|cpes?|pdus?|ceus?|points|value|total)|(?:balance|total|credits?|amount)?\s?(?:brought|carried|carry)\s(?:forward|over|down)(?:\s(?:balance|credits?|cpes?|pdus?|ceus?|points|total|amount))?|balance\s(?:b\s?f|c\s?f|at start)|[bc]\sf(?:wd)?|(?:anfangs|eroffnungs|start)(?:bestand|saldo|stand|wert)|saldo\s?vortrag|(?:saldo|bestands|punkte|jahres)?ubertrag|vorjahres(?:wert|stand|ubertrag|punkte)|report a nouveau|solde (?:initial|d ouverture|reporte)|saldo (?:inicial|iniziale|anterior|di apertura)|riporto)(?=\s|$)/u;

/** A word that means a talk as well. */
const TALK_OR_LABEL = /^vortrag(?=\s|$)/u;

/** Credits of the cycle before this one are carry-over, which isn't stated as earned in this one. */
const PREVIOUS_CYCLE =
  /\b(?:(?:previous|last|prior|former|old|preceding|earlier)\s(?:cpe\s|certification\s|renewal\s|reporting\s)?cycle|(?:vorherige[nrms]?|letzte[nrms]?|alte[nrms]?|vorige[nrms]?)\s(?:\p{L}+)?zyklus|vorzyklus|cycle precedent|ciclo (?:anterior|precedente))\b/u;

/** What stands beside a label without changing what it means. */
const FILLER =
  /^(?:\d{1,4}|from|of|per|as|at|for|until|up|to|on|in|the|my|our|by|before|since|with|aus|von|vom|bis|zum|zur|am|per|im|in|dem|der|den|das|meine[rnms]?|stand|fur|vor|mit|q[1-4]|cpes?|cpd|pdus?|ceus?|eces?|credits?|points?|punkten?|hours?|stunden|balance|total|year|jahr|vorjahr|vorjahres|previous|prior|last|old|earlier|vorigen?|letzte[nsm]?|alte[nrms]?|tracker|tracking|list|liste|log|spreadsheet|sheet|file|excel|table|tabelle|datei|system|tool|portal|recert|date|imported|import|migration|migrated|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|januar|februar|marz|mai|juni|juli|oktober|dezember|okt|dez|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|st|nd|rd|th)$/u;

/**
 * Returns whether a title or type is the label of an opening balance: `Balance brought forward 2025`. `names` are words beside it that change
 * nothing, such as the names of certifications.
 */
export function balanceLabelOf(text: string, names: ReadonlySet<string> = new Set()): BalanceLabel | undefined {
  const folded = foldName(text);
  const label = LABEL.exec(folded)?.[0] ?? TALK_OR_LABEL.exec(folded)?.[0];
  if (label === undefined) return undefined;
  if (PREVIOUS_CYCLE.test(folded)) return 'previous-cycle';
  const others = folded
    .slice(label.length)
    .split(' ')
    .filter((word) => word !== '');
  const isWhole = others.every((word) => FILLER.test(word) || names.has(word));
  const isTalk = TALK_OR_LABEL.test(folded);
  if (isWhole) return isTalk && others.length === 0 ? 'possible' : 'certain';
  // `Opening balance (imported by HR)` may be one; `Carry forward planning` and `Vortrag über Logs` go on as a title does.
  const [first = ''] = others;
  return !isTalk && FILLER.test(first) ? 'possible' : undefined;
}
