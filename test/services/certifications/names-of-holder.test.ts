import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { clearNamesOfHolder, namesOfHolder } from '../../../src/services/certifications/names-of-holder.ts';
import { addCertification, talk, textOf } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const catalogue = loadCatalogue();
const certificationOf = (code: string) => {
  const certification = catalogue.get(code);
  if (certification === undefined) throw new Error(code);
  return { certification };
};

describe('names of a holder', () => {
  it.each([
    { held: [], code: 'csa', clear: undefined },
    { held: ['csa'], code: 'csa', clear: 'csa' },
    { held: ['servicenow-csa'], code: 'servicenow-csa', clear: 'servicenow-csa' },
    { held: ['csa', 'servicenow-csa'], code: 'csa', clear: 'csa' },
    { held: ['cissp'], code: 'csa', clear: undefined },
  ])('“CSA” of a holder of $held is $code', ({ held, code, clear }) => {
    const holdings = held.map(certificationOf);

    expect(namesOfHolder(holdings, catalogue).find('CSA')?.code).toBe(code);
    expect(clearNamesOfHolder(holdings, catalogue).find('CSA')?.code).toBe(clear);
  });

  it('finds other names as the catalogue does', () => {
    const holdings = [certificationOf('servicenow-csa')];

    expect(clearNamesOfHolder(holdings, catalogue).find('cissp')?.code).toBe('cissp');
    expect(namesOfHolder(holdings, catalogue).find('nothing of the kind')).toBeUndefined();
  });
});

describe('a holder of a certification that others call by the same name', () => {
  const world = openStore();

  it('is understood by the name they use, in every command', async () => {
    const ana = talk({ store: world.store });
    const cycle = { start: '2025-01-01', end: '2027-12-31', certified: '2025-01-01' };
    await addCertification(ana, 'pcip', cycle);

    expect(textOf(await ana.say('pace pci'))).toContain('PCIP');
    expect(textOf(await ana.say('rules pci'))).toContain('PCI Security Standards Council');
    await addCertification(ana, 'servicenow-csa', cycle);
    await addCertification(ana, 'cissp', cycle);
    expect(textOf(await ana.say('pace cissp and csa'))).toContain('ServiceNow CSA');
    expect(textOf(await ana.say('remove csa'))).toContain('ServiceNow CSA');
  });
});
