import { setTimeout as wait } from 'node:timers/promises';

/** What goes wrong with a call. After some the platform has carried it out all the same. */
export const FAULTS = ['429', '503', 'html', 'refused', '500 after', 'reset', 'reset after'] as const;
export type Fault = (typeof FAULTS)[number];

/** Whether recert can know that a call with this fault was not carried out. */
export function isCertain(fault: Fault): boolean {
  return ['429', '503', 'html', 'refused'].includes(fault);
}

/** The answer of a platform to one call: its content, and what becomes of the call if it is carried out. */
export interface PlatformAnswer {
  readonly body: object | string;
  readonly status?: number;
  carryOut?(): void;
}

/** A call as it leaves recert. */
export interface OutgoingCall {
  readonly method: string;
  readonly url: URL;
  readonly body: string;
}

/** Which call goes wrong, counted from 0 since the last reset, and how; or everything until it is over. */
export interface Plan {
  at?: number;
  fault?: Fault;
  /** Every call fails, as in an outage. */
  isOutage?: boolean;
}

/** The network between recert and one platform, in place of `fetch`. */
export class FaultyNetwork {
  readonly #answer: (call: OutgoingCall) => PlatformAnswer;
  readonly #original = globalThis.fetch;
  plan: Plan = {};
  /** The calls since the plan was made. */
  calls = 0;
  #running = 0;

  constructor(answer: (call: OutgoingCall) => PlatformAnswer) {
    this.#answer = answer;
    globalThis.fetch = async (input, init) => {
      this.#running += 1;
      try {
        return await this.#fetch(new Request(input, init));
      } finally {
        this.#running -= 1;
      }
    };
  }

  /** Resolves when no call was made for some turns of the event loop. */
  async quiet(): Promise<void> {
    for (let turns = 0; turns < 5; turns += 1) {
      const { calls } = this;
      await wait(2);
      if (this.#running > 0 || this.calls !== calls) turns = 0;
    }
  }

  restore(): void {
    globalThis.fetch = this.#original;
  }

  follow(plan: Plan): void {
    this.plan = plan;
    this.calls = 0;
  }

  async #fetch(request: Request): Promise<Response> {
    const call = { method: request.method, url: new URL(request.url), body: await request.text() };
    const { at, fault, isOutage } = this.plan;
    const isFaulty = fault !== undefined && (isOutage === true || this.calls === at);
    this.calls += 1;
    const { body, status = 200, carryOut } = this.#answer(call);
    if (!isFaulty || fault.endsWith('after')) carryOut?.();
    if (isFaulty) return failing(fault);
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return new Response(text, { status, headers: { 'content-type': 'application/json' } });
  }
}

function failing(fault: Fault): Response {
  switch (fault) {
    case '429':
      return Response.json({ ok: false, error: 'ratelimited' }, { status: 429, headers: { 'retry-after': '20' } });
    case '503':
      return Response.json(
        { ok: false, error: 'service_unavailable' },
        { status: 503, headers: { 'retry-after': '20' } },
      );
    case '500 after':
      return Response.json({}, { status: 500 });
    case 'html':
      return new Response('<!doctype html><p>Sign in</p>', { headers: { 'content-type': 'text/html' } });
    case 'refused':
      throw failed('ECONNREFUSED', 'connect');
    case 'reset':
    case 'reset after':
      throw failed('ECONNRESET', 'read');
  }
}

function failed(code: string, syscall: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code, syscall }) });
}
