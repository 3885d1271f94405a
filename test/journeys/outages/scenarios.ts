import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts';
import type { Core } from '../../../src/chat/core-interface.ts';
import type { FaultyNetwork } from './faults.ts';
import type { Screen } from './shown.ts';

/** A platform whose calls go wrong as planned, and what a person does there. */
export interface OutagePlatform {
  readonly name: 'slack' | 'teams';
  readonly tenant: string;
  readonly user: string;
  /** The stored address of the team's channel. */
  readonly channel: string;
  readonly screen: Screen;
  readonly network: FaultyNetwork;
  readonly adapter: ChatAdapter;
  start(core: Core): Promise<void>;
  /** Types a line in private. */
  say(line: string): Promise<void>;
  sayInChannel(line: string): Promise<void>;
  press(action: {
    readonly command: string;
    readonly args: Readonly<Record<string, string>>;
    readonly opensForm?: true;
    readonly inChannel?: true;
  }): Promise<void>;
  /** Sends the form that was opened last, filled in. */
  submitLast(filled: Readonly<Record<string, string>>): Promise<void>;
}

/** A platform and its clock, which is set by hand. */
export interface OutageWorld {
  readonly platform: OutagePlatform;
  readonly clock: { at: Date };
  readonly core: Core;
}

/** Something that happens, and what people see of it when all goes well. */
export interface Scenario {
  readonly name: string;
  /** The person gets private reminders. */
  readonly hasNudges?: true;
  /** What happens before, without faults. */
  before?(world: OutageWorld): Promise<void>;
  run(world: OutageWorld): Promise<void>;
  /** What is shown. `once`: a second copy would be wrong. */
  readonly shows: readonly { readonly text: string; readonly isOnce: boolean; readonly isFile?: true }[];
}

const MONDAY = new Date('2026-03-30T09:00:00Z');

/** What can fail: answers, reports, and what recert sends by itself. */
export const SCENARIOS: readonly Scenario[] = [
  { name: 'read', run: ({ platform }) => platform.say('pace'), shows: [{ text: 'At this rate', isOnce: false }] },
  {
    name: 'press',
    run: ({ platform }) => platform.press({ command: 'digest', args: { text: 'off' } }),
    shows: [{ text: 'The digest of Security is off', isOnce: false }],
  },
  {
    name: 'form',
    before: async ({ platform }) => {
      await platform.say('log 2h webinar on phishing today for cissp 2 CPE');
      if (platform.name === 'teams')
        await platform.press({
          command: 'log',
          args: { text: '2h webinar on phishing today for cissp 2 CPE' },
          opensForm: true,
        });
    },
    run: ({ platform }) => platform.submitLast({}),
    shows: [{ text: 'Logged', isOnce: false }],
  },
  {
    name: 'report',
    run: ({ platform }) => platform.say('report mine'),
    shows: [
      { text: 'recert-report-2026-03-29.pdf', isOnce: true, isFile: true },
      { text: 'recert-report-2026-03-29.csv', isOnce: true, isFile: true },
      { text: 'Verification code', isOnce: false },
    ],
  },
  {
    name: 'announcement',
    before: ({ platform }) => platform.sayInChannel('digest here'),
    run: ({ platform }) =>
      platform.press({ command: 'digest', args: { text: 'here', confirm: 'yes' }, inChannel: true }),
    shows: [{ text: 'is posted here every', isOnce: false }],
  },
  {
    name: 'notice',
    run: ({ platform: { name, tenant }, core }) => core.recordDeparture({ platform: name, tenant, user: 'Bo' }),
    shows: [{ text: 'Bo', isOnce: false }],
  },
  {
    name: 'digest and nudge',
    hasNudges: true,
    run: async (world) => {
      world.clock.at = MONDAY;
    },
    shows: [
      { text: 'Security: week 14', isOnce: true },
      { text: 'Security in detail', isOnce: true },
      { text: 'recert messages you', isOnce: true },
    ],
  },
];
