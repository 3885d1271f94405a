import type { CreditRenewal } from './credit-rules.ts';
import { splitWords } from './holding.ts';

/** The texts of an activity that its topics are read from. */
export interface TopicText {
  readonly title?: string | undefined;
  /** Further words, such as the description of an opportunity. */
  readonly topics?: string | undefined;
}

interface FoldedTopic {
  readonly category: string;
  readonly topic: string;
  readonly folded: string;
}

/** The topics of a certification, and the words in them that name a subject. */
interface FoldedTopics {
  readonly topics: readonly FoldedTopic[];
  readonly subjects: ReadonlySet<string>;
}

const foldedTopics = new WeakMap<CreditRenewal, FoldedTopics>();

/** Words of topics that don't name a subject. */
const COMMON_WORDS = new Set(
  'and business development examination for from general management of other practice professional skills technical the to ways with working'.split(
    ' ',
  ),
);

/** Returns the categories named by the topics of an activity, each with the first topic that names it. */
export function matchTopics(renewal: CreditRenewal, text: TopicText): ReadonlyMap<string, string> {
  const { topics } = foldedTopicsOf(renewal);
  if (topics.length === 0) return new Map();
  const spaced = ` ${wordsOf(text).join(' ')} `;
  const matches = new Map<string, string>();
  for (const { category, topic, folded } of topics) {
    const isNamed = spaced.includes(` ${folded} `) || spaced.includes(` ${folded}s `);
    if (isNamed && !matches.has(category)) matches.set(category, topic);
  }
  return matches;
}

/**
 * Whether an activity shares no subject with a certification's domains. `false` if the catalogue doesn't know the domains, or if the activity has
 * no words.
 */
export function isOutsideDomains(renewal: CreditRenewal, text: TopicText): boolean {
  const { subjects } = foldedTopicsOf(renewal);
  if (subjects.size === 0) return false;
  const words = wordsOf(text);
  return words.length > 0 && !words.some((word) => subjects.has(singular(word)));
}

function wordsOf({ title = '', topics = '' }: TopicText): readonly string[] {
  return splitWords(`${title} ${topics}`);
}

function foldedTopicsOf(renewal: CreditRenewal): FoldedTopics {
  const known = foldedTopics.get(renewal);
  if (known !== undefined) return known;
  const topics = (renewal.topicCategories ?? []).flatMap(({ category, topics: names }) =>
    names.map((topic) => ({ category, topic, folded: splitWords(topic).join(' ') })),
  );
  const words = topics.flatMap(({ folded }) => folded.split(' '));
  const subjects = new Set(words.filter((word) => !COMMON_WORDS.has(word)).map(singular));
  const folded = { topics, subjects };
  foldedTopics.set(renewal, folded);
  return folded;
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
