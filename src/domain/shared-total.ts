import type { Certification } from './certification.ts';
import type { Credits } from './credit.ts';
import type { CreditRenewal } from './credit-rules.ts';
import { TOTAL } from './renewal-terms.ts';
import { versionsOf } from './sourced-value.ts';

/**
 * Certifications whose totals add up (Scrum Alliance): the one with the largest total carries the sum, of each further track the
 * add-on of its highest. Returns the carrying certification with its total raised; alone, it is as it was.
 */
export function carrierOf(group: readonly Certification[]): Certification | undefined {
  const byTotal = [...group].sort((a, b) => totalOf(b) - totalOf(a));
  const [carrier, ...others] = byTotal;
  if (carrier === undefined || carrier.renewal.kind !== 'credits') return carrier;
  const own = carrier.sharing.group?.track;
  const tracks = new Set([own]);
  let more: Credits = 0;
  for (const { sharing } of others) {
    if (sharing.group === undefined || tracks.has(sharing.group.track)) continue;
    tracks.add(sharing.group.track);
    more += sharing.group.addOn.value;
  }
  return more === 0 ? carrier : { ...carrier, renewal: raised(carrier.renewal, more) };
}

function raised(renewal: CreditRenewal, more: Credits): CreditRenewal {
  const requirements = renewal.requirements.map((rule) => {
    if (rule.code !== TOTAL) return rule;
    const amount = versionsOf(rule.amount).map((version) =>
      typeof version.value === 'number' ? { ...version, value: version.value + more } : version,
    );
    return { ...rule, amount };
  });
  return { ...renewal, requirements };
}

function totalOf({ renewal }: Certification): Credits {
  if (renewal.kind !== 'credits') return 0;
  const total = versionsOf(renewal.requirements.find(({ code }) => code === TOTAL)?.amount).at(-1)?.value;
  return typeof total === 'number' ? total : 0;
}
