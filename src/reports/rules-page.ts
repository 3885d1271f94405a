import type { Fact } from '../chat/card.ts';
import { plainTextOf } from '../chat/text.ts';
import type { Day } from '../domain/calendar.ts';
import type { Certification } from '../domain/certification.ts';
import type { Words } from '../strings/index.ts';
import { rulesCard } from '../views/certifications/rules-card.ts';
import { sourceAddress, sourceLabel } from '../views/source-words.ts';

interface PrintContext {
  readonly words: Words;
  readonly on: Day;
  rulesOf(code: string): { readonly version: string; readonly isOwn: boolean };
  shortOf(code: string): string;
}

/** Returns the printed rules of a certification: the rule card with the addresses of its sources. */
export function rulesPage(certification: Certification, { words, on, rulesOf, shortOf }: PrintContext) {
  const phrases = words.report.print;
  const { version, isOwn } = rulesOf(certification.code);
  const { blocks } = rulesCard(certification, { today: on, isOwn, shortOf }, words);
  const facts = blocks.flatMap((block): readonly Fact[] => (block.kind === 'facts' ? block.facts : []));
  const notes = blocks.flatMap((block) => (block.kind === 'note' ? plainTextOf(block.text) : []));
  return {
    heading: phrases.rulesOf(certification.short),
    about: [phrases.rules(version, isOwn), phrases.reviewed(certification.reviewed)].join(' · '),
    facts: facts.map(({ label, value }) => ({ label, value: plainTextOf(value) })),
    notes,
    sources: sourcesOf(certification, words),
  };
}

function sourcesOf(certification: Certification, words: Words): readonly string[] {
  const sources = Object.keys(certification.sources).map((key) => {
    const address = sourceAddress(key, certification) ?? words.readInCopy;
    return `${sourceLabel(key, certification)} ${address}`;
  });
  return sources.length === 0 ? [words.report.print.noSources] : sources;
}
