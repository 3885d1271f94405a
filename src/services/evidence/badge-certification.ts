import type { Certification } from '../../domain/certification.ts';
import type { BadgeReading } from '../../domain/document-reading.ts';
import { findHoldings } from '../certifications/holdings.ts';
import type { Scope } from '../data-with-catalogue.ts';

/**
 * Returns the certification that a badge is of, if its achievement is the name of one and its issuer is that body, and whether the member has it.
 * Others may issue badges for courses that prepare for a certification.
 */
export async function findBadgeCertification(
  { achievement = '', issuer = '' }: BadgeReading,
  { request, data }: Scope,
): Promise<{ readonly certification?: Certification; readonly isHolder: boolean }> {
  const names = [
    achievement,
    ...[...achievement.matchAll(/\(([^()]+)\)/gu)].map(([, short = '']) => short),
    achievement.replace(/\s*\([^()]*\)/gu, ''),
  ];
  const certification = names.map((name) => data.catalogue.find(name)).find((found) => found !== undefined);
  const isOfBody = certification !== undefined && sameName(issuer, certification.body);
  if (!isOfBody) return { isHolder: false };
  const holdings = await findHoldings(request.person, data);
  return { certification, isHolder: holdings.some((one) => one.certification.code === certification.code) };
}

function sameName(one: string, other: string): boolean {
  const bare = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return bare(one) !== '' && (bare(one) === bare(other) || bare(one).startsWith(bare(other)));
}
