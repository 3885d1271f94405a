import { certificationDomains } from '../../catalogue/certification-domains.ts';
import type { OpportunityCredits } from '../../domain/activity-facts.ts';
import type { Certification } from '../../domain/certification.ts';
import { type DomainFit, type DomainSubjects, judgeSubjects } from '../../domain/subject-fit.ts';
import { loadVocabulary } from '../../opportunities/engine/load-vocabulary.ts';
import { isStatedFor } from '../../opportunities/passes-filters.ts';
import { type SubjectText, subjectsOf } from '../../opportunities/subjects.ts';

/** What is judged: an opportunity, or an activity in a form. */
interface JudgedActivity extends SubjectText {
  /** The credits that the provider states. */
  readonly credits?: readonly OpportunityCredits[] | undefined;
}

type JudgedCertification = Pick<Certification, 'code' | 'short' | 'name' | 'aliases'>;

const subjectsOfCertification = new Map<string, DomainSubjects | undefined>();

/**
 * Judges whether an activity counts for a certification, by the subjects of both or the provider's statement. Returns undefined if the domains of
 * the certification aren't known: then nothing is said.
 */
export function domainFit(certification: JudgedCertification, activity: JudgedActivity): DomainFit | undefined {
  if (isStatedFor(certification, activity)) return { verdict: 'counts', isStated: true };
  const known = domainSubjects(certification.code);
  if (known === undefined) return undefined;
  const { verdict, subject } = judgeSubjects(subjectsOf(activity), known);
  return subject === undefined ? { verdict } : { verdict, subject: loadVocabulary().nameOf(subject) };
}

/** Judges an activity in a form; undefined while it has no words. */
export function fitInForm(
  certification: JudgedCertification,
  { title = '', topics = '' }: FormTexts,
): DomainFit | undefined {
  if (`${title}${topics}`.trim() === '') return undefined;
  return domainFit(certification, { title, description: topics });
}

interface FormTexts {
  readonly title?: string | undefined;
  readonly topics?: string | undefined;
}

function domainSubjects(code: string): DomainSubjects | undefined {
  if (!subjectsOfCertification.has(code)) {
    const entry = certificationDomains().get(code);
    const vocabulary = loadVocabulary();
    subjectsOfCertification.set(
      code,
      entry && {
        domains: new Set([...vocabulary.withNarrower(entry.domains), ...entry.exactly]),
        related: vocabulary.withNarrower(entry.related),
      },
    );
  }
  return subjectsOfCertification.get(code);
}
