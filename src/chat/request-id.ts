import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const current = new AsyncLocalStorage<string>();

/** Runs the work of a new request: each line that it logs, also after the answer, has the request's id. */
export function asNewRequest<T>(work: () => T): T {
  return current.run(newId(), work);
}

/** Runs the work as part of the request that is being answered, or of a new one. */
export function asRequest<T>(work: () => T): T {
  return current.getStore() === undefined ? asNewRequest(work) : work();
}

/** Returns the id of the request that is being answered; undefined for what runs by schedule. */
export function requestId(): string | undefined {
  return current.getStore();
}

/** Returns what a person is shown so that a failure can be found in the log: the id of the request, or a new one outside of requests. */
export function failureReference(): string {
  return requestId() ?? newId();
}

/** Eight hexadecimal digits, short enough to be read out. */
function newId(): string {
  return randomUUID().slice(0, 8);
}
