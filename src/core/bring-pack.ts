import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Place } from '../chat/interaction.ts';
import type { PackRequest } from '../commands/pack-request.ts';
import type { NewPackLink } from '../store/reports.ts';
import { lineCard } from '../views/ask-card.ts';
import { packFileCard, packLinkCard } from '../views/pack-card.ts';
import { bringBytes, type Delivering, type Receiver, tell } from './delivery.ts';
import { packLink } from './pack-door.ts';
import { type Pack, type Packer, type Packing, packed, written } from './packs.ts';
import { wordsOf } from './words-of.ts';

/** So many bytes are brought as a file, where a platform says nothing else; what is larger comes by a link. */
const USUAL_MOST = 50_000_000;
/** So long a link to everything of somebody is good. */
const OWN_LINK_DAYS = 1;
const DAY_MS = 86_400_000;

type Parts = Delivering & Packer;

/** Brings a pack to whom it is for: by a link that runs out, or as a file where nobody could follow one. Never throws. */
export async function bringPack(
  request: PackRequest,
  asker: Receiver,
  workspaceId: string,
  parts: Parts,
): Promise<void> {
  const { log } = parts;
  const isOther = request.of === 'report' && request.to !== undefined && request.personId !== asker.personId;
  try {
    const receiver = isOther
      ? {
          personId: request.personId,
          to: request.to as Place,
          words: await parts.store.inWorkspace(workspaceId, (data) => wordsOf(request.personId, data)),
        }
      : asker;
    const packing: Packing = request.of === 'report' ? request : { of: 'everything', personId: asker.personId };
    const pack = await packed(packing, workspaceId, receiver.words, parts);
    if (pack === undefined) return await tell(asker.to, lineCard(asker.words.pack.title, asker.words.pack.gone), parts);
    const base = addressFor(receiver.to, parts);
    const most = adapterFor(receiver.to, parts)?.mostBytes ?? USUAL_MOST;
    const wantsLink = request.of === 'report' || pack.size > most;
    if (wantsLink && base !== undefined)
      return await bringLink(
        pack,
        { ...linkFor(request, receiver.personId, asker.personId), receiver, base, workspaceId },
        parts,
      );
    if (pack.size > most) return await tell(asker.to, lineCard(pack.title, asker.words.pack.tooLarge), parts);
    await bringFile(pack, { receiver, workspaceId }, parts);
  } catch (error) {
    log.error('A pack could not be brought.', { workspaceId, error });
    const { title, text } = asker.words.failure;
    await tell(asker.to, lineCard(title, text('pack')), parts);
  }
}

/** Where people of a platform can follow a link to. */
function addressFor(to: Place, parts: Parts): string | undefined {
  return adapterFor(to, parts)?.reachedAt ?? parts.publicUrl;
}

function adapterFor({ platform }: Place, { adapters = [] }: Parts) {
  return adapters.find((one) => one.platform === platform);
}

interface Linking {
  readonly link: Omit<NewPackLink, 'expiresAt'>;
  readonly days: number;
  readonly receiver: Receiver;
  readonly base: string;
  readonly workspaceId: string;
}

/** The link to what is asked for, and the days it is good. */
function linkFor(request: PackRequest, personId: string, madeBy: string): Pick<Linking, 'link' | 'days'> {
  const about = { personId, madeBy };
  if (request.of === 'everything')
    return { link: { ...about, linkId: randomUUID(), reportId: null, madeFor: '' }, days: OWN_LINK_DAYS };
  const { linkId, reportId, outsider: madeFor, days } = request;
  return { link: { ...about, linkId, reportId, madeFor }, days };
}

async function bringLink(
  pack: Pack,
  { link, days, receiver, base, workspaceId }: Linking,
  parts: Parts,
): Promise<void> {
  const { linkId, madeFor: outsider } = link;
  const expiresAt = new Date(parts.clock.now().getTime() + days * DAY_MS);
  const secret = await parts.store.inWorkspace(workspaceId, ({ reports }) => reports.openLink({ ...link, expiresAt }));
  const url = packLink(base, { workspaceId, id: linkId, secret });
  const { words, to } = receiver;
  await tell(to, packLinkCard({ ...pack, linkId, url, expiresAt: dayOf(expiresAt), outsider }, words), parts);
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

async function bringFile(
  pack: Pack,
  { receiver, workspaceId }: Pick<Linking, 'receiver' | 'workspaceId'>,
  parts: Parts,
): Promise<void> {
  const bytes = await buffer(await written(pack, parts));
  const file = { command: 'pack', name: pack.name, type: 'application/zip', bytes };
  await bringBytes(file, packFileCard(pack, receiver.words), { receiver, workspaceId }, parts, ({ audit }) => {
    audit.actAs('recert', parts.clock.now());
    audit.note('pack', 'person', receiver.personId, 'file');
  });
}
