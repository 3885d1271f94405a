import { describe, expect, it } from 'vitest';
import { searchOver } from '../../src/catalogue/certification-search.ts';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { SPOKEN_NAMES } from './spoken-names.ts';

const catalogue = loadCatalogue();

describe('find', () => {
  it.each`
    text                                             | code
    ${'cissp'}                                       | ${'cissp'}
    ${' CISSP '}                                     | ${'cissp'}
    ${'sec+'}                                        | ${'security-plus'}
    ${'Security+'}                                   | ${'security-plus'}
    ${'security plus'}                               | ${'security-plus'}
    ${'CompTIA Security+'}                           | ${'security-plus'}
    ${'A+'}                                          | ${'a-plus'}
    ${'net+'}                                        | ${'network-plus'}
    ${'CIPP/E'}                                      | ${'cipp-e'}
    ${'cippe'}                                       | ${'cipp-e'}
    ${'shrm scp'}                                    | ${'shrm-scp'}
    ${'certified fraud examiner'}                    | ${'cfe'}
    ${'az 104'}                                      | ${'azure-administrator-associate'}
    ${'aws certified solutions architect associate'} | ${'aws-solutions-architect-associate'}
    ${'psm 1'}                                       | ${'psm-i'}
    ${'OSCP'}                                        | ${'oscp'}
    ${'OSCP+'}                                       | ${'oscp-plus'}
    ${'New York CPA'}                                | ${'cpa-new-york'}
    ${'CPA Canada'}                                  | ${'cpa-ontario'}
    ${'cpa'}                                         | ${undefined}
    ${'pe'}                                          | ${undefined}
    ${'rn'}                                          | ${undefined}
    ${'terraform associate'}                         | ${'terraform-associate'}
    ${'salesforce admin'}                            | ${'salesforce-administrator'}
    ${'aaia'}                                        | ${'aaia'}
    ${'iso 27001 lead auditor'}                      | ${'pecb-iso-27001-lead-auditor'}
    ${'ASIS CPP'}                                    | ${'cpp-asis'}
    ${'six sigma black belt'}                        | ${'cssbb'}
    ${'cpp'}                                         | ${undefined}
    ${'cisp'}                                        | ${undefined}
    ${''}                                            | ${undefined}
  `("reads '$text' as $code", ({ text, code }) => {
    expect(catalogue.find(text)?.code).toBe(code);
  });

  it('leaves no word for two certifications', () => {
    const [one, other] = catalogue.all;
    if (!one || !other) throw new Error('The catalogue must hold two certifications.');
    const impostor = { ...other, aliases: [one.short] };

    expect(() => searchOver([one, impostor])).toThrow(
      `must find one certification, not ${one.code} and ${other.code}.`,
    );
  });
});

describe('a name as people say it', () => {
  it.each(SPOKEN_NAMES)('$said', ({ said, means, asks = [] }) => {
    const candidates = catalogue.candidates(said).map(({ code }) => code);

    expect(catalogue.identify(said)?.code).toBe(means);
    expect(candidates).toEqual(expect.arrayContaining([...asks]));
    if (means === undefined && asks.length === 0) expect(candidates).toEqual([]);
  });
});

describe('search', () => {
  const codes = (typed: string, limit = 5) => catalogue.search(typed, limit).map(({ code }) => code);

  it('lists the first by name when nothing is typed', () => {
    const names = catalogue.search(' ', 3).map(({ name }) => name);

    const sorted = catalogue.all.map(({ name }) => name).sort((one, other) => one.localeCompare(other, 'en'));
    expect(names).toEqual(sorted.slice(0, 3));
  });

  it.each`
    typed             | first
    ${'security p'}   | ${'security-plus'}
    ${'cism'}         | ${'cism'}
    ${'a+'}           | ${'a-plus'}
    ${'fraud'}        | ${'cfe'}
    ${'privacy euro'} | ${'cipp-e'}
    ${'kubernets'}    | ${'cka'}
  `("puts $first first for '$typed'", ({ typed, first }) => {
    expect(codes(typed)[0]).toBe(first);
  });

  it('finds the certifications of a body', () => {
    expect(codes('isaca', 20)).toEqual(expect.arrayContaining(['cisa', 'cism', 'crisc', 'cgeit', 'cdpse']));
  });

  it('keeps to the limit and finds nothing for nonsense', () => {
    expect(codes('certified', 2)).toHaveLength(2);
    expect(codes('zzzzzz')).toEqual([]);
  });
});

describe('candidates', () => {
  it.each`
    text               | code
    ${'cisp'}          | ${'cissp'}
    ${'secuirty plus'} | ${'security-plus'}
    ${'pentst'}        | ${'pentest-plus'}
    ${'cism exam'}     | ${'cism'}
    ${'OSCP+'}         | ${'oscp-plus'}
    ${'banana'}        | ${undefined}
  `("put $code first for '$text'", ({ text, code }) => {
    expect(catalogue.candidates(text)[0]?.code).toBe(code);
  });
});
