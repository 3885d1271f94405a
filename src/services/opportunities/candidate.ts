import type { Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import type { CategorizedActivity } from '../../domain/claim-category.ts';
import { opportunityDay } from '../../domain/opportunity-day.ts';
import type { DomainFit } from '../../domain/subject-fit.ts';
import type { IndexedOpportunity } from '../../opportunities/indexed-opportunity.ts';
import { domainFit } from '../records/subject-fit.ts';

/** An opportunity while it is ranked, with what is the same for everybody it is ranked for. */
export class Candidate {
  readonly opportunity: IndexedOpportunity;
  /** The day on which it ends, which its credits are counted on, or today if it can be taken at any time. */
  readonly day: Day;
  /** What its category is chosen by. */
  readonly activity: CategorizedActivity;
  readonly #fits = new Map<Certification, DomainFit | undefined>();

  constructor(opportunity: IndexedOpportunity, { zone, today }: { readonly zone: string; readonly today: Day }) {
    const { kind, provider, title, topics = [], description } = opportunity;
    this.opportunity = opportunity;
    this.day = opportunity.lastDay ?? opportunityDay(opportunity, zone) ?? today;
    this.activity = { kind, provider, title, topics: [...topics, description].join(' . ') };
  }

  /** Judges whether it counts for a certification; once for all who hold it. */
  fitFor(certification: Certification): DomainFit | undefined {
    if (!this.#fits.has(certification)) this.#fits.set(certification, domainFit(certification, this.opportunity));
    return this.#fits.get(certification);
  }
}
