import type { Block, Card } from '../../../src/chat/card.ts';
import { plainTextOf, type Text } from '../../../src/chat/text.ts';
import type { Element } from './elements.ts';

/** A mention in the form that Teams resolves: its text stands in a text block of the card, and `id` is the person's account. */
export interface MentionEntity {
  readonly type: 'mention';
  readonly text: string;
  readonly mentioned: { readonly id: string; readonly name: string };
}

// Names in which a `TextBlock` finds no markup, link or date.
const PLAIN_NAME = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} .,’'()-]{0,100}$/u;

/**
 * The people whom a card mentions. Two of one name can't be told apart in the text, and other names could be read as markup: they are shown as
 * names only.
 */
export function mentionsIn({ blocks }: Card): readonly MentionEntity[] {
  const users = new Map<string, Set<string>>();
  for (const run of blocks.flatMap((block) => titleMention(block) ?? [])) {
    if (PLAIN_NAME.test(run.mention)) users.set(run.mention, (users.get(run.mention) ?? new Set()).add(run.user));
  }
  return [...users].flatMap(([name, ids]): MentionEntity[] => {
    const [id, ...others] = ids;
    if (id === undefined || others.length > 0) return [];
    return [{ type: 'mention', text: `<at>${name}</at>`, mentioned: { id, name } }];
  });
}

/** The title of an item as a mention; undefined if it is none of these. */
export function mentionElement(title: Text, mentions: readonly MentionEntity[]): Element | undefined {
  const text = `<at>${plainTextOf(title)}</at>`;
  const isMentioned = isMention(title) && mentions.some((one) => one.text === text);
  return isMentioned ? { type: 'TextBlock', text, weight: 'bolder', wrap: true } : undefined;
}

function titleMention(block: Block): { readonly mention: string; readonly user: string } | undefined {
  if (block.kind !== 'item' || typeof block.title === 'string') return undefined;
  const [run, ...others] = block.title;
  return others.length === 0 && typeof run === 'object' && 'mention' in run ? run : undefined;
}

function isMention(title: Text): boolean {
  return titleMention({ kind: 'item', title }) !== undefined;
}
