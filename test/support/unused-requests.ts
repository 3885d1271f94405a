import nock from 'nock';

/** Removes all expected requests. Throws if one was not made, unless its address matches `optional`. */
export function expectNoUnusedRequests(optional?: RegExp): void {
  const unused = nock.pendingMocks().filter((mock) => optional?.test(mock) !== true);
  nock.cleanAll();
  if (unused.length > 0) throw new Error(`These requests were not made: ${unused.join(', ')}`);
}
