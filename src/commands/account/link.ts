import { answerOf } from '../../chat/form.ts';
import type { Place } from '../../chat/place.ts';
import type { Reply } from '../../chat/reply.ts';
import {
  confirmLink,
  findCodeOwnerOrRefuse,
  makeLinkCode,
  removeLinks,
  requestLink,
} from '../../services/account/link-identities.ts';
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
  async run(context) {
    await removeLinks(context);
    return cardToSender(unlinkedCard(context.request.words));
  },
};

async function showCode(context: Context): Promise<Reply> {
  const code = await makeLinkCode(context);
  return cardToSender(codeCard(`${code.slice(0, 5)}-${code.slice(5)}`, context.request.words));
}

async function acceptForm(code: string, context: Context): Promise<Reply> {
  const { name } = await findCodeOwnerOrRefuse(code, context);
  return { kind: 'form', form: acceptLinkForm(name, code, context.request.words) };
}

async function accept(context: Context): Promise<Reply> {
  const { person, from, words, answers } = context.request;
  const owner = await requestLink(answerOf(answers, 'code'), context);
  if (owner.replyTo !== undefined)
    context.effects.defer({
      kind: 'notify',
      to: owner.replyTo as Place,
      personId: person.personId,
      card: linkRequestCard(person.name, nameOf(from.platform, words), words),
    });
  return cardToSender(waitingCard(owner.name, words));
}

async function confirm(context: Context): Promise<Reply> {
  const { words } = context.request;
  const { name, platform } = await confirmLink(context);
  return cardToSender(linkedCard(name, nameOf(platform, words), words));
}

function nameOf(platform: string, words: Words): string {
  return words.link.platforms[platform as keyof typeof words.link.platforms] ?? platform;
}

function cardToSender(card: ReturnType<typeof codeCard>): Reply {
  return { kind: 'card', to: 'sender', card };
}
