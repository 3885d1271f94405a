import type { Action, Block, Card } from '../../chat/card.ts';
import type { Words } from '../../strings/index.ts';

/** A planned message and its delivery state. */
export interface ShownMessage {
  readonly messageId: string;
  readonly purpose: keyof Words['digest']['purpose'];
  readonly week: string;
  readonly state: keyof Words['digest']['state'];
  readonly reason: string;
  readonly plannedAt: Date;
  readonly doneAt?: Date | null | undefined;
}

interface DigestHistory {
  /** Newest first. */
  readonly messages: readonly ShownMessage[];
  /** The number of all messages by purpose and state; empty except for admins. */
  readonly metrics: readonly (Pick<ShownMessage, 'purpose' | 'state'> & { readonly count: number })[];
  readonly zone: string;
}

/** The card that lists a team's digests with their delivery state. */
export function digestHistoryCard(
  team: { readonly name: string },
  { messages, metrics, zone }: DigestHistory,
  words: Words,
): Card {
  const phrases = words.digest;
  const blocks: Block[] = messages.map((message): Block => {
    const { purpose, week, state, reason, plannedAt, doneAt } = message;
    const name = purpose === 'details' ? `${week}, ${phrases.details}` : week;
    const detail = [phrases.state[state], words.moment(doneAt ?? plannedAt, zone), ...(reason === '' ? [] : [reason])];
    return { kind: 'item', title: [{ bold: name }], detail: detail.join(' · '), ...decisions(message, words) };
  });
  if (blocks.length === 0) blocks.push({ kind: 'text', text: phrases.historyNone });
  if (metrics.length > 0) {
    blocks.push({ kind: 'heading', text: phrases.metrics });
    const facts = metrics.map(({ purpose, state, count }) => ({
      label: `${phrases.purpose[purpose]}, ${phrases.state[state]}`,
      value: String(count),
    }));
    blocks.push({ kind: 'facts', facts });
  }
  return { title: phrases.history(team.name), blocks };
}

/** The notice to an admin that a message was not delivered or may not have been. */
export function noticeCard(text: string, message: Pick<ShownMessage, 'messageId' | 'state'>, words: Words): Card {
  const { action, also } = decisions(message, words);
  const actions = [action, also].filter((one) => one !== undefined);
  return { title: words.digest.notice, blocks: [{ kind: 'text', text }], ...(actions.length === 0 ? {} : { actions }) };
}

function decisions({ messageId, state }: Pick<ShownMessage, 'messageId' | 'state'>, words: Words) {
  const again: Action = { label: words.digest.sendAgain, command: 'digest', args: { again: messageId } };
  const received: Action = { label: words.digest.didArrive, command: 'digest', args: { delivered: messageId } };
  if (state === 'unknown') return { action: received, also: again };
  return state === 'failed' ? { action: again } : {};
}
