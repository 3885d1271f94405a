import { WorkspaceRepository } from '../repository.ts';
import { Draft } from './record-entities.ts';

/** A form that was begun: what was typed so far. */
export interface StoredDraft {
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
  readonly state?: string | undefined;
  readonly savedAt: Date;
}

/** Forms that were begun and not finished, one for each person and command. */
export class Drafts extends WorkspaceRepository {
  /** Saves a draft, replacing an earlier one. */
  async save(personId: string, command: string, { answers, state, savedAt }: StoredDraft): Promise<void> {
    await this.em.execute(
      `insert into draft (workspace_id, person_id, command, answers, state, saved_at) values (?, ?, ?, ?, ?, ?)
       on conflict (workspace_id, person_id, command)
         do update set answers = excluded.answers, state = excluded.state, saved_at = excluded.saved_at`,
      [this.workspaceId, personId, command, JSON.stringify(answers), state ?? null, savedAt],
    );
  }

  /** The draft of a command, if there is one. */
  async get(personId: string, command: string): Promise<StoredDraft | undefined> {
    const draft = await this.em.findOne(Draft, { personId, command });
    return draft === null ? undefined : { ...draft, state: draft.state ?? undefined };
  }

  async discard(personId: string, command: string): Promise<void> {
    await this.em.nativeDelete(Draft, { personId, command });
  }

  /** Deletes old drafts and returns their number. */
  async deleteOlderThan(before: Date): Promise<number> {
    return this.em.nativeDelete(Draft, { savedAt: { $lt: before } });
  }
}
