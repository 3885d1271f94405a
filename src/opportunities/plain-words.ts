import { Parser } from 'htmlparser2';

/** Maximum characters read of a description. */
const READ = 20_000;
/** Elements without readable text. */
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object']);
const BREAKS = new Set(['p', 'br', 'div', 'li', 'ul', 'ol', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote']);

/**
 * The words of a text that may be HTML, also twice escaped: tags and scripts are gone, entities are letters, and what turns the
 * direction of writing or cannot be seen is left out. At most so many characters, cut between words.
 */
export function plainWords(text: string, max: number): string {
  let plain = text.slice(0, READ);
  // Feeds escape HTML once or twice; what is left after that is meant.
  for (let round = 0; round < 2 && /[<&]/u.test(plain); round += 1) plain = withoutTags(plain);
  const clean = plain
    .toWellFormed()
    .normalize('NFC')
    .replace(/(?!\u200c|\u200d|[\n\t ])[\p{C}\p{Zl}\p{Zp}\ufffd]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return clean.length <= max ? clean : `${cutBetweenWords(clean, max - 1)}…`;
}

function withoutTags(html: string): string {
  const stated: string[] = [];
  let silent = 0;
  const parser = new Parser({
    onopentagname: (name) => {
      if (SILENT.has(name)) silent += 1;
      if (BREAKS.has(name)) stated.push(' ');
    },
    ontext: (words) => {
      if (silent === 0) stated.push(words);
    },
    onclosetag: (name) => {
      if (SILENT.has(name)) silent = Math.max(0, silent - 1);
      if (BREAKS.has(name)) stated.push(' ');
    },
  });
  parser.end(html);
  return stated.join('');
}

function cutBetweenWords(text: string, max: number): string {
  const cut = text
    .slice(0, max)
    .toWellFormed()
    .replace(/\ufffd$/u, '');
  const space = cut.lastIndexOf(' ');
  return space > max / 2 ? cut.slice(0, space) : cut;
}
