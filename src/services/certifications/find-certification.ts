import type { Catalogue } from '../../catalogue/index.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Words } from '../../strings/index.ts';
import type { Choice } from '../../views/choice-card.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { Refusal } from '../refusal.ts';

/** Maximum characters of a typed name that an answer repeats. */
const MAX_NAME_LENGTH = 60;

/** Commands that answer with a form as soon as the certification is known. */
const FORM_COMMANDS = new Set(['edit', 'renew']);

/** Returns the certification of this name. Throws `Refusal` with all that the name may mean, or with how an admin adds it. */
export function findCertificationOrRefuse(typed: string, scope: Scope): Certification {
  const found = scope.data.catalogue.identify(typed);
  if (found !== undefined) return found;
  throw unknownCertification(typed, scope);
}

/** Returns the refusal of a name that isn't one certification's. */
export function unknownCertification(typed: string, scope: Scope): Refusal {
  const candidates = scope.data.catalogue.candidates(typed);
  return new Refusal(unknownNameText(typed, candidates, scope.request.words), choicesAmong(candidates, typed, scope));
}

/** Returns what a name may mean, or how an admin adds a certification that isn't in the catalogue. */
export function unknownNameText(typed: string, candidates: readonly Certification[], { add: phrases }: Words): string {
  const name = typed.slice(0, MAX_NAME_LENGTH);
  const [only, ...others] = candidates;
  return others.length === 0 ? phrases.unknown(name, only?.short) : phrases.whichOne(name, candidates.length);
}

/** Returns the refusal of a name that isn't one of a member's certifications, with those of them that it may mean. */
export function unknownHolding(
  typed: string,
  holdings: readonly { readonly certification: Certification }[],
  scope: Scope,
): Refusal {
  const { words } = scope.request;
  const name = typed.slice(0, MAX_NAME_LENGTH);
  const all = scope.data.catalogue.candidates(typed);
  if (all.length === 0) return new Refusal(words.add.unknown(name, undefined));
  const own = candidatesAmong(typed, holdings, scope.data.catalogue);
  const [only, ...others] = own;
  if (only === undefined) return new Refusal(words.pace.notAdded(name));
  const text = others.length === 0 ? words.pace.unknown(name, only.short) : words.pace.whichOne(name, own.length);
  return new Refusal(text, choicesAmong(own, typed, scope));
}

/** Returns which of a member's certifications a name may mean, the best first. */
export function candidatesAmong(
  typed: string,
  holdings: readonly { readonly certification: Certification }[],
  catalogue: Pick<Catalogue, 'candidates'>,
): readonly Certification[] {
  const codes = new Set(holdings.map(({ certification }) => certification.code));
  return catalogue.candidates(typed).filter(({ code }) => codes.has(code));
}

/** Each choice repeats the request with a code in place of the typed name. */
function choicesAmong(
  candidates: readonly Certification[],
  typed: string,
  { request, data }: Scope,
): readonly Choice[] {
  const { args, command, words } = request;
  // A code that others are called by would be asked about again, and the full name is one certification's.
  const nameOf = ({ code, name }: Certification) => (data.catalogue.namesakes(code).length > 0 ? name : code);
  return candidates.map((one) => ({
    name: one.short,
    detail: `${one.name} · ${one.body}`,
    action: {
      label: words.add.choose,
      command,
      args: withName(args, typed, nameOf(one)),
      ...(FORM_COMMANDS.has(command) ? { opensForm: true } : {}),
    },
  }));
}

function withName(args: Readonly<Record<string, string>>, typed: string, name: string): Record<string, string> {
  const field = Object.keys(args).find((key) => args[key]?.includes(typed)) ?? 'text';
  return { ...args, [field]: args[field]?.replace(typed, () => name) ?? name };
}
