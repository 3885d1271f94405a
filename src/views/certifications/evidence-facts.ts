import type { Fact } from '../../chat/card.ts';
import type { Certification } from '../../domain/certification.ts';
import { type EvidencePolicy, type EvidenceTerms, refusalsIn } from '../../domain/evidence.ts';
import type { Source } from '../../domain/sourced-value.ts';
import type { Words } from '../../strings/index.ts';
import { sourcedFact } from '../source-words.ts';

/** The facts on a body's proof policy and its audits. */
export function evidenceFacts(certification: Certification, words: Words): readonly Fact[] {
  const { evidence } = certification.upkeep;
  if (evidence === undefined) return [];
  return asFacts([...termsText(evidence, words), ...policyText(evidence, words)], certification, words);
}

/** The facts on its proof policy for some kinds of activity. */
export function kindEvidenceFacts(certification: Certification, words: Words): readonly (readonly Fact[])[] {
  const { byKind = [] } = certification.upkeep.evidence ?? {};
  return byKind.map((terms) => {
    const kinds = words.list(terms.kinds.map((kind) => words.kinds[kind]));
    const stated = termsText(terms, words).map(({ text, source }) => ({ text: `${kinds}: ${text}`, source }));
    return asFacts(stated, certification, words);
  });
}

interface StatedTerms {
  readonly text: string;
  readonly source: Source;
}

function asFacts(stated: readonly StatedTerms[], certification: Certification, words: Words): readonly Fact[] {
  return stated.map(({ text, source }) =>
    sourcedFact({ label: words.rules.evidence, text }, source, { certification, words }),
  );
}

function termsText(terms: EvidenceTerms, words: Words): readonly StatedTerms[] {
  const phrases = words.rules;
  const { accepts, needs, shows, language } = terms;
  const forms = (value: readonly (keyof typeof phrases.evidenceForms)[]) =>
    value.map((form) => phrases.evidenceForms[form]);
  return [
    ...(accepts === undefined ? [] : [{ text: phrases.accepted(words.list(forms(accepts.value))), source: accepts }]),
    ...(needs === undefined ? [] : [{ text: phrases.allNeeded(words.list(forms(needs.value))), source: needs }]),
    ...refusalsIn(terms).map((refuses) => ({
      text: phrases.refused(words.list(forms(refuses.value))),
      source: refuses,
    })),
    ...(shows === undefined
      ? []
      : [{ text: phrases.shows(words.list(shows.value.map((fact) => phrases.evidenceFacts[fact]))), source: shows }]),
    ...(language === undefined ? [] : [{ text: phrases.proofLanguage(language.value), source: language }]),
  ];
}

function policyText({ summary, files, audit }: EvidencePolicy, words: Words): readonly StatedTerms[] {
  const phrases = words.rules;
  return [
    ...(summary === undefined ? [] : [{ text: summaryText(summary.value, words), source: summary }]),
    ...(files === undefined
      ? []
      : [{ text: phrases.files(files.value.max, Math.round(files.value.bytes / 1_000_000)), source: files }]),
    ...(audit === undefined
      ? []
      : [{ text: phrases.audit(words.catalogueText(audit.value.how), audit.value.days), source: audit }]),
  ];
}

function summaryText({ kinds, words: count }: NonNullable<EvidencePolicy['summary']>['value'], words: Words): string {
  return words.rules.summary(count, words.list(kinds.map((kind) => words.kinds[kind])));
}
