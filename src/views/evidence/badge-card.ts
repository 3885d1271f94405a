import type { Action, Card, Fact } from '../../chat/card.ts';
import type { Certification } from '../../domain/certification.ts';
import type { BadgeReading } from '../../domain/document-reading.ts';
import type { Words } from '../../strings/index.ts';

interface BadgeCard {
  readonly badge: BadgeReading;
  readonly fileId: string;
  readonly remarks: readonly string[];
  /** The certification that it is a badge of, and whether the member has it already. */
  readonly certification?: Certification | undefined;
  readonly isHolder: boolean;
}

/** The card that says what an Open Badge contains: it can be logged, and a badge of a certification adds or renews that. */
export function badgeCard({ badge, remarks, ...about }: BadgeCard, words: Words): Card {
  const { certificate } = words;
  const isProof = badge.signature !== 'invalid';
  return {
    title: isProof ? certificate.badge : certificate.badgeNotProof,
    blocks: [
      { kind: 'facts', facts: factsOf(badge, words) },
      ...remarks.map((text) => ({ kind: 'note', text }) as const),
    ],
    actions: isProof ? actionsOf(about, words) : [],
  };
}

function actionsOf(
  { fileId, certification, isHolder }: Omit<BadgeCard, 'badge' | 'remarks'>,
  { certificate }: Words,
): readonly Action[] {
  const log: Action = { label: certificate.log, command: 'log', args: { files: fileId }, opensForm: true };
  if (certification === undefined) return [{ ...log, style: 'primary' }];
  const { code, short } = certification;
  const label = isHolder ? certificate.renewCertification(short) : certificate.addCertification(short);
  return [{ label, command: isHolder ? 'renew' : 'add', args: { text: code }, opensForm: true, style: 'primary' }, log];
}

function factsOf({ version, achievement, issuer, issuedOn, expiresOn }: BadgeReading, words: Words): readonly Fact[] {
  const { log, certificate, date } = words;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [log.activityTitle, achievement],
    [log.provider, issuer],
    [log.start, issuedOn && date(issuedOn)],
    [certificate.expires, expiresOn && date(expiresOn)],
    [certificate.version, version],
  ];
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}
