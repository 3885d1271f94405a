/**
 * A cell that a spreadsheet may read as a formula. Before the sign it skips white space, control and format characters, line separators among
 * them, and it reads full-width and small signs like the plain ones.
 */
const SKIPPED = String.raw`[\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*`;
const SIGNS = '=+\\-@＝＋－＠﹦﹢﹣﹫';
/** Some spreadsheets also read what follows a tab or a line break at the beginning of a cell. */
const BEGINNING = String.raw`(?:[\t\n\v\f\r\u0085\u2028\u2029]|${SKIPPED}[${SIGNS}])`;

/** Apostrophes that stand before a formula are doubled, so that taking one off gives the cell as it was. */
const FORMULA = new RegExp(`^'*${BEGINNING}`, 'u');
const ESCAPED = new RegExp(`^'(?='*${BEGINNING})`, 'u');

/** Returns a text for a cell of a spreadsheet, with an apostrophe in front if it would be read as a formula. */
export function escapeFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Returns the text of a cell without the apostrophe that `escapeFormula` put in front of it. */
export function unescapeFormula(cell: string): string {
  return cell.replace(ESCAPED, '');
}
