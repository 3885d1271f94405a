import { describe, expect, it } from 'vitest';
import {
  parseCommand,
  parseHome,
  parsePress,
  parseShortcut,
  parseSubmission,
} from '../../../../adapters/slack/inbound/parse-interaction.ts';
import {
  ActionBody,
  CommandBody,
  HomeOpenedBody,
  ShortcutBody,
  SubmissionBody,
} from '../../../../adapters/slack/inbound/payloads.ts';
import { mentionMark } from '../../../../src/chat/mention.ts';
import { recorded } from '../stand-in.ts';

const from = { platform: 'slack', tenant: 'T0HOME', user: 'U0ANNA' };
const place = { platform: 'slack', tenant: 'T0HOME', address: 'C0TEAM' };
const direct = { ...place, address: 'U0ANNA' };

describe('a recorded payload', () => {
  it('of a command is a line', () => {
    const { interaction } = parseCommand(CommandBody.parse(recorded('command')));

    expect(interaction).toEqual({
      line: `log example.org/talk R&D <day> with ${mentionMark(0)} --on 2026-03-31`,
      command: 'log',
      mentions: [{ user: 'U0BO', label: 'bo' }],
      args: { text: `example.org/talk R&D <day> with ${mentionMark(0)}`, on: '2026-03-31' },
      key: '13345224609.738474920.8088930838d88f008e0',
      from,
      place,
      direct,
    });
  });

  it('of a press is the command its button names', () => {
    const request = parsePress(ActionBody.parse(recorded('block-actions')));

    expect(request?.interaction).toEqual({
      command: 'pace',
      args: { text: 'cissp' },
      key: expect.stringMatching(/^press:[\w-]{32}$/u),
      from,
      place,
      direct,
    });
  });

  it('of a sent form is its answers', () => {
    const { interaction } = parseSubmission(SubmissionBody.parse(recorded('view-submission')));

    expect(interaction).toEqual({
      command: 'log',
      args: {},
      answers: {
        title: 'Threat modelling',
        day: '2026-03-31',
        kind: 'course',
        counts: ['a', 'b'],
        certification: '',
        amount: '',
      },
      state: 'entry-7',
      key: 'V0FORM',
      from,
      place,
      direct,
    });
  });

  it.each(['', 'null', '[]', '{"place":"../etc"}', '{"state":7}'])(
    'of a form that remembers %s is heard all the same',
    (text) => {
      const body = recorded('view-submission');

      const { interaction } = parseSubmission(
        SubmissionBody.parse({ ...body, view: { ...(body.view as object), private_metadata: text } }),
      );

      expect([interaction.state, interaction.place.address]).toEqual([undefined, 'U0ANNA']);
    },
  );

  it('of a shortcut is the command it stands for', () => {
    const request = parseShortcut(ShortcutBody.parse(recorded('shortcut')));

    expect(request?.interaction).toMatchObject({ command: 'log', args: { text: '' }, place: { address: 'U0ANNA' } });
  });

  it('of a message shortcut takes the first line and the first link', () => {
    const request = parseShortcut(ShortcutBody.parse(recorded('message-action')));

    expect(request?.interaction.args).toEqual({
      text: 'Two hours on zero trust',
      url: 'https://example.org/zero-trust?a=1&b=2',
    });
  });

  it('of an unknown shortcut is nothing', () => {
    expect(parseShortcut(ShortcutBody.parse(recorded('shortcut', { callback_id: 'erase' })))).toBeUndefined();
  });

  it('of an opened Home tab asks for what is at a glance', () => {
    const { interaction } = parseHome(HomeOpenedBody.parse(recorded('app-home-opened')));

    expect(interaction).toEqual({
      command: 'home',
      args: {},
      key: 'Ev0HOME',
      from,
      place: { ...place, address: 'D0ANNA' },
      direct,
    });
  });
});
