import { dayIn } from '../domain/calendar.ts';
import { showCard } from '../views/show-card.ts';
import type { Command, Context } from './command.ts';
import { detailsOf } from './record-details.ts';
import { recordMeant } from './record-meant.ts';

/** A record with its proof, what counts of it, what each body would say to it, and its history. */
export const show: Command = {
  name: 'show',
  role: 'member',
  changes: 'never',
  async run(context) {
    const record = await recordMeant(context);
    const details = await detailsOf(record, context);
    const names = await attesters(details.proofs, context);
    const zone = context.person.zone ?? context.data.workspace.zone;
    const entries = await context.data.audit.historyOf(record.activityId);
    const versions = entries.map(({ at, what }) => ({ on: dayIn(zone, at), what }));
    const card = showCard({ ...details, names, versions }, context.words);
    return { kind: 'card', to: 'sender', card };
  },
};

async function attesters(
  proofs: readonly { readonly attestedBy?: string | null | undefined }[],
  { data }: Context,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(proofs.flatMap(({ attestedBy }) => attestedBy ?? []))];
  const people = await Promise.all(ids.map((id) => data.people.get(id)));
  return new Map(people.flatMap((one) => (one === null ? [] : [[one.personId, one.name] as const])));
}
