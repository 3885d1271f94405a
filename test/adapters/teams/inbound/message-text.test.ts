import { describe, expect, it } from 'vitest';
import { firstLink, htmlToText, isInsertedCard, typedText } from '../../../../adapters/teams/inbound/message-text.ts';
import { TeamsActivity } from '../../../../adapters/teams/inbound/payloads.ts';
import { mentionMark } from '../../../../src/chat/mention.ts';
import { activity, mentioned, typed } from '../activities.ts';

const INSERTED = '<span class="inline-compose-card" id="x"> <span> </span></span>';
const read = (value: unknown) => TeamsActivity.parse(value);

describe('a typed text', () => {
  it.each([
    ['log 2 zero trust', 'log 2 zero trust'],
    ['recert log 2', 'log 2'],
    [' /Recert  log 2', 'log 2'],
    ['recertify me', 'recertify me'],
    ['log recert', 'log recert'],
    ['recert', ''],
    ['a &lt; b &amp; c&nbsp;d &quot;e&quot; &apos;f&apos;', 'a < b & c d "e" \'f\''],
    ['&#65;&#x42;&#x1F600;', 'AB😀'],
    ['&#9999999;', '&#9999999;'],
    ['&copy;', '&copy;'],
    ['ask <at id="0">Ana</at> for it', 'ask Ana for it'],
    [`log ${INSERTED} 2`, 'log   2'],
  ])('of %j is %j', (text, words) => {
    expect(typedText(read(typed(text)))).toEqual({ text: words, mentions: [] });
  });

  it('is without the mention of the bot', () => {
    expect(typedText(read(mentioned('log 2'))).text).toBe('log 2');
  });

  it('marks the mention of anyone else, with their account if Teams says it', () => {
    const ben = { type: 'mention', text: '<at>Ben</at>', mentioned: { id: '29:ben' } };
    const cy = { type: 'mention', text: '<at>Cy</at>', mentioned: { id: '29:cy', name: 'Cy Ltd', aadObjectId: 'ABC' } };

    expect(typedText(read(typed('<at>Ben</at> log 2 <at>Cy</at>', { entities: [ben, cy] })))).toEqual({
      text: `${mentionMark(0)} log 2 ${mentionMark(1)}`,
      mentions: [
        { user: '29:ben', label: 'Ben' },
        { user: 'abc', label: 'Cy Ltd' },
      ],
    });
  });

  it('that shows a mention more often than Teams counts it marks none', () => {
    const ben = { type: 'mention', text: '<at>Ben</at>', mentioned: { id: '29:ben' } };

    expect(typedText(read(typed('<at>Ben</at> and <at>Ben</at>', { entities: [ben] }))).text).toBe('Ben and Ben');
  });

  it('has no marks that were typed', () => {
    expect(typedText(read(typed(`lead ${mentionMark(0)}`))).text).toBe('lead 0');
  });
});

describe('a message', () => {
  const card = [{ contentType: 'application/vnd.microsoft.card.adaptive' }];

  it.each<[string, Record<string, unknown>, boolean]>([
    ['a card alone', { text: '', attachments: card }, true],
    ['a card inserted into the text', { text: INSERTED }, true],
    ['a card with words', { text: 'log 2', attachments: card }, false],
    ['a file alone', { text: '', attachments: [{ contentType: 'image/png' }] }, false],
    ['nothing', { text: '' }, false],
  ])('of %s is an inserted card: %s', (_name, changes, isCard) => {
    expect(isInsertedCard(read(activity(changes)))).toBe(isCard);
  });
});

it.each([
  ['<p>one</p><p>two</p>', 'one\ntwo'],
  ['one<br>two<br/>three', 'one\ntwo\nthree'],
  ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
  ['<div>a &amp; <b>b</b></div>', 'a & b'],
  ['<pre>code</pre> after', 'code after'],
  ['', ''],
])('reads the HTML %j as %j', (html, text) => {
  expect(htmlToText(html)).toBe(text);
});

it.each([
  ['no link', undefined],
  ['<a href="https://example.org/?a=1&amp;b=2">x</a>', 'https://example.org/?a=1&b=2'],
  ['<a title="x" href="https://a.example">x</a><a href="https://b.example">y</a>', 'https://a.example'],
  ['<a href="http://example.org">x</a>', undefined],
  ['<p>see https://example.org/a now</p>', 'https://example.org/a'],
  ['https://written.example <a href="https://linked.example">x</a>', 'https://linked.example'],
  ['<a href="javascript:x">https://example.org</a>', 'https://example.org'],
])('finds in the HTML %j the link %j', (html, link) => {
  expect(firstLink(html)).toBe(link);
});
