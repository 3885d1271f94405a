import type { Fact } from '../chat/card.ts';
import { plain } from '../chat/text.ts';
import type { Day } from '../domain/calendar.ts';
import type { Certification } from '../domain/certification.ts';
import type { Words } from '../strings/index.ts';
import { rulesCard } from '../views/rules-card.ts';

interface Printing {
  readonly words: Words;
  readonly on: Day;
  rulesOf(code: string): { readonly version: string; readonly isOwn: boolean };
  shortOf(code: string): string;
}

/** The rules of a certification as they are printed: what the rule card says, and the addresses of the sources. */
export function rulesPage(certification: Certification, { words, on, rulesOf, shortOf }: Printing) {
  const say = words.report.print;
  const { version, isOwn } = rulesOf(certification.code);
  const { blocks } = rulesCard(certification, words, on, { isOwn, shortOf });
  const facts = blocks.flatMap((block): readonly Fact[] => (block.kind === 'facts' ? block.facts : []));
  const notes = blocks.flatMap((block) => (block.kind === 'note' ? plain(block.text) : []));
  return {
    heading: say.rulesOf(certification.short),
    about: [say.rules(version, isOwn), say.reviewed(certification.reviewed)].join(' · '),
    facts: facts.map(({ label, value }) => ({ label, value: plain(value) })),
    notes,
    sources: Object.entries(certification.sources).map(([key, url]) => `${key} ${url}`),
  };
}
