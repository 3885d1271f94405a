import type { Fact } from '../../chat/card.ts';
import type { ExamRenewal } from '../../domain/certification.ts';
import { type Source, versionsOf } from '../../domain/sourced-value.ts';
import { withoutStop } from '../change-words.ts';
import { type Citation, sourcedFact } from '../source-words.ts';
import { dated, timeSpanText } from './rule-texts.ts';

/** Returns how a certification is renewed by an exam or an assessment: how long it runs, when it can be taken, and what it gives. */
export function examFacts(
  { cycle, opensBefore, closesAfter, fromOldExpiry, free, how }: ExamRenewal,
  citation: Citation,
): readonly Fact[] {
  const { words } = citation;
  const phrases = words.rules;
  const facts: Fact[] = [{ label: phrases.renewal, value: words.catalogueText(how) }];
  const add = (label: string, text: string, source: Source) =>
    facts.push(sourcedFact({ label, text }, source, citation));
  for (const months of versionsOf(cycle.months))
    add(phrases.cycle, dated(withoutStop(words.add.rule(cycle.anchor?.value, months.value)), months, words), months);
  if (opensBefore) add(phrases.window, phrases.opensBefore(timeSpanText(opensBefore.value, words)), opensBefore);
  if (closesAfter) add(phrases.window, phrases.closesAfter(timeSpanText(closesAfter.value, words)), closesAfter);
  if (fromOldExpiry) add(phrases.renewal, phrases.fromOldExpiry, fromOldExpiry);
  if (free) add(phrases.fee, phrases.free, free);
  return facts;
}
