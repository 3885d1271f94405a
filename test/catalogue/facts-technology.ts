import type { FactRow } from './facts-row.ts';

const ISC2 = { months: 36, minutes: 60, step: '0.25' };

const ISACA = { months: 36, minutes: 50, step: '0.25' };
const ISACA_MAXIMUMS = { 'vendor-presentation': 'year 10', committee: 'year 20', mentoring: 'year 10' };

const COMPTIA = { months: 36, minutes: 60 };

/** In the order of the table: live webinar, conference, teach or mentor, create materials, work experience. */
function comptia(webinar: string, conference: string, teach: string, create: string, work: string) {
  return {
    webinar: `cycle ${webinar}`,
    conference: `cycle ${conference}`,
    teaching: `cycle ${teach}`,
    mentoring: `cycle ${teach}`,
    authoring: `cycle ${create}`,
    'work-experience': `cycle ${work}`,
  };
}

/** As for the others, without work experience, which no source gives. */
const DATA_PLUS_MAXIMUMS = {
  webinar: 'cycle 4',
  conference: 'cycle 4',
  teaching: 'cycle 10',
  mentoring: 'cycle 10',
  authoring: 'cycle 10',
};

const PMI_60 = {
  total: '60',
  months: 36,
  minimums: { education: '35', 'ways-of-working': '8', 'power-skills': '8', 'business-acumen': '8' },
  maximums: { 'giving-back': 'cycle 25', 'working-as-practitioner': 'cycle 8', 'chapter-meeting': 'entry 2' },
  minutes: 60,
  step: '0.25',
};

const PMI_30 = {
  total: '30',
  months: 36,
  minimums: { education: '18', 'ways-of-working': '4', 'power-skills': '4', 'business-acumen': '4' },
  maximums: { 'giving-back': 'cycle 12', 'working-as-practitioner': 'cycle 4', 'chapter-meeting': 'entry 2' },
  minutes: 60,
  step: '0.25',
};

const IAPP_MAXIMUMS = {
  'iapp-speaking': 'cycle 12',
  'other-speaking': 'cycle 12',
  'iapp-teaching': 'cycle 16',
  'other-teaching': 'cycle 16',
  'iapp-training': 'cycle 13',
  'other-training': 'cycle 12',
  board: 'cycle 10',
  'advisory-board': 'cycle 6',
  'knowledgenet-chair': 'cycle 6',
  academic: 'cycle 12',
  reading: 'cycle 5',
};

const GIAC = {
  total: '36',
  months: 48,
  maximums: {
    course: 'day 6',
    webinar: 'cycle 12',
    podcast: 'cycle 12',
    'exam-development': 'cycle 12',
    volunteering: 'cycle 12',
    'sans-giac': 'cycle 36',
    'career-development': 'cycle 36',
    'other-training': 'cycle 18',
    netwars: 'cycle 12',
    'cyber-ranges': 'cycle 12',
    'work-experience': 'cycle 12',
    community: 'cycle 12',
  },
  minutes: 60,
};

function rows(row: Omit<FactRow, 'code'>, ...codes: string[]): readonly FactRow[] {
  return codes.map((code) => ({ code, ...row }));
}

