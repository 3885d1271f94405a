import type { IndexedOpportunity } from '../../src/opportunities/indexed-opportunity.ts';
import { randomOf } from '../../test/store/tampering.ts';
import { TOPICS } from './topics.ts';

const SHAPES = [
  '{t}: What Works in {y}',
  'Introduction to {t}',
  '{t} for Beginners',
  'Advanced {t}',
  'The State of {t} in {y}',
  'Panel: {t} and the Business',
  '{t} – Lessons from the Field',
  'How to Get Started with {t}',
  'Ask Me Anything: {t}',
  '{t}, Part {n}',
  'Webinar | {t} in Practice',
  'Episode {n}: {t}',
  'Five Mistakes in {t}',
  '{t} on a Budget',
  'Case Study: {t} at a Regional Bank',
] as const;
const PROVIDERS = [
  'SANS',
  'BrightTALK',
  'ISACA Chapter',
  'Northwind Academy',
  'Fabrikam',
  'OWASP',
  'PMI Chapter',
  'Contoso Labs',
  'BSides',
  'Cloud Alliance',
] as const;
const KINDS = ['webinar', 'course', 'podcast', 'conference'] as const;
const FILLER = [
  'Join our experts for a live discussion and bring your questions.',
  'In this session we share what we learned with customers of every size.',
  'You will leave with a checklist you can use on Monday.',
  'This is the recording of a session first shown last spring.',
  'Attendees receive a certificate by e-mail.',
  'Sponsored. The recording is available on demand.',
] as const;

/** An opportunity with what it is really about. */
export interface Labelled extends IndexedOpportunity {
  readonly topic: number;
}

/** So many opportunities as feeds would write them: each about one topic, with words of another at times. */
export function catalogueOf(size: number, seed = 1): readonly Labelled[] {
  const random = randomOf(seed);
  return Array.from({ length: size }, (_, index): Labelled => {
    const topic = random.below(TOPICS.length);
    const about = TOPICS[topic] as (typeof TOPICS)[number];
    const other = TOPICS[random.below(TOPICS.length)] as (typeof TOPICS)[number];
    const title = random
      .pick(SHAPES)
      .replace('{t}', random.pick(about.names))
      .replace('{y}', String(2022 + random.below(5)))
      .replace('{n}', String(1 + random.below(300)));
    // Feeds put whatever is fashionable into descriptions.
    const aside = random.below(3) === 0 ? `We also touch on ${random.pick(other.names).toLowerCase()}.` : '';
    const description = `${random.pick(FILLER)} ${random.pick(about.beside)}, ${random.pick(about.beside)} and ${random.pick(about.names).toLowerCase()}. ${aside} ${random.pick(FILLER)}`;
    return {
      id: `d${index}`,
      topic,
      title,
      provider: random.pick(PROVIDERS),
      url: `https://a.example/${index}`,
      description,
      kind: random.pick(KINDS),
      delivery: 'online-recorded',
      minutes: 15 + random.below(12) * 15,
      isFree: random.below(3) > 0,
      language: 'en',
    };
  });
}

/** A query with its topic. */
export interface Asked {
  readonly text: string;
  readonly topic: number;
}

/** The labelled queries: three for each topic. */
export const QUERIES: readonly Asked[] = TOPICS.flatMap(({ asked }, topic) => asked.map((text) => ({ text, topic })));

/** How well a topic answers a query: 2 for its own, 1 for one of the same group. */
export function gradeOf(document: Labelled, { topic }: Asked): number {
  if (document.topic === topic) return 2;
  return TOPICS[document.topic]?.group === TOPICS[topic]?.group ? 1 : 0;
}
