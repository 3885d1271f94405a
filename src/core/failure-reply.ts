import type { Interaction } from '../chat/interaction.ts';
import type { Reply } from '../chat/reply.ts';
import { failureReference } from '../chat/request-id.ts';
import { findCommand } from '../commands/index.ts';
import type { Log } from '../ports.ts';
import { Refusal } from '../services/refusal.ts';
import { isLastAdminError } from '../store/teams/last-admin.ts';
import type { Words } from '../strings/index.ts';
import { choiceCard } from '../views/choice-card.ts';
import { answerCard, lineCard } from '../views/text-card.ts';
import { Busy } from './interaction-queue.ts';
import { TimedOut } from './timed-out.ts';

/** Logs an error; returns the reference that the answer names, which is the id of the request if there is one. */
export function logFailure(
  sentence: string,
  error: unknown,
  { log, about = {} }: { readonly log: Log; readonly about?: Readonly<Record<string, string>> },
): string {
  const reference = failureReference();
  log.error(sentence, { reference, ...about, error });
  return reference;
}

/** Answers a refusal with its words, and any other failure with a reference to the log. */
export function failureReply(
  interaction: Interaction,
  error: unknown,
  { words, log }: { readonly words: Words; readonly log: Log },
): Reply {
  const wasForm = interaction.answers !== undefined;
  const answer = (title: string, text: string): Reply =>
    wasForm
      ? { kind: 'stay', problem: text }
      : { kind: 'card', to: 'sender', refused: true, card: lineCard(title, text) };
  const refusal = (title: string, text: string): Reply =>
    wasForm ? answer(title, text) : { kind: 'card', to: 'sender', refused: true, card: answerCard(text, title) };
  if (error instanceof Refusal && error.choices.length > 0 && !wasForm)
    return { kind: 'card', to: 'sender', refused: true, card: choiceCard(error.message, error.choices, words) };
  if (error instanceof Refusal) return refusal(words.help.title, error.message);
  if (error instanceof Busy) {
    const { busyTitle, busySave, busy, busyWorkspaceSave, busyWorkspace } = words.failure;
    const [saving, reading] = error.reason === 'owner-full' ? [busyWorkspaceSave, busyWorkspace] : [busySave, busy];
    return answer(busyTitle, wasForm ? saving : reading);
  }
  if (isLastAdminError(error)) return refusal(words.people.title, words.people.lastAdmin);
  const about = { command: interaction.command.slice(0, 40) };
  const reference = logFailure('An interaction failed.', error, { log, about });
  if (error instanceof TimedOut) {
    const isAct = findCommand(interaction.command)?.writes === 'always';
    const phrases = wasForm ? words.failure.slowSave : isAct ? words.failure.slowAct : words.failure.slow;
    return answer(words.failure.title, phrases(reference));
  }
  return answer(words.failure.title, words.failure.text(reference));
}
