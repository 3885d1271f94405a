import { type BodyFigures, type CatalogueCheck, checkCatalogue } from '../catalogue/check.ts';
import { type Catalogue, loadCatalogue } from '../catalogue/index.ts';
import { dayIn } from '../domain/calendar.ts';
import { subcommand } from './subcommand.ts';

/** `catalogue check`: the figures of the catalogue's entries, and whether their sources and references hold. */
export const catalogueCheckCommand = subcommand({
  name: 'catalogue check',
  args: [],
  summary: 'Prints the sources of each body’s rules and fails if an entry has a problem.',
  options: {},
  async run({ context }) {
    const catalogue = loadedOrProblem();
    if ('problem' in catalogue) {
      context.note(catalogue.problem);
      return false;
    }
    const check = checkCatalogue(catalogue.all, dayIn('UTC', context.clock.now()));
    context.print(checkText(check));
    for (const problem of check.problems) context.note(problem);
    return check.problems.length === 0;
  },
});

/** A catalogue that cannot be loaded has problems, too: they are the message. */
function loadedOrProblem(): Catalogue | { readonly problem: string } {
  try {
    return loadCatalogue();
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Returns the figures of a check as text, a line for each body and a total. */
export function checkText({ bodies, total, withoutSource, problems }: CatalogueCheck): string {
  const lines = bodies.map(({ body, ...figures }) => `${body}: ${figuresText(figures)}; ${hostsText(figures)}`);
  const count = problems.length === 1 ? '1 problem' : `${problems.length || 'No'} problems`;
  return [
    ...lines,
    '',
    `Total of ${bodies.length} bodies: ${figuresText(total)}; ${withoutSource} values without a source; ${total.hosts.length} hosts`,
    `${count} found.`,
  ].join('\n');
}

function figuresText({ entries, values, official, inCopy, oldestReview }: Omit<BodyFigures, 'body'>): string {
  const share = (some: number) => (values === 0 ? 0 : Math.floor((some * 100) / values));
  const entriesText = entries === 1 ? '1 entry' : `${entries} entries`;
  return (
    `${entriesText}, ${values} values, ${share(official)}% official, ${share(inCopy)}% read in a copy, ` +
    `oldest review ${oldestReview}`
  );
}

function hostsText({ hosts }: Pick<BodyFigures, 'hosts'>): string {
  return hosts.map(([host, addresses]) => `${host} ${addresses}`).join(', ');
}
