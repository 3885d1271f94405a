import type { FactRow } from './facts-row.ts';

function rows(row: Omit<FactRow, 'code'>, ...codes: string[]): readonly FactRow[] {
  return codes.map((code) => ({ code, ...row }));
}

const never = { kind: 'never-expires' } as const;
const assessment = { kind: 'assessment' } as const;

/** Security, quality, vendors' programmes, testing, architecture and personnel, typed from the table by hand. */
export const VENDOR_FACTS: readonly FactRow[] = [
  { code: 'aaia', yearly: { '*': '10' }, minutes: 50, step: '0.25' },
  ...rows({}, 'aair', 'ccak'),
  ...rows({ total: '90', months: 36 }, 'pecb-iso-27001-lead-auditor', 'pecb-iso-27001-lead-implementer'),
  { code: 'pecb-iso-27001-foundation', ...never },
  { code: 'irca-auditor', months: 60 },
  ...rows(
    { total: '60', months: 36, minimums: { education: '50%' }, maximums: { volunteering: 'cycle 50%' } },
    ...['cpp-asis', 'psp', 'pci', 'app'],
  ),
  ...rows({ months: 36 }, 'rcdd', 'dcdc', 'osp', 'rtpm', 'bicsi-technician', 'bicsi-installer'),
  { code: 'ess', total: '18' },
  ...rows({ total: '18', months: 36 }, 'cssbb', 'cmq-oe', 'cqe', 'cqa', 'cre', 'mbb'),
  ...rows(never, 'cssgb', 'cqt', 'cqi', 'cqia', 'cqpa'),
  ...rows({}, 'cmmc-ccp', 'cmmc-cca'),
  { code: 'pcip', total: '10', months: 12 },

  ...rows(
    { kind: 'exam', months: 24 },
    ...['terraform-associate', 'terraform-associate-003', 'terraform-professional', 'vault-associate'],
    ...['vault-operations-professional', 'consul-associate'],
  ),
  ...rows(
    assessment,
    ...['salesforce-administrator', 'salesforce-advanced-administrator', 'salesforce-platform-app-builder'],
    ...['salesforce-platform-developer-i', 'salesforce-platform-developer-ii', 'salesforce-sales-cloud-consultant'],
    ...['salesforce-service-cloud-consultant', 'salesforce-experience-cloud-consultant'],
    ...['salesforce-field-service-consultant', 'salesforce-nonprofit-cloud-consultant'],
    ...['salesforce-education-cloud-consultant', 'salesforce-cpq-administrator'],
    ...['salesforce-marketing-cloud-administrator', 'salesforce-marketing-cloud-email-specialist'],
    ...['salesforce-data-architect', 'salesforce-integration-architect', 'salesforce-technical-architect'],
    ...['mulesoft-developer', 'mulesoft-platform-integration-architect', 'slack-administrator'],
  ),
  { code: 'salesforce-associate', ...never },
  ...rows(
    { kind: 'exam' },
    ...['servicenow-csa', 'servicenow-cad', 'servicenow-cta', 'servicenow-cis-itsm', 'servicenow-cis-csm'],
    ...['servicenow-cis-hr', 'servicenow-cis-df', 'servicenow-cis-discovery', 'servicenow-cis-sir'],
    ...['servicenow-cis-vr', 'servicenow-cis-rc', 'servicenow-cis-ham', 'servicenow-cis-sam'],
  ),
  ...rows(
    { kind: 'exam', months: 24 },
    ...['pcnse', 'pcnsa', 'panw-cybersecurity-apprentice', 'panw-cybersecurity-practitioner'],
    ...['panw-netsec-professional', 'panw-netsec-analyst', 'panw-ngfw-engineer', 'panw-sd-wan-engineer'],
    ...['panw-sse-engineer', 'panw-secops-professional', 'panw-xsiam-analyst', 'panw-xsiam-engineer'],
    ...['panw-xdr-analyst', 'panw-xdr-engineer', 'panw-xsoar-engineer', 'panw-cloud-security-professional'],
  ),
  ...rows(
    { kind: 'exam', months: 24 },
    ...['fortinet-fcf', 'fortinet-fca', 'fcp-secure-networking', 'fcp-cloud-security', 'fcp-security-operations'],
    ...['fcss-secure-networking', 'fcss-sase', 'fcss-cloud-security', 'fcss-security-operations'],
  ),
  { code: 'fortinet-fcx', kind: 'exam', months: 36 },
  ...rows(
    {},
    ...['splunk-core-certified-user', 'splunk-core-certified-power-user', 'splunk-enterprise-certified-admin'],
    ...['splunk-enterprise-security-certified-admin', 'splunk-soar-certified-automation-developer'],
  ),
  ...rows(
    { kind: 'exam', months: 24 },
    ...['databricks-data-engineer-associate', 'databricks-data-analyst-associate'],
    ...['databricks-machine-learning-associate', 'databricks-generative-ai-engineer-associate'],
  ),
  ...rows({ kind: 'exam' }, 'databricks-data-engineer-professional', 'databricks-machine-learning-professional'),
  ...rows(
    { kind: 'exam', months: 24 },
    ...['snowpro-core', 'snowpro-advanced-architect', 'snowpro-advanced-data-engineer'],
    ...['snowpro-advanced-administrator', 'snowpro-advanced-data-scientist', 'snowpro-advanced-data-analyst'],
    ...['snowpro-specialty-snowpark', 'snowpro-specialty-gen-ai', 'snowpro-specialty-native-apps'],
  ),
  ...rows({ kind: 'exam', months: 24 }, 'cncf-pca', 'cncf-ica', 'cncf-cca', 'capa', 'cgoa'),
  ...rows(
    { kind: 'exam', months: 36 },
    ...['jncia-junos', 'jncia-sec', 'jncia-dc', 'jncia-cloud', 'jncia-devops', 'jncia-mistai', 'jncia-design'],
    ...['jncis-ent', 'jncis-sp', 'jncis-sec', 'jncis-dc', 'jncis-cloud', 'jncis-devops', 'jncis-mistai'],
    ...['jncip-ent', 'jncip-sp', 'jncip-sec', 'jncip-dc', 'jncie-ent', 'jncie-sp', 'jncie-sec', 'jncie-dc'],
  ),
  ...rows(
    { kind: 'exam', months: 60 },
    ...['lpic-1', 'lpic-2', 'lpic-3-mixed-environments', 'lpic-3-security', 'lpic-3-virtualization'],
    ...['lpic-3-high-availability', 'lpi-devops-tools-engineer', 'lpi-bsd-specialist'],
  ),
  ...rows({ kind: 'exam' }, 'rhca-infrastructure', 'rhca-enterprise-applications'),

  ...rows(
    { ...assessment, months: 12 },
    ...['fabric-analytics-engineer-associate', 'fabric-data-engineer-associate', 'azure-data-engineer-associate'],
    ...['azure-ai-engineer-associate', 'azure-data-scientist-associate'],
    ...['windows-server-hybrid-administrator-associate', 'power-automate-rpa-developer-associate'],
    ...['power-platform-solution-architect-expert', 'power-platform-functional-consultant-associate'],
    ...['endpoint-administrator-associate', 'teams-administrator-associate'],
    ...['information-security-administrator-associate', 'azure-database-administrator-associate'],
    ...['power-platform-developer-associate', 'agentic-ai-business-solutions-architect-expert'],
    ...['azure-ai-apps-agents-developer-associate', 'azure-ai-cloud-developer-associate', 'mlops-engineer-associate'],
    ...['cloud-ai-security-engineer-associate', 'intelligent-applications-builder-associate'],
  ),
  ...rows(never, 'power-platform-fundamentals', 'copilot-agent-administration-fundamentals'),
  ...rows(
    { kind: 'exam', months: 36 },
    ...['aws-machine-learning-specialty', 'aws-database-specialty', 'aws-data-analytics-specialty'],
    ...['aws-sap-specialty', 'aws-generative-ai-developer-professional', 'google-cloud-generative-ai-leader'],
  ),
  ...rows(
    { kind: 'exam', months: 24 },
    ...['google-cloud-professional-security-operations-engineer', 'google-cloud-professional-cloud-database-engineer'],
    ...['google-cloud-professional-chrome-enterprise-administrator'],
    ...['google-cloud-professional-google-workspace-administrator', 'google-cloud-associate-data-practitioner'],
    ...['google-cloud-associate-google-workspace-administrator'],
  ),
  ...rows(never, 'ccst-cybersecurity', 'ccst-networking', 'ccst-it-support'),

  ...rows(
    never,
    ...['togaf-9-foundation', 'togaf-9-certified', 'togaf-ea-foundation', 'togaf-ea-practitioner'],
    ...['togaf-business-architecture-foundation', 'archimate-foundation', 'archimate-practitioner'],
    ...['it4it-foundation', 'dpbok-foundation', 'open-fair-foundation'],
    ...['ctfl', 'ctfl-at', 'ctal-tm', 'ctal-ta', 'ctal-tta', 'ctal-tae', 'ct-ai', 'ct-sec'],
    ...['icp', 'icp-acc', 'icp-atf', 'icp-apm'],
  ),
  { code: 'istqb-expert', months: 84 },

  { code: 'cipd', total: '3', months: 12 },
  ...rows({ total: '12', months: 36 }, 'worldatwork-ccp', 'grp', 'accp', 'wlcp', 'cbp'),
  { code: 'cptd', total: '60', months: 36 },
  { code: 'aptd', total: '40', months: 36 },
  ...rows({}, 'ctc', 'cec', 'cst'),
];
