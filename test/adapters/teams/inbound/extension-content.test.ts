import { describe, expect, it } from 'vitest';
import { extensionContent } from '../../../../adapters/teams/inbound/extension.ts';
import { TeamsActivity } from '../../../../adapters/teams/inbound/payloads.ts';
import { invoke } from '../activities.ts';

const opened = (value: unknown) => extensionContent(TeamsActivity.parse(invoke('composeExtension/fetchTask', value)));
const onMessage = (messagePayload: unknown) => opened({ commandId: 'log-message', messagePayload });
const html = (content: string) => ({ body: { contentType: 'html', content } });

describe('an extension', () => {
  it.each([
    ['that recert does not have', { commandId: 'export' }],
    ['without a command', {}],
    ['without a value', undefined],
  ])('%s asks for nothing', (_name, value) => {
    expect(opened(value)).toBeUndefined();
  });

  it.each([{ commandId: 'log' }, { commandId: 'log-message', messagePayload: null }])(
    'without a message asks for an empty form: %j',
    (value) => {
      expect(opened(value)).toEqual({ command: 'log', args: { text: '' } });
    },
  );
});

describe('an extension on a message', () => {
  it('takes its first line, its link and its date', () => {
    const message = {
      ...html('<p>Two hours on <a href="https://example.org/a">it</a></p><p>second</p>'),
      createdDateTime: '2026-03-30T22:30:00Z',
    };

    expect(onMessage(message)).toEqual({
      command: 'log',
      args: { text: 'Two hours on it', url: 'https://example.org/a' },
      about: new Date('2026-03-30T22:30:00Z'),
    });
  });

  it.each([
    [
      'its link before its file',
      {
        ...html('https://a.example x'),
        attachments: [{ contentUrl: 'https://b.example' }],
        linkToMessage: 'https://c.example',
      },
      'https://a.example',
    ],
    [
      'its file before its own address',
      {
        ...html('x'),
        attachments: [{ contentUrl: 'http://no.example' }, { contentUrl: 'https://b.example' }],
        linkToMessage: 'https://c.example',
      },
      'https://b.example',
    ],
    ['its own address at last', { ...html('x'), linkToMessage: 'https://c.example' }, 'https://c.example'],
    ['no address that is not https', { ...html('x'), linkToMessage: 'http://c.example' }, undefined],
    ['no address longer than Teams opens', html(`<a href="https://example.org/${'a'.repeat(2029)}">x</a>`), undefined],
  ])('takes as proof %s', (_name, message, url) => {
    expect(onMessage(message)?.args.url).toBe(url);
  });

  it.each([
    ['https://a.example Zero trust', 'Zero trust'],
    ['Zero https://a.example trust', 'Zero trust'],
    ['https://a.example', 'https://a.example'],
    [`${'a'.repeat(301)}`, `${'a'.repeat(299)}…`],
  ])('makes of the line %j the title %j', (line, title) => {
    expect(onMessage(html(line))?.args.text).toBe(title);
  });

  it.each([undefined, null, 'yesterday'])('dated %j has no date', (createdDateTime) => {
    expect(onMessage({ ...html('x'), createdDateTime })).not.toHaveProperty('about');
  });
});
