import nock from 'nock';
import { afterEach, beforeEach } from 'vitest';
import type { Form } from '../../../src/chat/form.ts';
import { LOG_FORM } from '../../support/samples.ts';
import { expectNoUnusedRequests } from '../../support/unused-requests.ts';
import { type Answers, allowTokens, cardIn, type StandIn, standIn, TOKEN_REQUEST } from './stand-in.ts';

export const FORM: Form = {
  ...LOG_FORM,
  parts: [
    ...LOG_FORM.parts,
    {
      kind: 'choices',
      name: 'counts',
      label: 'Counts for',
      options: [
        { value: 'a,b', label: 'AB' },
        { value: 'c%', label: 'C' },
      ],
    },
  ],
};
export const BUTTON = { recert: { command: 'undo', args: { id: '7' } } };
export const OPENS = { msteams: { type: 'task/fetch' }, recert: { command: 'log', args: { text: 'zero trust' } } };

/** The stand-in for Teams of the current test, after `begin`. */
export let teams: StandIn;

/** Starts the stand-in with a core that answers like this. */
export async function begin(answers: Answers): Promise<void> {
  teams = await standIn(answers);
}

/** Returns the conversations that messages were sent to, in order. */
export const conversations = () => teams.said.map(({ conversation }) => conversation);

/** Returns the card of the last message. */
export const lastCard = () => cardIn(teams.said.at(-1) as (typeof teams.said)[number]);

/** Stops the stand-in after each test, which fails when an expected request to Teams was not made. */
export function installStandIn(): void {
  beforeEach(() => {
    nock.disableNetConnect();
    allowTokens();
  });
  afterEach(async () => {
    await teams?.stop();
    expectNoUnusedRequests(TOKEN_REQUEST);
  });
}
