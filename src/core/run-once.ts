import { withAnswerId } from '../chat/press-key.ts';
import type { Reply } from '../chat/reply.ts';
import { replyInLanguage } from '../chat/reply-language.ts';
import { type Command, type Context, onlyReads } from '../commands/command.ts';
import { undoKindOf } from '../domain/act.ts';

/** Runs a command. A command that writes runs once for each key of an interaction; a repeat gets the first reply. */
export async function runOnce(command: Command, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { key: actKey, now, person } = request;
  // A program writes nothing that counts, so there is no act.
  if (request.onBehalf !== undefined) return answer(command, context);
  const isSent = request.answers !== undefined || command.writesAtOnce?.(request) === true;
  const isAct = command.writes === 'always' || (command.writes === 'on-submit' && isSent);
  if (onlyReads(command, request) || (command.opensForm && !isSent)) return answer(command, context);
  // A typed line may change something without a form.
  if (command.writes !== 'never' && (!isAct || actKey === undefined)) return answerAct(command, context);
  if (!isAct || actKey === undefined) return answer(command, context);
  const key = `${person.personId} ${command.name} ${actKey}`.slice(0, 500);
  const act = noteOf(command, context);
  const actId = act.kind === 'noted' ? data.acts.prepare(act) : undefined;
  const before = await data.idempotencyKeys.claim(key, now, actId);
  if (before !== undefined) return { ...(before.answered as Reply & { kind: 'card' }), again: true };
  const reply = await answer(command, context);
  await finish(reply, { act, key }, context);
  return reply;
}

/** Runs a command that writes, and notes its changes so that they can be undone. */
async function answerAct(command: Command, context: Context): Promise<Reply> {
  const act = noteOf(command, context);
  if (act.kind === 'noted') await context.data.acts.begin(act);
  const reply = await answer(command, context);
  await finish(reply, { act }, context);
  return reply;
}

type ActNote = ReturnType<typeof noteOf>;

/** How the changes of a command are noted, and as whose act. */
function noteOf({ name, role }: Command, { request }: Context) {
  return { kind: undoKindOf(name, request), personId: request.person.personId, command: name, role, at: request.now };
}

/** Ends an act and saves its answer. A reply that is a form means that nothing was written. */
async function finish(
  reply: Reply,
  { act, key }: { readonly act: ActNote; readonly key?: string },
  { data: { acts, idempotencyKeys } }: Context,
): Promise<void> {
  if (reply.kind !== 'card') {
    await acts.drop();
    if (key !== undefined) await idempotencyKeys.release(key);
    return;
  }
  if (act.kind === 'final') await acts.noteFinal(act);
  const isSaved = act.kind !== 'final' && (await acts.end(key === undefined ? {} : { key, reply }));
  if (!isSaved && key !== undefined) await idempotencyKeys.answer(key, reply);
}

async function answer(command: Command, context: Context): Promise<Reply> {
  const { words, key, person } = context.request;
  const reply = replyInLanguage(await command.run(context), words.language);
  if (reply.kind !== 'card' || key === undefined) return reply;
  return { ...reply, card: withAnswerId(reply.card, person.personId, key) };
}
