import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ParsedInteraction } from '../../../../adapters/slack/inbound/parse-interaction.ts';
import { clientOptions, newClients } from '../../../../adapters/slack/outbound/clients.ts';
import { HomeTabs } from '../../../../adapters/slack/outbound/home-tabs.ts';
import { silent } from '../../../support/conversation.ts';
import { ENGLISH } from '../../../support/phrases.ts';
import { aCard, argsOf } from '../stand-in.ts';

const ANNA = { platform: 'slack', tenant: 'T1', user: 'U1' } as const;
const request = (skip = '0'): ParsedInteraction => ({
  origin: { team: 'T1', user: 'U1', isOrgWide: false },
  interaction: {
    command: 'home',
    args: { skip },
    from: ANNA,
    place: { platform: 'slack', tenant: 'T1', address: 'D1' },
  },
});

let published: { readonly hash?: string; readonly view: { readonly private_metadata: string } }[];
let requested: string[];
let now: number;
/** The last saved change, and what there is to see after it. */
let revision: string;
let title: string;
/** What Slack answers to the coming calls; after them, that it has taken the view. */
let answers: object[];
/** Runs while the core answers. */
let meanwhile: () => void;

function newTabs(): HomeTabs {
  return new HomeTabs({
    log: silent,
    clock: { now: () => new Date(now) },
    revision: async () => revision,
    of: async () => ({
      clients: newClients('xoxb-test', clientOptions('https://slack.test/api/', silent)),
      phrases: async () => ENGLISH,
      ask: async ({ interaction }) => {
        requested.push(interaction.args.skip ?? '');
        meanwhile();
        return aCard(title);
      },
    }),
  });
}

beforeEach(() => {
  [published, requested, answers, now, meanwhile] = [[], [], [], 1_000_000, () => undefined];
  [revision, title] = ['1', 'CISSP'];
  nock('https://slack.test')
    .persist()
    .post('/api/views.publish')
    .reply(200, async (sent: Request) => {
      published.push(argsOf(await sent.text()) as never);
      return answers.shift() ?? { ok: true, view: { hash: `h${published.length}` } };
    });
});
afterEach(() => nock.cleanAll());

const lastDrawn = () => ({
  hash: `h${published.length}`,
  private_metadata: published.at(-1)?.view.private_metadata ?? '',
});

describe('a Home tab', () => {
  it.each([
    [59_999, 1],
    [60_000, 2],
  ])('opened again after %i ms is drawn %i times', async (later, times) => {
    const tabs = newTabs();
    await tabs.opened(request(), undefined);

    now += later;
    await tabs.opened(request(), lastDrawn());

    expect(published).toHaveLength(times);
  });

  it('drawn by an earlier process is drawn again', async () => {
    await newTabs().opened(request(), undefined);

    now += 1;
    await newTabs().opened(request(), lastDrawn());

    expect(published).toHaveLength(2);
  });

  it('is drawn after an act of the person who opened it, and of nobody else', async () => {
    const tabs = newTabs();

    await tabs.refresh(ANNA);
    await tabs.opened(request(), undefined);
    await tabs.refresh({ ...ANNA, user: 'U2' });
    await tabs.refresh({ ...ANNA, tenant: 'T2' });
    await tabs.refresh(ANNA);

    expect(published).toHaveLength(2);
    expect(published[1]?.hash).toBe('h1');
  });

  it('is drawn once more for all that happens while it is drawn', async () => {
    const tabs = newTabs();
    let acts = 0;
    meanwhile = () => {
      if (requested.length > 1) return;
      for (; acts < 5; acts += 1) void tabs.refresh(ANNA);
    };

    await tabs.opened(request(), undefined);

    expect(acts).toBe(5);
    expect(published).toHaveLength(2);
  });

  it('shows the page that was turned to, also after an act', async () => {
    const tabs = newTabs();
    await tabs.opened(request(), undefined);

    await tabs.turnTo(request('7'));
    await tabs.refresh(ANNA);

    expect(requested).toEqual(['0', '7', '7']);
  });

  it('that another process drew meanwhile is drawn again', async () => {
    const tabs = newTabs();
    await tabs.opened(request(), undefined);
    answers = [{ ok: false, error: 'hash_conflict' }];

    await tabs.refresh(ANNA);

    expect(published.map(({ hash }) => hash)).toEqual([undefined, 'h1', undefined]);
  });

  it('that could not be drawn is drawn when it is opened, however fresh it looks', async () => {
    const tabs = newTabs();
    await tabs.opened(request(), undefined);
    const shown = lastDrawn();
    answers = [{ ok: false, error: 'internal_error' }];

    await tabs.refresh(ANNA);
    await tabs.opened(request(), shown);
    await tabs.opened(request(), lastDrawn());

    expect(published).toHaveLength(3);
  });

  it('is drawn again after a change that no one told this process of, if the person would see it', async () => {
    const tabs = newTabs();
    await tabs.opened(request(), undefined);

    await tabs.watch.lookAtAll();
    expect(requested).toHaveLength(1);
    revision = '2';
    await tabs.watch.lookAtAll();
    expect([requested.length, published.length]).toEqual([2, 1]);
    [revision, title] = ['3', 'CISM'];
    await tabs.watch.lookAtAll();
    await tabs.watch.lookAtAll();

    expect([requested.length, published.length]).toEqual([3, 2]);
    expect(published[1]?.hash).toBe('h1');
  });

  it('is looked at no more five minutes after it was opened, and not again and again while Slack fails', async () => {
    const tabs = newTabs();
    await tabs.opened(request(), undefined);
    answers = [{ ok: false, error: 'internal_error' }];
    [revision, title] = ['2', 'CISM'];
    await tabs.watch.lookAtAll();
    await tabs.watch.lookAtAll();
    expect(published).toHaveLength(2);

    now += 5 * 60_000;
    [revision, title] = ['3', 'CISA'];
    await tabs.watch.lookAtAll();

    expect(published).toHaveLength(2);
  });
});
