import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { day } from '../../../src/domain/calendar.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { rulesCard } from '../../../src/views/certifications/rules-card.ts';

/** The values of a rules card that a label has. */
function valuesOf(code: string, locale: string, label: string): readonly string[] {
  const certification = loadCatalogue().get(code);
  if (certification === undefined) throw new Error(code);
  const { blocks } = rulesCard(
    certification,
    { today: day('2026-11-25'), isOwn: false, shortOf: (one) => one },
    wordsFor(locale),
  );
  return blocks.flatMap((block) =>
    block.kind === 'facts'
      ? block.facts.filter((fact) => fact.label === label).map((fact) => JSON.stringify(fact))
      : [],
  );
}

describe('the rules of a certification', () => {
  it('say under which condition a requirement applies', () => {
    const totals = valuesOf('issap', 'en-GB', 'Total');

    expect(totals.find((one) => one.includes('140 CPE'))).toContain('“Do you also hold the CISSP?” is No');
    expect(totals.find((one) => one.includes('60 CPE'))).toContain('“Do you also hold the CISSP?” is Yes');
  });

  it('say no condition where none is set', () => {
    const [total] = valuesOf('cissp', 'en-GB', 'Total');

    expect(total).toContain('120 CPE');
    expect(total).not.toContain('only if');
  });
});
