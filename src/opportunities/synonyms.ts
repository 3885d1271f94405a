/** Synonyms of the field, one group per line. */
const SAME: readonly (readonly string[])[] = [
  ['ir', 'incident response'],
  ['dfir', 'digital forensics'],
  ['soc', 'security operations'],
  ['grc', 'governance risk compliance'],
  ['iam', 'identity access management'],
  ['pam', 'privileged access'],
  ['mfa', 'multi factor authentication'],
  ['cti', 'threat intelligence'],
  ['edr', 'endpoint detection'],
  ['siem', 'security monitoring'],
  ['appsec', 'application security'],
  ['devsecops', 'secure development'],
  ['ot', 'operational technology'],
  ['ics', 'industrial control'],
  ['bcp', 'business continuity'],
  ['dr', 'disaster recovery'],
  ['tprm', 'third party risk'],
  ['ai', 'artificial intelligence'],
  ['llm', 'language model'],
  ['ml', 'machine learning'],
  ['k8s', 'kubernetes'],
  ['pki', 'certificates'],
  ['vpn', 'remote access'],
  ['gdpr', 'data protection'],
  ['pm', 'project management'],
  ['hr', 'human resources'],
  ['osint', 'open source intelligence'],
  ['pentest', 'penetration testing'],
  ['ddos', 'denial of service'],
  ['sox', 'internal controls'],
  ['securing', 'security'],
  ['modelling', 'modeling'],
  ['defence', 'defense'],
  ['organisation', 'organization'],
];

const BY_TERM: ReadonlyMap<string, readonly string[]> = new Map(
  SAME.flatMap((group) => group.map((one) => [one, group.filter((other) => other !== one)] as const)),
);

/** Returns the query with synonyms: `cloud ir` and `cloud incident response` return each other. */
export function synonymsOf(query: string): readonly string[] {
  const requested = ` ${query
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  return [...BY_TERM].flatMap(([term, others]) =>
    requested.includes(` ${term} `) ? others.map((other) => requested.replace(` ${term} `, ` ${other} `).trim()) : [],
  );
}
