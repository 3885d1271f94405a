import type { Action, Block, Card, Fact } from '../../chat/card.ts';
import type { Text } from '../../chat/text.ts';
import type { Day } from '../../domain/calendar.ts';
import type { ClaimDetails } from '../../domain/claim-details.ts';
import { sum } from '../../domain/credit.ts';
import type { ProofDetails } from '../../domain/evidence.ts';
import { withoutMarks } from '../../domain/split-by-mark.ts';
import type { Words } from '../../strings/index.ts';
import { auditWords, isRequestable } from '../audit-words.ts';
import { categoryName } from '../requirement-words.ts';
import { answerCard } from '../text-card.ts';

/** A record with all its details. */
export interface ShownRecord {
  readonly record: {
    readonly activityId: string;
    readonly title: string;
    readonly provider: string;
    readonly kind: keyof Words['kinds'];
    readonly delivery: keyof Words['deliveries'] | '';
    readonly starts: Day;
    readonly ends: Day;
    readonly minutes?: number | null | undefined;
    readonly description: string;
    readonly deletedAt?: Date | null | undefined;
  };
  readonly claims: readonly ClaimDetails[];
  readonly proofs: readonly ShownProof[];
  /** The id of the attesting person. */
  readonly names: ReadonlyMap<string, string>;
  /** Its history, oldest first. */
  readonly versions: readonly { readonly on: Day; readonly what: string }[];
}

interface ShownProof extends ProofDetails {
  readonly proofId: string;
  readonly attestedBy?: string | null | undefined;
  readonly file?: { readonly fileId: string; readonly name: string } | undefined;
}

/** The card of a record with its proof, counted credits, audit states and history. */
export function showCard(shown: ShownRecord, words: Words): Card {
  const { record, claims, proofs, versions } = shown;
  const phrases = words.record;
  const title = record.provider === '' ? record.title : `${record.title} · ${record.provider}`;
  return answerCard(title, phrases.title, {
    blocks: [
      { kind: 'facts', facts: factsOf(record, words) },
      ...claims.flatMap((claim) => claimBlocks(claim, words)),
      ...(proofs.length === 0
        ? []
        : [
            { kind: 'heading', text: phrases.proofs } as const,
            ...proofs.map((proof) => proofBlock(proof, shown, words)),
          ]),
      ...(versions.length === 0 ? [] : [historyNote(versions, words)]),
    ],
    actions: actionsOf(shown, words),
  });
}

function historyNote(versions: ShownRecord['versions'], words: Words): Block {
  const { version, actions } = words.record;
  const stated = versions.map(({ on, what }) => version(words.date(on), actions[what] ?? what));
  return { kind: 'note', text: stated.join(' · ') };
}

function factsOf(record: ShownRecord['record'], words: Words): readonly Fact[] {
  const { starts, ends, kind, delivery, minutes, description } = record;
  return [
    { label: words.log.when, value: words.span(starts, ends) },
    { label: words.log.kind, value: words.kinds[kind] },
    ...(delivery === '' ? [] : [{ label: words.log.delivery, value: words.deliveries[delivery] }]),
    ...(minutes == null ? [] : [{ label: words.log.duration, value: words.minutes(minutes) }]),
    ...(description === '' ? [] : [{ label: words.record.description, value: description }]),
  ];
}

function claimBlocks(claim: ShownRecord['claims'][number], words: Words): readonly Block[] {
  const { certification, standing, parts, cuts, state, overClaimReason } = claim;
  const { renewal, cycle } = standing;
  const claimed = sum(parts.map(({ credits }) => credits));
  const counted = claimed - sum(cuts.map(({ credits }) => credits));
  const credits = words.credits(counted, renewal.unit);
  const amounts = counted === claimed ? words.record.allCounted(credits) : words.record.counted(credits, claimed);
  const categories = withoutMarks(parts).flatMap(({ category }) => categoryName(category, renewal, words) ?? []);
  const higher = overClaimReason === '' ? [] : [words.claim.claimedMore(overClaimReason)];
  const inCycle = words.record.inCycle(words.span(cycle.start, cycle.end));
  const detail = [amounts, ...categories, inCycle, ...higher].join(' · ');
  return [
    {
      kind: 'item',
      title: [{ bold: certification.short }, `: ${auditWords(state, certification.body, words)}`],
      detail,
    },
  ];
}

function proofBlock(proof: ShownProof, { record, names }: ShownRecord, words: Words): Block {
  const phrases = words.record;
  const { proofId, form, shows, link, note, attestedBy, file } = proof;
  const linked: Text = link === '' ? [] : [{ link: new URL(link).host, url: link }];
  const [title = [note], ...exceptId] = [
    ...(file === undefined ? [] : [[{ bold: file.name }]]),
    ...(link === '' ? [] : [linked]),
    ...(note === '' ? [] : [[note]]),
  ];
  const stated = [
    ...(form === '' ? [] : [[words.rules.evidenceForms[form]]]),
    ...(shows.length === 0 ? [] : [[phrases.names(words.list(shows.map((one) => words.rules.evidenceFacts[one])))]]),
    ...(attestedBy == null ? [] : [[phrases.attested(names.get(attestedBy) ?? '')]]),
    ...exceptId,
  ];
  const detail: Text = stated.flatMap((runs, index) => (index === 0 ? runs : [' · ', ...runs]));
  const args = { record: record.activityId, proof: proofId };
  const detach: Action = { label: phrases.detach, command: 'detach', args, confirm: phrases.confirmDetach };
  const get: Action = { label: phrases.getFile, command: 'file', args };
  const actions = file === undefined ? { action: detach } : { action: get, also: detach };
  return { kind: 'item', title, ...(stated.length === 0 ? {} : { detail }), ...actions };
}

function actionsOf({ record, claims }: ShownRecord, words: Words): readonly Action[] {
  const phrases = words.record;
  const args = { record: record.activityId };
  if (record.deletedAt != null)
    return [{ label: phrases.restore, command: 'restore', args: { activity: record.activityId } }];
  return [
    { label: phrases.edit, command: 'edit', args, opensForm: true },
    { label: phrases.attach, command: 'attach', args, opensForm: true },
    ...(claims.some(({ state }) => isRequestable(state)) ? [{ label: phrases.ask, command: 'ask', args }] : []),
    { label: phrases.another, command: 'log', args: { like: record.activityId }, opensForm: true },
    { label: phrases.delete, command: 'delete', args, style: 'danger' },
  ];
}
