import { describe, expect, it } from 'vitest';
import { message } from '../../../../adapters/slack/cards/message.ts';
import { modal } from '../../../../adapters/slack/cards/modal.ts';
import { slackPreview } from '../../../../adapters/slack/preview/preview.ts';
import { ENGLISH } from '../../../support/phrases.ts';
import { everyCard, everyForm } from '../../../support/samples.ts';
import { checkBlockKit } from '../block-kit.ts';

const HOSTILE = [
  '<!channel>',
  '<@U0ANNA> & <#C0TEAM>',
  '*bold* _italic_ ~struck~ `code`',
  '> quoted',
  'https://evil.example/',
  '<https://evil.example|Log in>',
  ':smile: <!date^1^{date}|x>',
  '&lt;!here&gt;',
  '"}]}',
  '<img src=x onerror=alert(1)>',
];

describe.each(HOSTILE)('what people wrote: %s', (words) => {
  it('is nowhere read as markup', () => {
    const json = JSON.stringify([message(everyCard(words), ENGLISH).blocks, modal(everyForm(words), ENGLISH).blocks]);

    expect(json).not.toContain('mrkdwn');
    expect(json).not.toMatch(/"type":"(?:user|channel|usergroup|broadcast|emoji|date)"/u);
    expect([...json.matchAll(/"url":"([^"]*)"/gu)].map(([, url]) => new URL(String(url)).host)).not.toContain(
      'evil.example',
    );
  });

  it('is shown as it is', () => {
    expect(JSON.stringify(message(everyCard(words), ENGLISH).blocks)).toContain(JSON.stringify(words).slice(1, -1));
  });

  it('is escaped where Slack reads markup all the same', () => {
    expect(checkBlockKit(message(everyCard(words), ENGLISH))).toEqual([]);
  });

  it('stays plain in the preview', () => {
    const { html } = slackPreview.draw(
      {
        kind: 'card',
        card: { title: words, blocks: everyCard(words).blocks },
        to: 'sender',
      },
      ENGLISH,
    );

    const shown = html.replaceAll(/ aria-label="[^"<>]*"/gu, '');
    expect(shown).not.toMatch(/<(?:strong|em|del|code|blockquote|img)\b|slack_broadcast|slack_emoji|slack_user/u);
    expect(shown).not.toMatch(/href="https:\/\/evil\.example|<[^>]*onerror/u);
  });
});

describe('a link', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'not a url', ''])(
    'to %s is only words',
    (url) => {
      const drawn = message({ title: 'T', blocks: [{ kind: 'text', text: [{ link: 'here', url }] }] }, ENGLISH);

      expect(JSON.stringify(drawn)).not.toContain('"link"');
      expect(JSON.stringify(drawn)).toContain('here');
    },
  );
});
