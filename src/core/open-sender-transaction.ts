import type { Identity } from '../chat/identity.ts';
import type { Interaction } from '../chat/interaction.ts';
import type { Command, Context } from '../commands/command.ts';
import { Refusal } from '../services/refusal.ts';
import type { Store, WorkspaceData } from '../store/store.ts';
import type { SenderContext } from '../store/teams/sender-context.ts';
import type { Languages } from './languages.ts';

interface OpenDeps {
  readonly store: Store;
  readonly now: Date;
  readonly languages: Languages;
}

/**
 * Opens the transaction of an interaction's sender. A program that acts for the sender adds no person: throws `Refusal` if recert doesn't
 * know the person, or if the platform reported their account as gone.
 */
export async function openFor<T>(
  { from, onBehalf }: Interaction,
  { store, now, languages }: OpenDeps,
  work: (data: WorkspaceData, sender: SenderContext) => Promise<T>,
): Promise<T> {
  if (onBehalf === undefined) return store.asSender(from, now, work);
  const unknown = () => new Refusal(languages.wordsFor({ from }).draft.unknownPerson);
  const opened = await store
    .asKnownSender(from, async (data, sender) => {
      if (sender.person === null || sender.preferences.leftBy === 'platform') throw unknown();
      return work(data, sender);
    })
    .catch(async (error: unknown) => {
      if (error instanceof Refusal) await noteRefused(from, { store, now });
      throw error;
    });
  if (opened === undefined) throw unknown();
  return opened.result;
}

/** Records that a program asked, because the refusal rolled back what was recorded. */
async function noteRefused(from: Identity, { store, now }: Pick<OpenDeps, 'store' | 'now'>): Promise<void> {
  await store.asKnownSender(from, async ({ audit }, { person }) => {
    if (person === null) return;
    audit.actAs(person.personId, now);
    recordAgent(audit, person.personId);
  });
}

function recordAgent(audit: WorkspaceData['audit'], personId: string): void {
  audit.record('look', { kind: 'person', subject: personId, reason: 'agent' });
}

/** Records in the sender's access log that a program asks for them. Throws `Refusal` for what a program may not do, and for a repeated key. */
export async function noteAgent(command: Command, { request, data }: Context): Promise<void> {
  const { onBehalf, person, key, now, words } = request;
  if (onBehalf === undefined) return;
  const mayRun = onBehalf === 'read' ? command.writes === 'never' : command.drafts === true;
  if (!mayRun) throw new Refusal(words.draft.notForAgents);
  if (key !== undefined) {
    const before = await data.idempotencyKeys.claim(`${person.personId} agent ${key}`.slice(0, 500), now);
    if (before !== undefined) throw new Refusal(words.draft.repeated);
  }
  recordAgent(data.audit, person.personId);
}
