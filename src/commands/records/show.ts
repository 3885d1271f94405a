import { dayIn } from '../../domain/calendar.ts';
import { findRecordOrRefuse } from '../../services/records/find-record.ts';
import { loadRecordDetails } from '../../services/records/record-details.ts';
import { showCard } from '../../views/records/show-card.ts';
import type { Command, Context } from '../command.ts';

/** Shows a record with its proof, the credits that count, the result for each certification body, and its history. */
export const show: Command = {
  name: 'show',
  role: 'member',
  writes: 'never',
  async run(context) {
    const { request, data } = context;
    const record = await findRecordOrRefuse(context);
    const details = await loadRecordDetails(record, context);
    const names = await attesters(details.proofs, context);
    const zone = request.person.zone ?? data.workspace.zone;
    const entries = await data.audit.historyOf(record.activityId);
    const versions = entries.map(({ at, what }) => ({ on: dayIn(zone, at), what }));
    const card = showCard({ ...details, names, versions }, request.words);
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
