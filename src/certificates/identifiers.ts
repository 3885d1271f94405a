import type { CertificateReading, ReadValue } from '../domain/document-reading.ts';
import { labelledAs, type Paper } from './paper.ts';

/** The numbers and the address on a document. */
type Identifiers = Pick<CertificateReading, 'certificateId' | 'sponsorId' | 'link'>;

/** The number of a provider inside a line. */
const SPONSOR =
  /\b(?:sponsor|(?:registered\s+)?(?:education\s+|training\s+)?provider|anbieter|organisme(?:\s+de\s+formation)?|proveedor)(?:\s*-?\s*(?:no|nr|number|nummer|id|n°|nº|num|#)\.?)?\s*:?\s*(?<id>[\p{Lu}]{0,4}-?\d[\p{Lu}\p{N}-]{2,})\b/iu;
/** A number on its own: letters and digits, with a digit and a hyphen or several digits. */
const BARE =
  /^(?=.*\d)(?:\p{Lu}{1,6}[-/]?[\p{Lu}\p{N}]*\d[\p{Lu}\p{N}-]*|[\p{Lu}\p{N}]+(?:-[\p{Lu}\p{N}]+){1,4}|[0-9a-f]{8,32})$/u;
const LINK = /https:\/\/[^\s"<>]+/giu;
/** Only the foot of a page has numbers without a label, in small letters. */
const MAX_BARE_SIZE = 10;

/** Finds the number of the certificate, that of its provider, and the address where it can be checked. */
export function findIdentifiers(paper: Paper): Identifiers {
  const certificateId = labelledId(paper) ?? bareId(paper);
  const sponsorId = findSponsorId(paper);
  const links = new Set([...paper.text.matchAll(LINK)].map(([link]) => link.replace(/[.,;)]+$/u, '')));
  const [link] = links;
  return {
    ...(certificateId === undefined ? {} : { certificateId }),
    ...(sponsorId === undefined ? {} : { sponsorId }),
    ...(links.size === 1 && link !== undefined ? { link: { value: link, words: link } } : {}),
  };
}

function labelledId(paper: Paper): ReadValue<string> | undefined {
  const found = labelledAs(paper, 'certificate').filter(({ value }) =>
    /^(?=\S*\d)[\p{L}\p{N}/._-]{3,60}$/u.test(value),
  );
  const values = new Set(found.map(({ value }) => value));
  const [value] = values;
  return values.size === 1 && value !== undefined ? { value, words: `${found[0]?.label} ${value}` } : undefined;
}

function bareId({ blocks }: Paper): ReadValue<string> | undefined {
  const lowest = Math.max(...blocks.map(({ y }) => y));
  const found = blocks.filter(
    ({ text, size, y }) => size <= MAX_BARE_SIZE && y > 0.6 * lowest && text.length >= 5 && BARE.test(text),
  );
  const [one, other] = found;
  return one !== undefined && other === undefined ? { value: one.text, words: one.text } : undefined;
}

function findSponsorId(paper: Paper): ReadValue<string> | undefined {
  const labelled = labelledAs(paper, 'sponsor').map(({ value, label }) => ({ value, words: `${label} ${value}` }));
  const inline = paper.blocks.flatMap(({ text }) => {
    const match = SPONSOR.exec(text);
    const value = match?.groups?.id;
    return match !== null && value !== undefined ? [{ value, words: match[0] }] : [];
  });
  const found = [...labelled, ...inline].filter(({ value }) => /\d/u.test(value));
  const [first] = found;
  return first !== undefined && found.every(({ value }) => value === first.value) ? first : undefined;
}
