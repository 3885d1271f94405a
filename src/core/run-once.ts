import { withAnswerId } from '../chat/press-key.ts';
import type { Reply } from '../chat/reply.ts';
import { replyInLanguage } from '../chat/reply-language.ts';
import type { Command, Context } from '../commands/command.ts';
import { undoKindOf } from '../domain/act.ts';

/** Runs a command. A command that writes runs once for each key of an interaction; a repeat gets the first reply. */
export async function runOnce(command: Command, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { key: actKey, now, person } = request;
  const isSent = request.answers !== undefined || command.writesAtOnce?.(request) === true;
  const isAct = command.writes === 'always' || (command.writes === 'on-submit' && isSent);
  if (command.opensForm && !isSent) return answer(command, context);
  // A typed line may change something without a form.
  if (command.writes !== 'never' && (!isAct || actKey === undefined)) return answerAct(command, context);
  if (!isAct || actKey === undefined) return answer(command, context);
  const key = `${person.personId} ${command.name} ${actKey}`.slice(0, 500);
  const before = await data.idempotencyKeys.claim(key, now);
  if (before !== undefined) return { ...(before.answered as Reply & { kind: 'card' }), again: true };
  const reply = await answerAct(command, context);
  if (reply.kind === 'card') await data.idempotencyKeys.answer(key, reply);
  else await data.idempotencyKeys.release(key);
  return reply;
}

/** Runs a command that writes, and notes its changes so that they can be undone. A reply that is a form means that nothing was written. */
async function answerAct(command: Command, context: Context): Promise<Reply> {
  const { request, data } = context;
  const act = { personId: request.person.personId, command: command.name, role: command.role, at: request.now };
  const kind = undoKindOf(command.name, request);
  if (kind === 'noted') await data.acts.begin(act);
  const reply = await answer(command, context);
  if (reply.kind !== 'card') await data.acts.drop();
  else if (kind === 'final') await data.acts.noteFinal(act);
  else await data.acts.end();
  return reply;
}

async function answer(command: Command, context: Context): Promise<Reply> {
  const { words, key, person } = context.request;
  const reply = replyInLanguage(await command.run(context), words.language);
  if (reply.kind !== 'card' || key === undefined) return reply;
  return { ...reply, card: withAnswerId(reply.card, person.personId, key) };
}