/** ISC2, ISACA, CompTIA, PMI, GIAC, EC-Council, Cisco, IAPP, OffSec and VMware, typed from the table by hand. */
export const TECHNOLOGY_FACTS: readonly FactRow[] = [
  {
    ...ISC2,
    code: 'cissp',
    total: '120',
    suggested: { '*': '40', 'group-a': '30' },
    minimums: { 'group-a': '90' },
    maximums: { 'group-b': 'cycle 30' },
  },
  {
    ...ISC2,
    code: 'ccsp',
    total: '90',
    suggested: { '*': '30', 'group-a': '20' },
    minimums: { 'group-a': '60' },
    maximums: { 'group-b': 'cycle 30' },
  },
  {
    ...ISC2,
    code: 'csslp',
    total: '90',
    suggested: { '*': '30', 'group-a': '20' },
    minimums: { 'group-a': '60' },
    maximums: { 'group-b': 'cycle 30' },
  },
  {
    ...ISC2,
    code: 'sscp',
    total: '60',
    suggested: { '*': '20', 'group-a': '15' },
    minimums: { 'group-a': '45' },
    maximums: { 'group-b': 'cycle 15' },
  },
  {
    ...ISC2,
    code: 'cgrc',
    total: '60',
    suggested: { '*': '20', 'group-a': '15' },
    minimums: { 'group-a': '45' },
    maximums: { 'group-b': 'cycle 15' },
  },
  {
    ...ISC2,
    code: 'hcispp',
    total: '60',
    suggested: { '*': '20', 'group-a': '15' },
    minimums: { 'group-a': '45' },
    maximums: { 'group-b': 'cycle 15' },
  },
  { ...ISC2, code: 'cc', total: '45', suggested: { '*': '15' }, minimums: { 'group-a': '45' } },
  ...rows({ ...ISC2, total: '60', maximums: { 'work-experience': 'entry 10' } }, 'issap', 'issep', 'issmp'),
  { ...ISC2, code: 'associate-of-isc2', total: '15', months: 12 },

  ...rows(
    { ...ISACA, total: '120', yearly: { '*': '20' }, maximums: ISACA_MAXIMUMS },
    ...['cisa', 'cism', 'crisc', 'cgeit', 'cdpse'],
  ),
  { ...ISACA, code: 'csx-p', total: '120', yearly: { '*': '20', lab: '10' }, minimums: { lab: '30' } },
  { ...ISACA, code: 'aaism', total: '30', yearly: { '*': '10' } },
  { code: 'ccoa' },

  { ...COMPTIA, code: 'a-plus', total: '20', maximums: comptia('4', '4', '10', '10', '9'), step: '1' },
  { ...COMPTIA, code: 'data-plus', total: '20', maximums: DATA_PLUS_MAXIMUMS },
  { ...COMPTIA, code: 'datasys-plus', total: '30', maximums: { webinar: 'cycle 6', conference: 'cycle 6' } },
  { ...COMPTIA, code: 'network-plus', total: '30', maximums: comptia('6', '6', '15', '15', '9') },
  { ...COMPTIA, code: 'security-plus', total: '50', maximums: comptia('10', '10', '20', '20', '9') },
  { ...COMPTIA, code: 'linux-plus', total: '50', maximums: comptia('10', '10', '20', '20', '9') },
  { ...COMPTIA, code: 'cloud-plus', total: '50', maximums: comptia('10', '10', '20', '20', '9') },
  { ...COMPTIA, code: 'pentest-plus', total: '60', maximums: comptia('15', '15', '30', '30', '9') },
  { ...COMPTIA, code: 'cysa-plus', total: '60', maximums: comptia('15', '15', '30', '30', '9') },
  { ...COMPTIA, code: 'securityx', total: '75', maximums: comptia('20', '20', '40', '40', '9') },
  { ...COMPTIA, code: 'datax', total: '75', maximums: { webinar: 'cycle 20', conference: 'cycle 20' } },
  { ...COMPTIA, code: 'cloudnetx', total: '75', maximums: { webinar: 'cycle 20', conference: 'cycle 20' } },
  { code: 'secai-plus', months: 36 },
  ...rows({ kind: 'never-expires' }, 'itf-plus', 'project-plus', 'server-plus', 'cloud-essentials', 'ctt-plus'),

  ...rows(PMI_60, 'pmp', 'pgmp', 'pfmp', 'pmi-pba'),
  ...rows(PMI_30, 'pmi-acp', 'pmi-rmp', 'pmi-sp'),
  {
    code: 'capm',
    total: '15',
    months: 36,
    minimums: { education: '9', 'ways-of-working': '2', 'power-skills': '2', 'business-acumen': '2' },
    maximums: { 'giving-back': 'cycle 6', 'working-as-practitioner': 'cycle 2', 'chapter-meeting': 'entry 2' },
    minutes: 60,
    step: '0.25',
  },
  ...rows({ months: 12 }, 'dasm', 'dassm', 'dac', 'davsc'),
  ...rows({}, 'pmi-cpmai', 'pmi-cp', 'pmi-pmocp'),

  ...rows(
    GIAC,
    ...['gsec', 'gcih', 'gcia', 'gpen', 'gwapt', 'gcfa', 'gcfe', 'grem', 'gslc', 'gced', 'gmon', 'gicsp', 'gxpn'],
    ...['gcti', 'gnfa', 'gdsa', 'gcld', 'gisp', 'gstrt', 'grid', 'gcsa', 'gpyc', 'gdat', 'gcda', 'gsna', 'gweb'],
    ...['geva', 'gosi', 'gsoc', 'gpcs', 'gcfr', 'gsom', 'gcpn', 'gmob', 'gasf', 'gfact', 'gisf', 'gcpm', 'gleg'],
    ...['gcip', 'gccc', 'gbfa', 'gawn'],
  ),

  ...rows(
    { total: '120', months: 36, minutes: 60 },
    ...['ceh', 'chfi', 'cnd', 'csa', 'ctia', 'ecih', 'cpent', 'lpt', 'cciso'],
  ),

  ...rows({ total: '30', months: 36 }, 'ccna', 'ccna-automation', 'ccna-cybersecurity'),
  { code: 'cisco-specialist', total: '40', months: 36 },
  ...rows(
    { total: '80', months: 36 },
    ...['ccnp-enterprise', 'ccnp-security', 'ccnp-data-center', 'ccnp-collaboration', 'ccnp-service-provider'],
    ...['ccnp-automation', 'ccnp-cybersecurity'],
  ),
  ...rows(
    { total: '120', months: 36 },
    ...['ccie-enterprise-infrastructure', 'ccie-enterprise-wireless', 'ccie-security', 'ccie-data-center'],
    ...['ccie-service-provider', 'ccie-collaboration', 'ccie-automation', 'ccde'],
  ),

  ...rows(
    { total: '20', months: 24, maximums: IAPP_MAXIMUMS, minutes: 60 },
    ...['cipp-us', 'cipp-e', 'cipp-c', 'cipp-a', 'cipm', 'cipt'],
  ),
  { code: 'aigp', total: '20', months: 24 },

  ...rows({ total: '120', months: 36 }, 'oscp-plus', 'osai-plus', 'oscc-sec', 'oscc-sjd', 'osth', 'osir'),
  ...rows({ kind: 'never-expires' }, 'oscp', 'osep', 'oswe', 'oswa', 'oswp', 'osed', 'osee', 'osmr', 'osda'),

  ...rows(
    { kind: 'exam', months: 36 },
    ...['vcp-vcf-administrator', 'vcp-vcf-architect', 'vcp-vcf-support', 'vcp-vvf-administrator', 'vcp-vvf-support'],
  ),
];
