import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import { type PlatformPhrases, renderNotice } from '../../../src/chat/platform-phrases.ts';
import { Recent } from '../../../src/chat/recent.ts';
import { withTimeLimit } from '../../../src/limits/with-time-limit.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import { message } from '../cards/message.ts';
import { kindOf } from './payloads.ts';
import { readSigned } from './request.ts';

const REMEMBERED_MS = 10 * 60_000;
const MOST_REMEMBERED = 10_000;

/** Bolt's door for HTTP, without a server of its own: it takes and gives web-standard requests and responses. */
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
  /** How long Bolt may take before Slack gets an empty answer. */
  readonly patience: number;
  /** What the adapter says itself to whoever typed a command. */
  readonly phrases: (command: Record<string, unknown>) => Promise<PlatformPhrases>;
  readonly clock: Clock;
  readonly log: Log;
}

const EMPTY: Answer = { status: 200 };

/** Guards Bolt: nothing reaches it that Slack did not sign, in time and in a shape it can read. */
export function httpReceiver({ signingSecret, patience, phrases, clock, log }: ReceiverDeps): HttpReceiver {
  // The same signature is the same request: it gets the first answer, and nothing happens twice.
  const answers = new Recent<Promise<Answer>>(clock, REMEMBERED_MS, MOST_REMEMBERED);
  let app: App | undefined;

  async function answerTo(body: Record<string, unknown>, headers: Headers): Promise<Answer> {
    if (body.type === 'url_verification' && typeof body.challenge === 'string') {
      return json({ challenge: body.challenge });
    }
    if (body.ssl_check !== undefined && body.type === undefined) return EMPTY;
    switch (kindOf(body)) {
      case 'malformed':
        return { status: 400 };
      case 'quiet':
        log.debug('Slack sent a kind of payload that needs no answer.');
        return EMPTY;
      case 'known':
        return app === undefined ? EMPTY : process(app, { body, patience, phrases, log, headers });
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

type Work = Pick<ReceiverDeps, 'patience' | 'phrases' | 'log'> & { body: Record<string, unknown>; headers: Headers };

async function process(app: App, { body, patience, phrases, log, headers }: Work): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  app.processEvent({ body, ack: async (stated) => resolve(acknowledgement(stated)), ...retry(headers) }).then(
    // Nothing answered and nothing will.
    () => resolve(EMPTY),
    async (error: unknown) => {
      log.error('Answering Slack failed.', { type: String(body.type ?? 'command'), error });
      resolve(body.type === undefined ? failure(await phrases(body)) : EMPTY);
    },
  );
  return withTimeLimit(promise, patience, () => {
    log.error('Slack got an empty answer, for none was ready in time.', { type: String(body.type ?? 'command') });
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

function acknowledgement(stated: unknown): Answer {
  if (stated === undefined || stated === null || stated === '') return EMPTY;
  return typeof stated === 'string' ? { status: 200, body: stated, type: 'text/plain; charset=utf-8' } : json(stated);
}

function json(value: unknown): Answer {
  return { status: 200, body: JSON.stringify(value), type: 'application/json; charset=utf-8' };
}

function responseOf({ status, body, type }: Answer): Response {
  return new Response(body ?? null, { status, ...(type === undefined ? {} : { headers: { 'content-type': type } }) });
}
