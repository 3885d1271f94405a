import { answerOf } from '../../chat/form.ts';
import type { Place, Reply } from '../../chat/interaction.ts';
import {
  acceptLinkForm,
  askedCard,
  codeCard,
  linkedCard,
  unlinkedCard,
  waitingCard,
} from '../../views/account/link-card.ts';
import { type Command, type Context, Refusal } from '../command.ts';

/**
 * Makes one person of two identities on two platforms: `link` shows a one-time code, `link CODE` typed on the other side asks to be
 * that person, and the owner of the code confirms. What the other side had of its own rests until it is undone.
 */
export const link: Command = {
  name: 'link',
  role: 'member',
  writes: 'at once',
  async run(context) {
    const { text = '', step } = context.interaction.args;
    if (context.interaction.answers !== undefined) return accept(context);
    if (step === 'confirm') return confirm(context);
    return text === '' ? showCode(context) : acceptForm(text, context);
  },
};

/** Undoes a link, from either side. */
export const unlink: Command = {
  name: 'unlink',
  role: 'member',
  writes: 'at once',
  async run(context) {
    const { interaction, data, words } = context;
    const count = await data.directory.unlink(interaction.from, keyOf(context));
    if (count > 0) data.audit.record('unlink', 'person', context.person.personId);
    if (count === 0) throw new Refusal(words.link.none);
    return cardToSender(unlinkedCard(words));
  },
};

async function showCode(context: Context): Promise<Reply> {
  const { data, person, words, now } = context;
  const { direct } = context.interaction;
  const owner = { ...keyOf(context), name: person.name, ...(direct === undefined ? {} : { replyTo: direct }) };
  const code = await data.directory.newCode(owner, now);
  return cardToSender(codeCard(`${code.slice(0, 5)}-${code.slice(5)}`, words));
}

async function acceptForm(code: string, context: Context): Promise<Reply> {
  const { data, words, now } = context;
  const owner = await data.directory.ownerOf(code, now);
  if (owner === undefined) throw new Refusal(words.link.badCode);
  if (owner.personId === context.person.personId) throw new Refusal(words.link.sameSide);
  return { kind: 'form', form: acceptLinkForm(owner.name, code, words) };
}

async function accept(context: Context): Promise<Reply> {
  const { interaction, data, person, words, now } = context;
  const code = answerOf(interaction.answers, 'code');
  const owner = await data.directory.ownerOf(code, now);
  const isOther = owner !== undefined && owner.personId !== person.personId;
  const { platform, tenant, user } = interaction.from;
  if (!isOther || !(await data.directory.requestLink(code, { platform, tenant, user, name: person.name }, now))) {
    throw new Refusal(words.link.badCode);
  }
  if (owner.replyTo !== undefined)
    context.tell(owner.replyTo as Place, askedCard(person.name, nameOf(platform, words), words));
  return cardToSender(waitingCard(owner.name, words));
}

async function confirm(context: Context): Promise<Reply> {
  const { data, words, now } = context;
  const asking = await data.directory.findLinkRequest(keyOf(context), now);
  if (asking === undefined) throw new Refusal(words.link.notYet);
  await data.directory.link(asking, keyOf(context), now);
  data.audit.record('link', 'person', context.person.personId);
  return cardToSender(linkedCard(asking.name, nameOf(asking.platform, words), words));
}

function nameOf(platform: string, words: Context['words']): string {
  return words.link.platforms[platform as keyof typeof words.link.platforms] ?? platform;
}

function keyOf({ data, person }: Context) {
  return { workspaceId: data.workspace.workspaceId, personId: person.personId };
}

function cardToSender(card: ReturnType<typeof codeCard>): Reply {
  return { kind: 'card', to: 'sender', card };
}
