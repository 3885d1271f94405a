import type { LicensedPackage } from './licences.ts';

/** The program that an SBOM is of. */
export interface Program {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

const HASHES: Readonly<Record<string, string>> = {
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
};

/**
 * Returns a software bill of materials in CycloneDX 1.6. It has no time and no random number, so the same lock file gives the same bytes. Which package needs which is
 * not stated.
 */
export function cycloneDx(program: Program, packages: readonly LicensedPackage[]) {
  const root = purlOf(program);
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': root,
        name: program.name,
        version: program.version,
        purl: root,
        licenses: [licenceOf(program.licence)],
      },
    },
    components: packages.map(componentOf),
  };
}

function componentOf(one: LicensedPackage) {
  const { group, name } = splitName(one.name);
  const purl = purlOf(one);
  return {
    type: 'library',
    'bom-ref': purl,
    ...(group === undefined ? {} : { group }),
    name,
    version: one.version,
    purl,
    hashes: hashesOf(one),
    ...(one.licence === undefined ? {} : { licenses: [licenceOf(one.licence)] }),
  };
}

function licenceOf(expression: string) {
  return expression.includes(' ') ? { expression } : { license: { id: expression } };
}

/** Returns the package URL of an npm package, as the purl specification encodes it. */
export function purlOf({ name: fullName, version }: { readonly name: string; readonly version: string }): string {
  const { group, name } = splitName(fullName);
  const parts = group === undefined ? [name] : [group, name];
  return `pkg:npm/${parts.map(encodeURIComponent).join('/')}@${encodeURIComponent(version)}`;
}

function splitName(name: string): { readonly group: string | undefined; readonly name: string } {
  const [, group, rest] = /^(@[^/]+)\/(.+)$/u.exec(name) ?? [];
  return group === undefined || rest === undefined ? { group: undefined, name } : { group, name: rest };
}

function hashesOf({ name, integrity }: LicensedPackage) {
  return integrity.split(' ').map((one) => {
    const [, algorithm = '', hash = ''] = /^(\w+)-(.+)$/u.exec(one) ?? [];
    const alg = HASHES[algorithm];
    if (alg === undefined) throw new Error(`${name} has a hash that CycloneDX doesn't know: ${one}.`);
    return { alg, content: Buffer.from(hash, 'base64').toString('hex') };
  });
}
