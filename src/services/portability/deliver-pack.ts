import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { NewPackLink } from '../../store/reports/reports.ts';
import type { WorkspaceData } from '../../store/store.ts';
import { packFileCard, packLinkCard } from '../../views/reports/pack-card.ts';
import { lineCard } from '../../views/text-card.ts';
import { findAdapter } from '../find-adapter.ts';
import { type DeliveryDeps, deliverBytes, type Recipient, sendAnswer } from '../notifications/delivery.ts';
import type { PackRequest } from '../reports/pack-scope.ts';
import { type Pack, type PackDeps, writePack } from '../reports/report-pack.ts';
import { wordsForPerson } from '../words-for-person.ts';
import { packLink } from './pack-route.ts';
import { type PackContents, preparePack } from './prepare-pack.ts';

/** The largest pack that is delivered as a file, unless the platform has its own limit. */
const DEFAULT_MAX_BYTES = 50_000_000;
/** How long a link to everything of a person is valid. */
const PERSONAL_LINK_DAYS = 1;
const DAY_MS = 86_400_000;

type DeliverPackDeps = DeliveryDeps & PackDeps;

/** The person who asks for a pack, and their workspace. */
interface PackRequester {
  readonly requester: Recipient;
  readonly workspaceId: string;
}

/** Delivers a pack by an expiring link, or as a file if there is no public address. Never throws. */
export async function deliverPack(
  request: PackRequest,
  { requester, workspaceId }: PackRequester,
  deps: DeliverPackDeps,
): Promise<void> {
  const { words } = requester;
  const notifyRequester = (title: string, text: string) =>
    sendAnswer(workspaceId, { recipient: requester, card: lineCard(title, text) }, deps);
  try {
    const receiver = await findReceiver(request, { requester, workspaceId }, deps);
    const contents: PackContents =
      request.of === 'report' ? request : { of: 'everything', personId: requester.personId };
    const pack = await preparePack(contents, { workspaceId, words: receiver.words }, deps);
    if (pack === undefined) return await notifyRequester(words.pack.title, words.pack.gone);
    const { adapter } = findAdapter(receiver.to, deps.adapters) ?? {};
    const base = adapter?.baseUrl ?? deps.publicUrl;
    const maxBytes = adapter?.maxFileBytes ?? DEFAULT_MAX_BYTES;
    const wantsLink = request.of === 'report' || pack.size > maxBytes;
    if (wantsLink && base !== undefined) {
      const terms = linkTerms(request, receiver.personId, requester.personId);
      return await deliverPackLink(pack, { ...terms, receiver, base, workspaceId }, deps);
    }
    if (pack.size > maxBytes) return await notifyRequester(pack.title, words.pack.tooLarge);
    await deliverPackFile(pack, { receiver, workspaceId }, deps);
  } catch (error) {
    deps.log.error('Delivering a pack failed.', { workspaceId, error });
    const { title, text } = words.failure;
    await notifyRequester(title, text('pack'));
  }
}

/** Returns the person a report's pack is for, or the requester. */
async function findReceiver(
  request: PackRequest,
  { requester, workspaceId }: PackRequester,
  { store }: DeliverPackDeps,
): Promise<Recipient> {
  if (request.of === 'everything' || request.to === undefined || request.personId === requester.personId)
    return requester;
  const { personId, to } = request;
  return { personId, to, words: await store.inWorkspace(workspaceId, (data) => wordsForPerson(personId, data)) };
}

/** A link before its expiry is known, and the days it is valid. */
interface LinkTerms {
  readonly link: Omit<NewPackLink, 'expiresAt'>;
  readonly days: number;
}

function linkTerms(request: PackRequest, personId: string, madeBy: string): LinkTerms {
  if (request.of === 'everything')
    return { link: { personId, madeBy, linkId: randomUUID(), reportId: null, madeFor: '' }, days: PERSONAL_LINK_DAYS };
  const { linkId, reportId, outsider: madeFor, days } = request;
  return { link: { personId, madeBy, linkId, reportId, madeFor }, days };
}

interface PackDelivery {
  readonly receiver: Recipient;
  readonly workspaceId: string;
}

async function deliverPackLink(
  pack: Pack,
  { link, days, receiver, base, workspaceId }: PackDelivery & LinkTerms & { readonly base: string },
  deps: DeliverPackDeps,
): Promise<void> {
  const { linkId, madeFor: outsider } = link;
  const expiresAt = new Date(deps.clock.now().getTime() + days * DAY_MS);
  const secret = await deps.store.inWorkspace(workspaceId, ({ reports }) => reports.openLink({ ...link, expiresAt }));
  const url = packLink(base, { workspaceId, id: linkId, secret });
  const expiryDate = expiresAt.toISOString().slice(0, 10);
  const card = packLinkCard({ ...pack, linkId, url, expiresAt: expiryDate, outsider }, receiver.words);
  await sendAnswer(workspaceId, { recipient: receiver, card }, deps);
}

async function deliverPackFile(
  pack: Pack,
  { receiver, workspaceId }: PackDelivery,
  deps: DeliverPackDeps,
): Promise<void> {
  const bytes = await buffer(await writePack(pack, deps));
  const file = { command: 'pack', name: pack.name, type: 'application/zip', bytes };
  const alongside = ({ audit }: WorkspaceData) => {
    audit.actAs('recert', deps.clock.now());
    audit.record('pack', { kind: 'person', subject: receiver.personId, reason: 'file' });
  };
  const card = packFileCard(pack, receiver.words);
  await deliverBytes(file, { card, recipient: receiver, workspaceId, alongside }, deps);
}
