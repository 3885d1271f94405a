import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Place } from '../../chat/interaction.ts';
import { withLanguage } from '../../chat/platform-phrases.ts';
import type { NewPackLink } from '../../store/reports/reports.ts';
import type { WorkspaceData } from '../../store/store.ts';
import { lineCard } from '../../views/line-card.ts';
import { packFileCard, packLinkCard } from '../../views/reports/pack-card.ts';
import { type DeliveryDeps, deliverBytes, notify, type Recipient } from '../delivery.ts';
import type { PackRequest } from '../reports/pack-request.ts';
import { wordsForPerson } from '../words-for-person.ts';
import { packLink } from './pack-route.ts';
import { type Pack, type PackContents, type PackDeps, preparePack, writePack } from './packs.ts';

/** So many bytes are brought as a file, where a platform says nothing else; what is larger comes by a link. */
const DEFAULT_MAX_BYTES = 50_000_000;
/** So long a link to everything of somebody is good. */
const OWN_LINK_DAYS = 1;
const DAY_MS = 86_400_000;

type DeliverPackDeps = DeliveryDeps & PackDeps;

/** Brings a pack to whom it is for: by a link that runs out, or as a file where nobody could follow one. Never throws. */
export async function deliverPack(
  request: PackRequest,
  asker: Recipient,
  workspaceId: string,
  parts: DeliverPackDeps,
): Promise<void> {
  const { log } = parts;
  const isOther = request.of === 'report' && request.to !== undefined && request.personId !== asker.personId;
  const tellAsker = (title: string, line: string) =>
    notify(asker.to, withLanguage(lineCard(title, line), asker.words.language), parts);
  try {
    const receiver = isOther
      ? {
          personId: request.personId,
          to: request.to as Place,
          words: await parts.store.inWorkspace(workspaceId, (data) => wordsForPerson(request.personId, data)),
        }
      : asker;
    const contents: PackContents = request.of === 'report' ? request : { of: 'everything', personId: asker.personId };
    const pack = await preparePack(contents, workspaceId, receiver.words, parts);
    if (pack === undefined) return await tellAsker(asker.words.pack.title, asker.words.pack.gone);
    const base = addressFor(receiver.to, parts);
    const max = adapterFor(receiver.to, parts)?.maxFileBytes ?? DEFAULT_MAX_BYTES;
    const wantsLink = request.of === 'report' || pack.size > max;
    if (wantsLink && base !== undefined)
      return await deliverPackLink(
        pack,
        { ...linkFor(request, receiver.personId, asker.personId), receiver, base, workspaceId },
        parts,
      );
    if (pack.size > max) return await tellAsker(pack.title, asker.words.pack.tooLarge);
    await deliverPackFile(pack, { receiver, workspaceId }, parts);
  } catch (error) {
    log.error('Delivering a pack failed.', { workspaceId, error });
    const { title, text } = asker.words.failure;
    await tellAsker(title, text('pack'));
  }
}

/** Where people of a platform can follow a link to. */
function addressFor(to: Place, parts: DeliverPackDeps): string | undefined {
  return adapterFor(to, parts)?.baseUrl ?? parts.publicUrl;
}

function adapterFor({ platform }: Place, { adapters = [] }: DeliverPackDeps) {
  return adapters.find((one) => one.platform === platform);
}

interface Linking {
  readonly link: Omit<NewPackLink, 'expiresAt'>;
  readonly days: number;
  readonly receiver: Recipient;
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

async function deliverPackLink(
  pack: Pack,
  { link, days, receiver, base, workspaceId }: Linking,
  parts: DeliverPackDeps,
): Promise<void> {
  const { linkId, madeFor: outsider } = link;
  const expiresAt = new Date(parts.clock.now().getTime() + days * DAY_MS);
  const secret = await parts.store.inWorkspace(workspaceId, ({ reports }) => reports.openLink({ ...link, expiresAt }));
  const url = packLink(base, { workspaceId, id: linkId, secret });
  const { words, to } = receiver;
  const card = packLinkCard({ ...pack, linkId, url, expiresAt: dayOf(expiresAt), outsider }, words);
  await notify(to, withLanguage(card, words.language), parts);
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

async function deliverPackFile(
  pack: Pack,
  { receiver, workspaceId }: Pick<Linking, 'receiver' | 'workspaceId'>,
  parts: DeliverPackDeps,
): Promise<void> {
  const bytes = await buffer(await writePack(pack, parts));
  const file = { command: 'pack', name: pack.name, type: 'application/zip', bytes };
  const alongside = ({ audit }: WorkspaceData) => {
    audit.actAs('recert', parts.clock.now());
    audit.record('pack', { kind: 'person', subject: receiver.personId, reason: 'file' });
  };
  await deliverBytes(
    file,
    { card: packFileCard(pack, receiver.words), recipient: receiver, workspaceId, alongside },
    parts,
  );
}
