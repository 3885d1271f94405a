import type { FactRow } from './facts-row.ts';

function rows(row: Omit<FactRow, 'code'>, ...codes: string[]): readonly FactRow[] {
  return codes.map((code) => ({ code, ...row }));
}

const never = { kind: 'never-expires' } as const;
const ACHIEVEMENT = { teaching: 'cycle 40', 'work-experience': 'cycle 40' };
const HRCI = { total: '60', months: 36, maximums: ACHIEVEMENT, minutes: 60 };
const IIBA = { months: 36, minutes: 60, step: '0.25' };

/** People, accounting, audit, finance, agile, service management and what exams renew, typed from the table by hand. */
export const PROFESSIONS_FACTS: readonly FactRow[] = [
  ...rows(
    {
      total: '60',
      months: 36,
      maximums: { organization: 'cycle 30', profession: 'cycle 30', teaching: 'cycle 20' },
      minutes: 60,
      step: '0.25',
    },
    'shrm-cp',
    'shrm-scp',
  ),
  ...rows({ ...HRCI, minimums: { ethics: '1' } }, 'phr', 'phri'),
  ...rows({ ...HRCI, minimums: { business: '15', ethics: '1' } }, 'sphr', 'sphri'),
  { code: 'gphr', ...HRCI, minimums: { global: '15', ethics: '1' } },
  { code: 'phrca', ...HRCI, minimums: { california: '15', ethics: '1' } },
  ...rows({ total: '45', months: 36, minimums: { ethics: '1' }, maximums: ACHIEVEMENT, minutes: 60 }, 'aphr', 'aphri'),
  {
    code: 'cpa-texas',
    total: '120',
    months: 36,
    yearly: { '*': '20' },
    minimums: { ethics: '4' },
    maximums: {
      'non-technical': 'cycle 50%',
      'nano-learning': 'cycle 50%',
      'certification-programme': 'cycle 50%',
      teaching: 'year 20',
      authoring: 'year 10',
    },
    minutes: 50,
    step: '0.5',
  },
  {
    code: 'cpa-california',
    total: '80',
    months: 24,
    yearly: { '*': '20', technical: '12' },
    minimums: { technical: '40', ethics: '4', 'regulatory-review': '2', 'accounting-auditing': '24', fraud: '4' },
    maximums: { teaching: 'cycle 50%', authoring: 'cycle 25%', 'non-technical': 'cycle 50%' },
    minutes: 50,
    step: '0.1',
  },
  { code: 'aicpa', total: '120', months: 36, minutes: 50 },
  {
    code: 'cia',
    total: '40',
    months: 12,
    minimums: { '*': '20', ethics: '2' },
    maximums: { course: 'cycle 40', conference: 'cycle 40', teaching: 'cycle 25', authoring: 'cycle 25' },
    minutes: 50,
  },
  { code: 'crma', total: '20', months: 12, minimums: { '*': '10', speciality: '25%', ethics: '2' }, minutes: 50 },
  {
    code: 'cfe',
    total: '20',
    months: 12,
    minimums: { fraud: '10', ethics: '2' },
    maximums: { teaching: 'year 10' },
    minutes: 50,
  },
  { code: 'cma', total: '30', months: 12, minimums: { ethics: '2' }, minutes: 50 },
  { code: 'cfp', total: '30', months: 24, minimums: { ethics: '2' }, minutes: 50, step: '0.5' },
  ...rows(
    {
      total: '60',
      ...IIBA,
      maximums: {
        academic: 'cycle 30',
        development: 'cycle 30',
        activities: 'cycle 30',
        'self-directed': 'cycle 15',
        volunteer: 'cycle 30',
        experience: 'cycle 25',
      },
    },
    'cbap',
    'ccba',
  ),
  ...rows({ total: '20', months: 12, minutes: 60 }, 'iiba-aac', 'iiba-cbda'),
  ...rows(
    { months: 36, yearly: { '*': '20', 'professional-experience': '5' }, maximums: { '*': 'entry 15' }, minutes: 60 },
    ...['itil-4-foundation', 'itil-4-managing-professional', 'itil-4-strategic-leader'],
    ...[
      'prince2-foundation',
      'prince2-practitioner',
      'prince2-agile-practitioner',
      'msp-foundation',
      'msp-practitioner',
    ],
  ),
  ...rows({ total: '20', months: 24, maximums: { '*': 'day 8' }, minutes: 60 }, 'csm', 'cspo', 'csd'),
  ...rows({ total: '30', months: 24, maximums: { '*': 'day 8' }, minutes: 60 }, 'a-csm', 'a-cspo'),
  ...rows({ total: '40', months: 24, maximums: { '*': 'day 8' }, minutes: 60 }, 'csp-sm', 'csp-po'),
  ...rows(
    {},
    ...['safe-agilist', 'safe-practitioner', 'safe-devops-practitioner', 'safe-popm'],
    ...['safe-advanced-scrum-master', 'safe-rte', 'safe-spc'],
  ),
  { code: 'safe-scrum-master', total: '24', months: 24, minutes: 60 },
  ...rows(never, 'psm-i', 'psm-ii', 'psm-iii', 'pspo-i', 'pspo-ii', 'psd-i', 'ccsk', 'vcp-dcv'),
  ...rows(never, 'azure-fundamentals', 'security-fundamentals', 'azure-data-fundamentals', 'azure-ai-fundamentals'),
  { code: 'microsoft-365-fundamentals', ...never },
  ...rows(
    { kind: 'exam', months: 36 },
    ...[
      'aws-cloud-practitioner',
      'aws-ai-practitioner',
      'aws-solutions-architect-associate',
      'aws-developer-associate',
    ],
    ...['aws-cloudops-engineer-associate', 'aws-data-engineer-associate', 'aws-machine-learning-engineer-associate'],
    ...['aws-solutions-architect-professional', 'aws-devops-engineer-professional', 'aws-security-specialty'],
    ...['aws-advanced-networking-specialty', 'rhcsa', 'rhce'],
    ...['google-cloud-digital-leader', 'google-cloud-associate-cloud-engineer'],
  ),
  ...rows(
    { kind: 'assessment', months: 12 },
    ...['azure-administrator-associate', 'azure-developer-associate', 'azure-security-engineer-associate'],
    ...['azure-network-engineer-associate', 'azure-solutions-architect-expert', 'devops-engineer-expert'],
    ...[
      'security-operations-analyst-associate',
      'identity-access-administrator-associate',
      'cybersecurity-architect-expert',
    ],
    ...['power-bi-data-analyst-associate', 'azure-virtual-desktop-specialty', 'microsoft-365-administrator-expert'],
  ),
  ...rows(
    { kind: 'exam', months: 24 },
    ...['google-cloud-professional-cloud-architect', 'google-cloud-professional-cloud-developer'],
    ...['google-cloud-professional-data-engineer', 'google-cloud-professional-cloud-security-engineer'],
    ...['google-cloud-professional-cloud-network-engineer', 'google-cloud-professional-cloud-devops-engineer'],
    ...['google-cloud-professional-machine-learning-engineer', 'cka', 'ckad', 'cks', 'kcna', 'kcsa', 'lfcs'],
  ),
];
