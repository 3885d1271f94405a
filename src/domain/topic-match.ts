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

const NONE: ReadonlyMap<string, string> = new Map();
const spacedTexts = new WeakMap<TopicText, string>();
const matched = new WeakMap<CreditRenewal, WeakMap<TopicText, ReadonlyMap<string, string>>>();

/** Returns the categories named by the topics of an activity, each with the first topic that names it; once for each activity. */
export function matchTopics(renewal: CreditRenewal, text: TopicText): ReadonlyMap<string, string> {
  const topics = foldedTopicsOf(renewal);
  if (topics.length === 0) return NONE;
  const ofRenewal = matched.get(renewal) ?? new WeakMap<TopicText, ReadonlyMap<string, string>>();
  matched.set(renewal, ofRenewal);
  const known = ofRenewal.get(text) ?? findTopics(topics, text);
  ofRenewal.set(text, known);
  return known;
}

function findTopics(topics: readonly FoldedTopic[], text: TopicText): ReadonlyMap<string, string> {
  const spaced = spacedTexts.get(text) ?? spacedText(text);
  spacedTexts.set(text, spaced);
  const matches = new Map<string, string>();
  for (const { category, topic, folded } of topics) {
    const isNamed = spaced.includes(` ${folded} `) || spaced.includes(` ${folded}s `);
    if (isNamed && !matches.has(category)) matches.set(category, topic);
  }
  return matches;
}

function spacedText({ title = '', topics = '' }: TopicText): string {
  return ` ${splitWords(`${title} ${topics}`).join(' ')} `;
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
