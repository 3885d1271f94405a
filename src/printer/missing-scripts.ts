/** Scripts without a font, by their ISO 15924 code. */
const SCRIPTS: readonly (readonly [code: string, letters: RegExp])[] = [
  ['Tibt', /\p{Script=Tibetan}/u],
  ['Mong', /\p{Script=Mongolian}/u],
  ['Thaa', /\p{Script=Thaana}/u],
  ['Syrc', /\p{Script=Syriac}/u],
  ['Cher', /\p{Script=Cherokee}/u],
  ['Cans', /\p{Script=Canadian_Aboriginal}/u],
  ['Java', /\p{Script=Javanese}/u],
  ['Tfng', /\p{Script=Tifinagh}/u],
  ['Nkoo', /\p{Script=Nko}/u],
  ['Olck', /\p{Script=Ol_Chiki}/u],
  ['Mtei', /\p{Script=Meetei_Mayek}/u],
  ['Yiii', /\p{Script=Yi}/u],
];

/** Returns the names, in a language, of the scripts of letters that have no font; letters of other scripts stand as themselves. */
export function namesOfScripts(letters: readonly string[], language: string): string {
  const names = new Intl.DisplayNames([language], { type: 'script' });
  const found = letters.map((letter) => {
    const code = SCRIPTS.find(([, script]) => script.test(letter))?.[0];
    return code === undefined ? `U+${letter.codePointAt(0)?.toString(16).toUpperCase()}` : (names.of(code) ?? code);
  });
  return [...new Set(found)].join(', ');
}
