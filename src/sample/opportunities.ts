import type { NewOpportunity } from '../store/opportunities/opportunities.ts';

const DAY_MS = 86_400_000;
const at = (now: Date, days: number, hour: number) => {
  const planned = new Date(now.getTime() + days * DAY_MS);
  // Sample events are on weekdays.
  const weekend = [0, 6].includes(planned.getUTCDay()) ? 2 : 0;
  const day = new Date(planned.getTime() + weekend * DAY_MS);
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), hour));
};

type Live = readonly [title: string, provider: string, inDays: number, minutes: number, more?: Partial<NewOpportunity>];
type Recorded = readonly [
  title: string,
  provider: string,
  daysAgo: number,
  minutes: number,
  more?: Partial<NewOpportunity>,
];

const LIVE: readonly Live[] = [
  ['Zero trust for hybrid networks: what worked', 'Northwind Academy', 2, 60],
  ['Incident response tabletop: ransomware on a Friday', 'BSides', 4, 120],
  ['Third-party risk after the new rules', 'ISACA chapter', 5, 90, { kind: 'chapter-meeting' }],
  ['Cloud forensics workshop', 'Contoso Labs', 8, 480, { kind: 'course', isFree: false }],
  ['Threat modelling in an afternoon', 'OWASP chapter', 9, 180, { kind: 'course' }],
  ['Board-level cyber reporting', 'Northwind Academy', 11, 45],
  ['AI governance for auditors', 'IIA chapter', 14, 60, { kind: 'chapter-meeting' }],
  ['Security operations without burn-out', 'SANS', 16, 60],
  ['Privacy engineering: data minimisation in practice', 'IAPP KnowledgeNet', 18, 75],
  ['Leading distributed project teams', 'PMI chapter', 20, 60, { kind: 'chapter-meeting' }],
  ['Secure software supply chains', 'Fabrikam', 23, 60],
  [
    'Winter security conference, day one',
    'BSides',
    30,
    420,
    { kind: 'conference', delivery: 'in-person', isFree: false },
  ],
];

const RECORDED: readonly Recorded[] = [
  ['Phishing-resistant authentication explained', 'Northwind Academy', 20, 55],
  ['Kubernetes hardening from the ground up', 'Contoso Labs', 45, 90, { kind: 'course', delivery: 'self-paced' }],
  ['Reading an audit log like a detective', 'SANS', 70, 60],
  ['Business continuity: exercises people remember', 'ISACA chapter', 90, 50],
  ['Vulnerability management by risk, not by count', 'Fabrikam', 120, 45],
  ['Stakeholders who say no', 'PMI chapter', 150, 30],
  ['Detecting lateral movement', 'SANS', 200, 60],
  ['GDPR in ten decisions', 'IAPP KnowledgeNet', 240, 60],
  ['The weekly threat brief, episode 41', 'Daily Packet', 3, 25, { kind: 'podcast' }],
  ['The weekly threat brief, episode 40', 'Daily Packet', 10, 28, { kind: 'podcast' }],
  ['Fraud interviews: asking without accusing', 'ACFE chapter', 60, 100, { kind: 'course', delivery: 'self-paced' }],
  ['Hiring for security: skills over titles', 'Northwind Academy', 80, 40],
];

/** Returns the opportunities of the sample team: recordings of the last months and events of the next weeks. */
export function sampleOpportunities(now: Date): readonly NewOpportunity[] {
  const defaults = { kind: 'webinar', isFree: true, language: 'en', description: '' } as const;
  const address = (title: string) => `https://example.org/${title.toLowerCase().replace(/[^a-z0-9]+/gu, '-')}`;
  const live = LIVE.map(([title, provider, inDays, minutes, more = {}], index): NewOpportunity => {
    const url = address(title);
    const startsAt = at(now, inDays, 9 + (index % 8));
    return { ...defaults, key: url, title, provider, url, minutes, delivery: 'online-live', startsAt, ...more };
  });
  const recorded = RECORDED.map(([title, provider, daysAgo, minutes, more = {}]): NewOpportunity => {
    const url = address(title);
    const publishedAt = at(now, -daysAgo, 12);
    return { ...defaults, key: url, title, provider, url, minutes, delivery: 'online-recorded', publishedAt, ...more };
  });
  return [...live, ...recorded];
}
