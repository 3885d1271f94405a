import type { ActivityKind } from '../domain/activity-kinds.ts';
import { foldName } from './column-heading.ts';

/** An export whose headings are known. */
export interface Preset {
  /** As people know it. */
  readonly name: string;
  /** The body whose portal wrote it: the status of its rows is that of the portal. */
  readonly body?: string;
  /** The provider of rows that name none, and the kind of those whose kind isn't known. */
  readonly provider?: string;
  readonly kind?: ActivityKind;
  /** The column of categories is about subjects of the platform, not about those of a body. */
  readonly hasOwnCategories?: boolean;
  /** recert wrote it: its cells are taken as they are, and each row is a part of a record. */
  readonly isOwn?: boolean;
  /** All of them are found among the folded headings, which are separated by bars. */
  readonly headings: readonly RegExp[];
}

const PRESETS: readonly Preset[] = [
  { name: 'recert', isOwn: true, headings: [/\bsha 256 (?:of the files|der dateien)\b/u, /(?:^|\| )id \|/u] },
  {
    name: 'PMI CCRS',
    body: 'PMI',
    headings: [/pdu category|ways of working|talent triangle/u, /\bpdus?\b/u, /status/u],
  },
  { name: 'ISACA MyCPE', body: 'ISACA', headings: [/qualifying activity/u, /cpe/u] },
  { name: 'ISC2 CPE portal', body: 'ISC2', headings: [/cpe/u, /submi|isc2|cpe id/u, /status/u, /group|domain|type/u] },
  { name: 'CompTIA CertMetrics', body: 'CompTIA', headings: [/\bceus?\b/u, /status|approv/u] },
  { name: 'NASBA CPE registry', headings: [/field of study/u, /sponsor/u, /cpe|credit/u] },
  {
    name: 'LinkedIn Learning',
    kind: 'course',
    provider: 'LinkedIn Learning',
    hasOwnCategories: true,
    headings: [/content (?:title|name)/u, /content (?:completed|last watched|type)|seconds viewed/u],
  },
  {
    name: 'Udemy',
    kind: 'course',
    provider: 'Udemy',
    hasOwnCategories: true,
    headings: [/course title|course name/u, /completion ratio|video consumed|course first completion/u],
  },
  {
    name: 'Coursera',
    kind: 'course',
    hasOwnCategories: true,
    headings: [/course slug|estimated learning hours|course certificate url/u],
  },
  {
    name: 'Pluralsight',
    kind: 'course',
    provider: 'Pluralsight',
    hasOwnCategories: true,
    headings: [/pluralsight|percent complete|percent viewed|view time|skill iq/u, /course|content|title/u],
  },
  { name: 'Credly', hasOwnCategories: true, headings: [/badge/u, /issue/u] },
  {
    name: 'SCORM',
    kind: 'course',
    hasOwnCategories: true,
    headings: [
      /learner|student|employee|user|teilnehmer/u,
      /completion|abschluss|status/u,
      /course|module|kurs|training/u,
    ],
  },
];

/** Returns the export that a header is of. */
export function findPreset(header: readonly string[]): Preset | undefined {
  const names = header.map(foldName).join(' | ');
  return PRESETS.find(({ headings }) => headings.every((heading) => heading.test(names)));
}
