import { answerOf } from '../../chat/form.ts';
import type { Place } from '../../chat/place.ts';
import type { Reply } from '../../chat/reply.ts';
import { Refusal } from '../../services/refusal.ts';
import type { Words } from '../../strings/en/index.ts';
import {
  acceptLinkForm,
  codeCard,
  linkedCard,
  linkRequestCard,
  unlinkedCard,
  waitingCard,
} from '../../views/account/link-card.ts';
import type { Command, Context } from '../command.ts';

/**
 * Makes one person of two identities on two platforms: `link` shows a one-time code, `link CODE` typed on the other side asks to be
 * that person, and the owner of the code confirms. What the other side had of its own rests until it is undone.
 */
export const link: Command = {
  name: 'link',
  role: 'member',
  writes: 'always',
  async run(context) {
    const { request } = context;
    const { text = '', step } = request.args;
    if (request.answers !== undefined) return accept(context);
    if (step === 'confirm') return confirm(context);
    return text === '' ? showCode(context) : acceptForm(text, context);
  },
};

/** Removes a link between two identities, from either platform. */
export const unlink: Command = {
  name: 'unlink',
  role: 'member',
  writes: 'always',
  async run({ request, data, effects }) {
    const { words } = request;
    const count = await data.directory.unlink(request.from, keyOf({ request, data, effects }));
    if (count > 0) data.audit.record('unlink', { kind: 'person', subject: request.person.personId });
    if (count === 0) throw new Refusal(words.link.none);
    return cardToSender(unlinkedCard(words));
  },
};

async function showCode(context: Context): Promise<Reply> {
  const { request, data } = context;
  const { person, words, now } = request;
  const { direct } = context.request;
  const owner = { ...keyOf(context), name: person.name, ...(direct === undefined ? {} : { replyTo: direct }) };
  const code = await data.directory.newCode(owner, now);
  return cardToSender(codeCard(`${code.slice(0, 5)}-${code.slice(5)}`, words));
}

async function acceptForm(code: string, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words, now } = request;
  const owner = await data.directory.ownerOf(code, now);
  if (owner === undefined) throw new Refusal(words.link.badCode);
  if (owner.personId === context.request.person.personId) throw new Refusal(words.link.sameSide);
  return { kind: 'form', form: acceptLinkForm(owner.name, code, words) };
}

async function accept(context: Context): Promise<Reply> {
  const { request, data } = context;
  const { person, words, now } = request;
  const code = answerOf(request.answers, 'code');
  const owner = await data.directory.ownerOf(code, now);
  const isOther = owner !== undefined && owner.personId !== person.personId;
  const { platform, tenant, user } = request.from;
  if (!isOther || !(await data.directory.requestLink(code, { platform, tenant, user, name: person.name }, now))) {
    throw new Refusal(words.link.badCode);
  }
  if (owner.replyTo !== undefined)
    context.effects.defer({
      kind: 'notify',
      to: owner.replyTo as Place,
      card: linkRequestCard(person.name, nameOf(platform, words), words),
    });
  return cardToSender(waitingCard(owner.name, words));
}

async function confirm(context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words, now } = request;
  const pendingRequest = await data.directory.findLinkRequest(keyOf(context), now);
  if (pendingRequest === undefined) throw new Refusal(words.link.notYet);
  await data.directory.link(pendingRequest, keyOf(context), now);
  data.audit.record('link', { kind: 'person', subject: context.request.person.personId });
  return cardToSender(linkedCard(pendingRequest.name, nameOf(pendingRequest.platform, words), words));
}

function nameOf(platform: string, words: Words): string {
  return words.link.platforms[platform as keyof typeof words.link.platforms] ?? platform;
}

function keyOf({ request: { person }, data }: Context) {
  return { workspaceId: data.workspace.workspaceId, personId: person.personId };
}

function cardToSender(card: ReturnType<typeof codeCard>): Reply {
  return { kind: 'card', to: 'sender', card };
}
