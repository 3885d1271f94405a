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

const foldedTopics = new WeakMap<CreditRenewal, readonly FoldedTopic[]>();

/** Returns the categories named by the topics of an activity, each with the first topic that names it. */
export function matchTopics(
  renewal: CreditRenewal,
  { title = '', topics: words = '' }: TopicText,
): ReadonlyMap<string, string> {
  const topics = foldedTopicsOf(renewal);
  if (topics.length === 0) return new Map();
  const spaced = ` ${splitWords(`${title} ${words}`).join(' ')} `;
  const matches = new Map<string, string>();
  for (const { category, topic, folded } of topics) {
    const isNamed = spaced.includes(` ${folded} `) || spaced.includes(` ${folded}s `);
    if (isNamed && !matches.has(category)) matches.set(category, topic);
  }
  return matches;
}

function foldedTopicsOf(renewal: CreditRenewal): readonly FoldedTopic[] {
  const known = foldedTopics.get(renewal);
  if (known !== undefined) return known;
  const folded = (renewal.topicCategories ?? []).flatMap(({ category, topics: names }) =>
    names.map((topic) => ({ category, topic, folded: splitWords(topic).join(' ') })),
  );
  foldedTopics.set(renewal, folded);
  return folded;
}
