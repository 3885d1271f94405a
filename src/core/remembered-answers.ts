import type { Interaction } from '../chat/interaction.ts';
import { withAnswerId } from '../chat/press-key.ts';
import type { Reply } from '../chat/reply.ts';
import { type Day, dayIn } from '../domain/calendar.ts';
import type { Store } from '../store/store.ts';
import type { SenderRevision } from '../store/teams/sender-revision.ts';
import type { Words } from '../strings/index.ts';

/** An answer in memory, with what it holds for. */
export interface RememberedAnswer extends SenderRevision {
  readonly reply: Extract<Reply, { kind: 'card' }>;
  /** The name of the command that it was understood as. */
  readonly command: string;
  /** The person's day on which it was given, and the time zone that it is a day of. */
  readonly today: Day;
  readonly zone: string;
  readonly language: Words['language'];
}

/** The memory for answers, in bytes. */
const MAX_BYTES = 16_000_000;
/** The size of a larger answer isn't worth it. */
const MAX_ANSWER_BYTES = 100_000;
/** What a character takes, at most, and what an entry takes beside its text. */
const BYTES_PER_CHARACTER = 2;
const BYTES_PER_ENTRY = 1000;

interface StoredAnswer {
  readonly answer: RememberedAnswer;
  readonly bytes: number;
}

/**
 * Answers from a person's standing, which are given again as long as the revision of the standing and the day are the same. The database says
 * whether they are, so replicas agree.
 */
export class RememberedAnswers {
  readonly #store: Pick<Store, 'revisionOf'>;
  readonly #maxBytes: number;
  readonly #answers = new Map<string, StoredAnswer>();
  #bytes = 0;

  constructor(store: Pick<Store, 'revisionOf'>, maxBytes = MAX_BYTES) {
    this.#store = store;
    this.#maxBytes = maxBytes;
  }

  /** Returns the answer that was given to the same interaction, if it still holds. */
  async find(interaction: Interaction, now: Date): Promise<RememberedAnswer | undefined> {
    const key = keyOf(interaction);
    const stored = key === undefined ? undefined : this.#answers.get(key);
    if (key === undefined || stored === undefined) return undefined;
    const { answer } = stored;
    const current =
      dayIn(answer.zone, now) === answer.today ? await this.#store.revisionOf(interaction.from) : undefined;
    if (!isSame(answer, current)) {
      this.#forget(key);
      return undefined;
    }
    // The least recently given is forgotten first.
    this.#answers.delete(key);
    this.#answers.set(key, stored);
    const { reply, personId } = answer;
    if (interaction.key === undefined) return answer;
    return { ...answer, reply: { ...reply, card: withAnswerId(reply.card, personId, interaction.key) } };
  }

  /** Remembers the answer to an interaction. */
  remember(interaction: Interaction, answer: RememberedAnswer): void {
    const key = keyOf(interaction);
    if (key === undefined) return;
    const characters = key.length + JSON.stringify(answer.reply).length;
    const bytes = characters * BYTES_PER_CHARACTER + BYTES_PER_ENTRY;
    this.#forget(key);
    if (bytes > MAX_ANSWER_BYTES) return;
    this.#answers.set(key, { answer, bytes });
    this.#bytes += bytes;
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= this.#maxBytes) return;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    this.#bytes -= this.#answers.get(key)?.bytes ?? 0;
    this.#answers.delete(key);
  }
}

function isSame(answer: RememberedAnswer, current: SenderRevision | undefined): boolean {
  return (
    current !== undefined &&
    current.workspaceId === answer.workspaceId &&
    current.personId === answer.personId &&
    current.revision === answer.revision
  );
}

/** All that an answer can depend on; undefined for forms and files, which are never answered from memory. */
function keyOf(interaction: Interaction): string | undefined {
  const { key, answers, files, users, state, ...rest } = interaction;
  if (answers !== undefined || (files ?? []).length > 0 || users !== undefined || state !== undefined) return undefined;
  // The buttons of a card carry the id of the interaction only if there is one.
  return JSON.stringify([rest, key !== undefined]);
}
