import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import { type PlatformPhrases, renderNotice } from '../../../src/chat/platform-phrases.ts';
import { Recent } from '../../../src/chat/recent-keys.ts';
import { withTimeLimit } from '../../../src/limits/with-time-limit.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import { message } from '../cards/message.ts';
import { kindOf } from './payloads.ts';
import { readSigned } from './request.ts';

const REMEMBERED_MS = 10 * 60_000;
const MAX_REMEMBERED = 10_000;

/** A receiver for Bolt without a server of its own: it handles web-standard requests. */
export interface HttpReceiver extends Receiver {
  handle(request: Request): Promise<Response>;
}

interface Answer {
  readonly status: number;
  readonly body?: string;
  readonly type?: string;
}

interface ReceiverDeps {
  readonly signingSecret: string;
  /** The time after which Slack gets an empty answer. */
  readonly timeoutMs: number;
  /** The adapter's own phrases for the sender of a command. */
  readonly phrases: (command: Record<string, unknown>) => Promise<PlatformPhrases>;
  readonly clock: Clock;
  readonly log: Log;
}

const EMPTY: Answer = { status: 200 };

/** Creates a receiver that passes on only requests with Slack's signature, a recent date and a known format. */
export function httpReceiver({ signingSecret, timeoutMs, phrases, clock, log }: ReceiverDeps): HttpReceiver {
  // A repeated request has the same signature and gets the first answer.
  const answers = new Recent<Promise<Answer>>(clock, REMEMBERED_MS, MAX_REMEMBERED);
  let app: App | undefined;

  async function answerTo(body: Record<string, unknown>, headers: Headers): Promise<Answer> {
    if (body.type === 'url_verification' && typeof body.challenge === 'string') {
      return json({ challenge: body.challenge });
    }
    if (body.ssl_check !== undefined && body.type === undefined) return EMPTY;
    switch (kindOf(body)) {
      case 'malformed':
        return { status: 400 };
      case 'ignored':
        log.debug('Slack sent a payload that needs no answer.');
        return EMPTY;
      case 'known':
        return app === undefined ? EMPTY : process(app, { body, timeoutMs, phrases, log, headers });
    }
  }

  return {
    init: (bolt) => {
      app = bolt;
    },
    start: async () => undefined,
    stop: async () => undefined,
    handle: async (request) => {
      const read = await readSigned(request, signingSecret, clock.now());
      if (read.kind === 'refused') return new Response(null, { status: read.status });
      const answer = await answers.once(read.signature, () => answerTo(read.body, request.headers));
      return responseOf(answer);
    },
  };
}

type Event = Pick<ReceiverDeps, 'timeoutMs' | 'phrases' | 'log'> & { body: Record<string, unknown>; headers: Headers };

async function process(app: App, { body, timeoutMs, phrases, log, headers }: Event): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  app.processEvent({ body, ack: async (response) => resolve(acknowledgement(response)), ...retry(headers) }).then(
    () => resolve(EMPTY),
    async (error: unknown) => {
      log.error('Answering Slack failed.', { type: String(body.type ?? 'command'), error });
      resolve(body.type === undefined ? failure(await phrases(body)) : EMPTY);
    },
  );
  return withTimeLimit(promise, timeoutMs, () => {
    log.error('Slack got an empty answer, because none was ready in time.', { type: String(body.type ?? 'command') });
    return EMPTY;
  });
}

function failure(phrases: PlatformPhrases): Answer {
  return json({ response_type: 'ephemeral', ...message(renderNotice(phrases.notice.failed), phrases) });
}

function retry(headers: Headers): Partial<ReceiverEvent> {
  const count = Number(headers.get('x-slack-retry-num') ?? Number.NaN);
  return Number.isInteger(count) ? { retryNum: count } : {};
}

function acknowledgement(response: unknown): Answer {
  if (response === undefined || response === null || response === '') return EMPTY;
  if (typeof response === 'string') return { status: 200, body: response, type: 'text/plain; charset=utf-8' };
  return json(response);
}

function json(value: unknown): Answer {
  return { status: 200, body: JSON.stringify(value), type: 'application/json; charset=utf-8' };
}

function responseOf({ status, body, type }: Answer): Response {
  return new Response(body ?? null, { status, ...(type === undefined ? {} : { headers: { 'content-type': type } }) });
}
