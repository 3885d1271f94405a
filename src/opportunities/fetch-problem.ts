/** Why a source did not give what it has. */
export type FetchProblem =
  | 'bad-address'
  | 'private-address'
  | 'too-many-redirects'
  | 'too-large'
  | 'too-slow'
  | 'unreachable'
  | 'proxy-refused'
  | { readonly status: number };

/** Ends fetching a source. */
export class Problem extends Error {
  readonly problem: FetchProblem;

  constructor(problem: FetchProblem) {
    super(JSON.stringify(problem));
    this.problem = problem;
  }
}
