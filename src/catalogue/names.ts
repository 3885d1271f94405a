import type { Certification } from '../domain/certification.ts';
import { spokenWords } from './spoken-words.ts';

/** Returns a name without case, spaces and punctuation: `CIPP/E` and `cippe` are the same, but `OSCP+` and `OSCP` are not. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('+', 'plus')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Returns the folded names that find a certification. */
export function foldedNames({ code, short, name, aliases }: Certification): ReadonlySet<string> {
  return new Set([code, short, name, ...aliases].map(fold));
}

/** Returns the folded names of a certification without its body before them: `CSA` of `ServiceNow CSA`, which is what its holders call it. */
export function namesWithoutBody({ short, aliases, body }: Certification): readonly string[] {
  const words = new Set(body.toLowerCase().split(' '));
  return [short, ...aliases].flatMap((name) => {
    const [first = '', ...rest] = name.split(' ');
    const isBody = words.has(first.toLowerCase()) || body.toLowerCase().startsWith(first.toLowerCase());
    return rest.length > 0 && isBody ? [fold(rest.join(' '))] : [];
  });
}

/** Returns the folded name that stands beside the name of a body, as in `ISACA CISM` or `csm scrum alliance`; undefined without the body. */
export function withoutBody(text: string, body: string): string | undefined {
  const [word, named] = [fold(text), fold(body)];
  if (word.startsWith(named)) return word.slice(named.length);
  return word.endsWith(named) ? word.slice(0, -named.length) : undefined;
}

/** Returns a text without the words before and after a name that are no part of it: `CISSP-Zertifizierung`, `cism exam`. */
export function withoutWordsBeside(text: string): string {
  const words = spokenWords().beside.join('|');
  return text
    .trim()
    .replace(new RegExp(`[\\s-]+(?:${words})$`, 'iu'), '')
    .replace(new RegExp(`^(?:${words})[\\s-]+`, 'iu'), '');
}
