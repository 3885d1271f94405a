import { HTTPException } from 'hono/http-exception';
import type { PageProblem } from '../../src/chat/platform-phrases.ts';

/** Refuses a request with the name of a phrase, which the page shows in the person's language. */
export class PageRefusal extends HTTPException {
  constructor(status: 400 | 404 | 413 | 503, problem: PageProblem) {
    super(status, { message: problem });
  }
}
