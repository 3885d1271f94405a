import type { Mention } from '../../../src/chat/mention.ts';
import { noticeReply } from '../../../src/chat/notice-reply.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { isoDateIn } from '../../../src/chat/time-zone.ts';
import type { InteractionDeps } from '../tenants/tenant-deps.ts';
import type { TenantServices } from '../tenants/tenant-services.ts';
import { isMember, isPerhapsMember, type Origin } from './identity.ts';
import type { ParsedInteraction } from './parse-interaction.ts';

/** Whether the sender of an interaction is a member; `unread` if Slack didn't say in time. */
export async function findMembership(
  origin: Origin,
  { isInstalled, profiles, workspace }: Pick<InteractionDeps, 'isInstalled' | 'profiles' | 'workspace'>,
): Promise<'member' | 'stranger' | 'unread' | 'not-installed'> {
  if (!isInstalled) return 'not-installed';
  if (isMember(origin, workspace())) return 'member';
  if (!isPerhapsMember(origin, workspace())) return 'stranger';
  const { kind } = await profiles.read({ user: origin.user });
  return kind === 'member' || kind === 'unread' ? kind : 'stranger';
}

/** Returns the core's reply to an interaction of a member, and a notice for anyone else. */
export async function askCore(
  { origin, interaction, about, files: sent }: ParsedInteraction,
  deps: InteractionDeps,
): Promise<Reply> {
  const { core, profiles, incomingFiles, log } = deps;
  const notice = async () => (await deps.phrases(interaction)).notice;
  try {
    const membership = await findMembership(origin, deps);
    if (membership === 'not-installed') return noticeReply((await notice()).notInstalled);
    if (membership === 'stranger') return noticeReply((await notice()).membersOnly.slack);
    if (membership === 'unread') return noticeReply((await notice()).failed);
    const [profile, files, mentions] = await Promise.all([
      profiles.of(origin.user),
      sent && incomingFiles(sent),
      interaction.mentions && Promise.all(interaction.mentions.map((one) => labelled(one, profiles))),
    ]);
    const request = { ...interaction, ...(files && { files }), ...(mentions && { mentions }) };
    if (profile === undefined) return await (await core).dispatch(request);
    const { zone } = profile;
    const day = about === undefined || zone === undefined ? {} : { date: isoDateIn(zone, about) };
    return await (await core).dispatch({ ...request, args: { ...request.args, ...day }, profile });
  } catch (error) {
    log.error('An interaction failed outside of the core.', { command: interaction.command, error });
    return noticeReply((await notice()).failed);
  }
}

/** A mention with the person's name where Slack sends none. */
async function labelled(mention: Mention, profiles: TenantServices['profiles']): Promise<Mention> {
  return mention.label === '' ? { ...mention, label: (await profiles.of(mention.user))?.name ?? '' } : mention;
}
