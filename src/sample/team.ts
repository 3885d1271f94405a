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
  /** What they do and hold, in each language. */
  readonly detail: { readonly en: string; readonly de: string };
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
  /** The logged activities, in turn; `DONE` if absent. */
  readonly done?: readonly SampleActivity[];
  /** The category that the person stated for each of the activities; absent for a certification without categories. */
  readonly categories?: readonly string[];
}

/** An activity that sample people log. Its duration follows from the credits. */
export interface SampleActivity {
  readonly title: string;
  readonly provider: string;
  readonly kind: ActivityKind;
  readonly delivery: Delivery;
  readonly proof?: NewProof;
}

const ISC2_GROUPS = ['group-a', 'group-a', 'group-b', 'group-a'];

const LEADING = {
  title: 'Leading through incidents',
  provider: 'Northwind Academy',
  kind: 'course',
  delivery: 'self-paced',
} as const;

/** The activities that sample people log, in turn. */
export const DONE: readonly SampleActivity[] = [
  {
    title: 'Threat modelling workshop',
    provider: 'OWASP chapter',
    kind: 'course',
    delivery: 'in-person',
    proof: linked('https://example.org/certificates/threat-modelling', 'certificate', ['attendee', 'hours']),
  },
  {
    title: 'Zero trust in practice',
    provider: 'SANS',
    kind: 'webinar',
    delivery: 'online-live',
  },
  {
    ...LEADING,
    proof: linked('https://example.org/certificates/leading', 'certificate', ['attendee']),
  },
  {
    title: 'Security conference, day one',
    provider: 'BSides',
    kind: 'conference',
    delivery: 'in-person',
    proof: linked('https://example.org/badges/bsides', 'screenshot', []),
  },
];

/** The activities of the fraud examiner, in turn. */
const FRAUD_DONE: readonly SampleActivity[] = [
  {
    title: 'Fraud interviews: asking without accusing',
    provider: 'ACFE chapter',
    kind: 'course',
    delivery: 'self-paced',
    proof: linked('https://example.org/certificates/interviews', 'certificate', ['attendee', 'hours']),
  },
  {
    title: 'Ethics for investigators',
    provider: 'ACFE chapter',
    kind: 'webinar',
    delivery: 'online-live',
  },
  LEADING,
];

/** Eight sample people with different certifications and paces. */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  {
    user: 'ana',
    name: 'Ana Duarte',
    detail: { en: 'Security engineer: CISSP, CCSP', de: 'IT-Sicherheit: CISSP, CCSP' },
    zone: 'Europe/Lisbon',
    locale: 'en-GB',
    role: 'member',
    holdings: [
      { code: 'cissp', monthsAgo: 22, every: 30, credits: 275, categories: ISC2_GROUPS },
      { code: 'ccsp', monthsAgo: 10, every: 24, credits: 250, categories: ISC2_GROUPS },
    ],
  },
  {
    user: 'bo',
    name: 'Bo Lindqvist',
    detail: { en: 'Auditor: CISA, CISM', de: 'Revision: CISA, CISM' },
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
    detail: { en: 'Project manager: PMP', de: 'Projektleitung: PMP' },
    zone: 'Africa/Lagos',
    locale: 'en-GB',
    role: 'member',
    holdings: [
      {
        code: 'pmp',
        monthsAgo: 26,
        every: 27,
        credits: 150,
        categories: ['ways-of-working', 'business-acumen', 'power-skills', 'ways-of-working'],
      },
    ],
  },
  {
    user: 'dana',
    name: 'Dana Whitaker',
    detail: { en: 'Analyst: Security+, CySA+', de: 'Analyse: Security+, CySA+' },
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
    detail: { en: 'Incident responder: GCIH, CEH', de: 'Vorfallbearbeitung: GCIH, CEH' },
    zone: 'Asia/Tokyo',
    locale: 'en-US',
    role: 'member',
    holdings: [
      {
        code: 'gcih',
        monthsAgo: 14,
        every: 40,
        credits: 100,
        categories: ['other-training', 'community', 'other-training', 'other-training'],
      },
      { code: 'ceh', monthsAgo: 20, every: 21, credits: 225 },
    ],
  },
  {
    user: 'farid',
    name: 'Farid Rahimi',
    detail: { en: 'Privacy counsel: CIPP/E', de: 'Datenschutz: CIPP/E' },
    zone: 'Europe/Berlin',
    locale: 'de-DE',
    role: 'member',
    holdings: [
      {
        code: 'cipp-e',
        monthsAgo: 21,
        every: 35,
        credits: 100,
        categories: ['other-training', 'other-training', 'other', 'other'],
      },
    ],
  },
  {
    user: 'grace',
    name: 'Grace Kim',
    detail: { en: 'People partner: SHRM-CP, CFE', de: 'Personal: SHRM-CP, CFE' },
    zone: 'America/New_York',
    locale: 'en-US',
    role: 'member',
    holdings: [
      {
        code: 'shrm-cp',
        monthsAgo: 18,
        every: 25,
        credits: 150,
        categories: ['education', 'education', 'education', 'education'],
      },
      {
        code: 'cfe',
        monthsAgo: 7,
        every: 20,
        credits: 150,
        done: FRAUD_DONE,
        categories: ['fraud', 'ethics', 'other'],
      },
    ],
  },
  {
    user: 'hugo',
    name: 'Hugo Marchetti',
    detail: { en: 'Team lead and admin: CISSP, AWS, PSM I', de: 'Teamleitung und Admin: CISSP, AWS, PSM I' },
    zone: 'Europe/Rome',
    locale: 'en-GB',
    role: 'admin',
    holdings: [
      { code: 'cissp', monthsAgo: 34, every: 12, credits: 150, categories: ISC2_GROUPS },
      { code: 'aws-solutions-architect-associate', monthsAgo: 32 },
      { code: 'psm-i', monthsAgo: 50 },
    ],
  },
];

function linked(link: string, form: EvidenceForm, shows: readonly EvidenceFact[]): NewProof {
  return { link, form, shows, note: '', fileIds: [] };
}
