import type { ActivityKind, Delivery } from '../domain/activity-kinds.ts';
import type { EvidenceFact, EvidenceForm } from '../domain/evidence.ts';
import type { NewProof } from '../store/evidence/proofs.ts';

/** The platform and tenant of the sample workspace. */
export const SAMPLE = { platform: 'playground', tenant: 'sample' } as const;

/** The team of all sample people. */
export const SAMPLE_TEAM = 'Security';

/** A sample person. */
export interface SamplePerson {
  readonly user: string;
  readonly name: string;
  readonly detail: string;
  readonly zone: string;
  readonly locale: string;
  readonly role: 'member' | 'admin';
  readonly holdings: readonly SampleHolding[];
}

/** A certification of a sample person, and how its credits were logged. */
export interface SampleHolding {
  readonly code: string;
  /** How many months ago the certification was earned. */
  readonly monthsAgo: number;
  /** Days between two records; without it, nothing is logged. */
  readonly every?: number;
  /** Credits of a record, in hundredths. */
  readonly credits?: number;
  /** Days since the last record. */
  readonly silentFor?: number;
}

/** Eight sample people with different certifications and paces. */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  {
    user: 'ana',
    name: 'Ana Duarte',
    detail: 'Security engineer: CISSP, CCSP',
    zone: 'Europe/Lisbon',
    locale: 'en-GB',
    role: 'member',
    holdings: [
      { code: 'cissp', monthsAgo: 22, every: 30, credits: 275 },
      { code: 'ccsp', monthsAgo: 10, every: 24, credits: 250 },
    ],
  },
  {
    user: 'bo',
    name: 'Bo Lindqvist',
    detail: 'Auditor: CISA, CISM',
    zone: 'Europe/Stockholm',
    locale: 'en-GB',
    role: 'member',
    holdings: [
      { code: 'cisa', monthsAgo: 30, every: 22, credits: 300, silentFor: 150 },
      { code: 'cism', monthsAgo: 27, every: 16, credits: 200, silentFor: 300 },
    ],
  },
  {
    user: 'chidi',
    name: 'Chidi Okafor',
    detail: 'Project manager: PMP',
    zone: 'Africa/Lagos',
    locale: 'en-GB',
    role: 'member',
    holdings: [{ code: 'pmp', monthsAgo: 26, every: 27, credits: 150 }],
  },
  {
    user: 'dana',
    name: 'Dana Whitaker',
    detail: 'Analyst: Security+, CySA+',
    zone: 'America/Chicago',
    locale: 'en-US',
    role: 'member',
    holdings: [
      { code: 'security-plus', monthsAgo: 33, every: 60, credits: 200 },
      { code: 'cysa-plus', monthsAgo: 8, every: 14, credits: 200 },
    ],
  },
  {
    user: 'emi',
    name: 'Emi Tanaka',
    detail: 'Incident responder: GCIH, CEH',
    zone: 'Asia/Tokyo',
    locale: 'en-US',
    role: 'member',
    holdings: [
      { code: 'gcih', monthsAgo: 14, every: 40, credits: 100 },
      { code: 'ceh', monthsAgo: 20, every: 21, credits: 225 },
    ],
  },
  {
    user: 'farid',
    name: 'Farid Rahimi',
    detail: 'Privacy counsel: CIPP/E',
    zone: 'Europe/Berlin',
    locale: 'de-DE',
    role: 'member',
    holdings: [{ code: 'cipp-e', monthsAgo: 21, every: 35, credits: 100 }],
  },
  {
    user: 'grace',
    name: 'Grace Kim',
    detail: 'People partner: SHRM-CP, CFE',
    zone: 'America/New_York',
    locale: 'en-US',
    role: 'member',
    holdings: [
      { code: 'shrm-cp', monthsAgo: 18, every: 25, credits: 150 },
      { code: 'cfe', monthsAgo: 7, every: 20, credits: 150 },
    ],
  },
  {
    user: 'hugo',
    name: 'Hugo Marchetti',
    detail: 'Team lead and admin: CISSP, AWS, PSM I',
    zone: 'Europe/Rome',
    locale: 'en-GB',
    role: 'admin',
    holdings: [
      { code: 'cissp', monthsAgo: 34, every: 12, credits: 150 },
      { code: 'aws-solutions-architect-associate', monthsAgo: 32 },
      { code: 'psm-i', monthsAgo: 50 },
    ],
  },
];

/** The activities that sample people log, in turn. */
export const DONE: readonly {
  title: string;
  provider: string;
  kind: ActivityKind;
  delivery: Delivery;
  minutes: number;
  proof?: NewProof;
}[] = [
  {
    title: 'Threat modelling workshop',
    provider: 'OWASP chapter',
    kind: 'course',
    delivery: 'in-person',
    minutes: 150,
    proof: linked('https://example.org/certificates/threat-modelling', 'certificate', ['attendee', 'hours']),
  },
  {
    title: 'Zero trust in practice',
    provider: 'SANS',
    kind: 'webinar',
    delivery: 'online-live',
    minutes: 60,
  },
  {
    title: 'Leading through incidents',
    provider: 'Northwind Academy',
    kind: 'course',
    delivery: 'self-paced',
    minutes: 120,
    proof: linked('https://example.org/certificates/leading', 'certificate', ['attendee']),
  },
  {
    title: 'Security conference, day one',
    provider: 'BSides',
    kind: 'conference',
    delivery: 'in-person',
    minutes: 240,
    proof: linked('https://example.org/badges/bsides', 'screenshot', []),
  },
];

function linked(link: string, form: EvidenceForm, shows: readonly EvidenceFact[]): NewProof {
  return { link, form, shows, note: '', fileIds: [] };
}
