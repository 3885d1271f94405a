import { join } from 'node:path';
import { Eta } from 'eta';

const eta = new Eta({ views: join(import.meta.dirname, '../../templates'), cache: true });

/** A document of the folder of templates with its words filled in; every text is escaped. */
export function rendered(template: string, filling: object): string {
  return eta.render(`/${template}`, filling);
}
