import { z } from 'zod';
import type { Catalogue } from '../../catalogue/index.ts';
import { countCharacters } from '../../chat/read-form.ts';
import { type Day, parseDay } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import { MAX_NUMBER_LENGTH } from '../../views/certifications/add-form.ts';

/** The answers of the first step, which the second step's form carries; they are validated again, as a client could change them. */
const FirstStep = z.object({
  certification: z.string(),
  number: z.string().refine((number) => countCharacters(number) <= MAX_NUMBER_LENGTH),
  start: z.string(),
  expiry: z.string(),
});

/** What the first step of adding a certification chose. */
export interface ChosenCertification {
  readonly certification: Certification;
  readonly number: string;
  readonly start: Day | undefined;
}

interface ProposedCertification extends ChosenCertification {
  readonly expiry: Day | undefined;
}

/** Returns the first step's answers as the state of the second step's form. */
export function serializeFirstStep({ certification, number, start, expiry }: ProposedCertification): string {
  return JSON.stringify({ certification: certification.code, number, start: start ?? '', expiry: expiry ?? '' });
}

/** Reads the state of the second step's form; undefined if it was changed, or if the certification has no cycle to confirm. */
export function parseFirstStep(state: string, catalogue: Pick<Catalogue, 'get'>): ChosenCertification | undefined {
  const step = stepIn(state);
  const certification = step && catalogue.get(step.certification);
  if (step === undefined || certification === undefined || certification.renewal.kind === 'never-expires')
    return undefined;
  return { certification, number: step.number, start: parseDay(step.start) };
}

function stepIn(state: string): z.infer<typeof FirstStep> | undefined {
  try {
    return FirstStep.parse(JSON.parse(state));
  } catch {
    return undefined;
  }
}
