import type { ActivityKind } from '../../src/domain/activity-kinds.ts';
import type { Day } from '../../src/domain/calendar.ts';
import type { ActivityRule, CreditRenewal, Rate } from '../../src/domain/credit-rules.ts';
import { inForce } from '../../src/domain/sourced-value.ts';
import { floorOf } from './oracle-calendar.ts';

/** An activity whose credits are estimated; `breaks` in minutes, if they are stated. */
export interface EstimateQuestion {
  readonly kind: ActivityKind;
  readonly end: Day;
  readonly minutes: number;
  readonly breaks?: number;
  /** The body's item that the member stated. */
  readonly item?: string;
  readonly items?: number;
}

interface Values {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/**
 * Estimates by docs/domain.md section 6 alone, before caps: all minutes are high; likely is without breaks, or without ten minutes for each full hour above
 * two; low is the likely minutes in whole credits where the step is unknown. Nothing where no rate is known, or more than one may hold.
 */
export function estimateByTheText(renewal: CreditRenewal, question: EstimateQuestion): Values | undefined {
  const rate = theRate(renewal, question);
  if (rate === 'unclear') return undefined;
  if (rate !== 'usual' && 'perItem' in rate) {
    const value = rate.perItem * (question.items ?? 1);
    return { low: value, likely: value, high: value };
  }
  const { conversion } = renewal;
  const usual = {
    minutes: inForce(conversion.minutesPerCredit, question.end)?.value,
    step: inForce(conversion.step, question.end)?.value,
    first: inForce(conversion.firstUnit, question.end)?.value,
  };
  const own = rate !== 'usual' && 'minutesPerCredit' in rate ? rate : undefined;
  const percent = rate !== 'usual' && 'percentOfTime' in rate ? rate.percentOfTime : 100;
  const minutesPerCredit = own?.minutesPerCredit ?? usual.minutes;
  if (minutesPerCredit === undefined) return undefined;
  const step = own?.step ?? usual.step;
  const first = own?.firstUnit ?? usual.first ?? 0;
  const worth = (minutes: number, by: number) => {
    const credits = floorOf(minutes * percent, minutesPerCredit * by) * by;
    return credits < first ? 0 : credits;
  };
  const { minutes } = question;
  const without = question.breaks ?? 10 * Math.max(0, floorOf(minutes - 120, 60));
  const likely = Math.max(0, minutes - without);
  return { low: worth(likely, step ?? 100), likely: worth(likely, step ?? 25), high: worth(minutes, step ?? 25) };
}

/** The one rate that holds for the kind on the day; the usual conversion if the body names none. */
function theRate(renewal: CreditRenewal, { kind, end, item }: EstimateQuestion): Rate | 'usual' | 'unclear' {
  const rules = renewal.activities.filter(({ kinds }) => kinds.includes(kind));
  const stated = item === undefined ? rules : rules.filter(({ name }) => name === item);
  const rates = new Map(stated.map((rule) => rateOf(rule, end)).map((rate) => [JSON.stringify(rate), rate]));
  if (rates.size > 1) return 'unclear';
  const [only] = rates.values();
  return only ?? 'usual';
}

function rateOf({ rate }: ActivityRule, end: Day): Rate | 'usual' {
  return inForce(rate, end)?.value ?? 'usual';
}
