import { table } from '../docs/generate/table.ts';
import { ALLOWED, type LicensedPackage, STATED_ELSEWHERE } from './licences.ts';

const INTRO = `# Licences

<!-- Generated from package-lock.json by \`npm run licences\`. -->

Every package that is installed in production, with the licence that it states. Development dependencies are not listed. Most packages bring
the text of their licence in their folder of \`node_modules\`; pass that folder on as it is. The same list with hashes, as an SBOM in CycloneDX 1.6: \`npm run --silent sbom > sbom.json\`.

The packages of Node, Chromium, PGlite and Tesseract contain programs built from many parts, whose own licences are not listed here.
`;

/** Returns the page of all production packages by licence. */
export function licencesPage(packages: readonly LicensedPackage[]): string {
  const countOf = (licence: string) => packages.filter((one) => one.licence === licence).length;
  const licences = [...new Set(packages.map(({ licence = 'none' }) => licence))].sort();
  const byHand = Object.entries(STATED_ELSEWHERE).map(([name, { licence, source }]) => [name, licence, source]);
  return [
    INTRO,
    '## Summary\n',
    table(
      ['Licence', 'Packages'],
      licences.map((licence) => [licence, String(countOf(licence))]),
    ),
    '## What the licences ask for\n',
    table(['Licence', 'When recert is passed on'], Object.entries(ALLOWED)),
    '## Read by hand\n',
    'Packages that state no licence as an SPDX expression:\n',
    table(['Package', 'Licence', 'Read in'], byHand),
    '## Packages\n',
    table(
      ['Package', 'Version', 'Licence'],
      packages.map(({ name, version, licence = 'none' }) => [name, version, licence]),
    ),
  ].join('\n');
}
