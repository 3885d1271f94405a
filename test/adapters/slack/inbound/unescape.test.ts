import { describe, expect, it } from 'vitest';
import { firstLink, readMentions, unescapeText, withoutMarkup } from '../../../../adapters/slack/inbound/unescape.ts';
import { mentionMark } from '../../../../src/chat/mention.ts';

describe('unescapeText', () => {
  it.each([
    ['log 2 zero trust', 'log 2 zero trust'],
    ['a &lt; b &amp;&amp; c &gt; d', 'a < b && c > d'],
    ['&amp;lt;', '&lt;'],
    ['&quot;', '&quot;'],
    ['<@U1>', '@U1'],
    ['<@U1|anna>', '@anna'],
    ['<#C1>', '#C1'],
    ['<#C1|security>', '#security'],
    ['<!here>', '@here'],
    ['<!subteam^S1|@blue>', '@blue'],
    ['<https://example.org/a>', 'https://example.org/a'],
    ['<https://example.org|example.org>', 'example.org'],
    ['<mailto:anna@example.org>', 'anna@example.org'],
    ['<mailto:anna@example.org|Anna>', 'Anna'],
    ['<https://example.org/?a=1&amp;b=2>', 'https://example.org/?a=1&b=2'],
    ['<@U1|anna &amp; co> and <#C1|x>', '@anna & co and #x'],
    ['a < b', 'a < b'],
    ['<>', ''],
  ])('reads %j as %j', (sent, typed) => {
    expect(unescapeText(sent)).toBe(typed);
  });
});

describe('firstLink', () => {
  it.each([
    ['no link', undefined],
    ['https://example.org written bare', undefined],
    ['<http://example.org>', undefined],
    ['<mailto:anna@example.org>', undefined],
    ['<@U1> <https://example.org/a>', 'https://example.org/a'],
    ['<https://example.org/a|label>', 'https://example.org/a'],
    ['<https://example.org/?a=1&amp;b=2>', 'https://example.org/?a=1&b=2'],
    ['<http://a.example> <https://b.example> <https://c.example>', 'https://b.example'],
  ])('of %j is %j', (text, link) => {
    expect(firstLink(text)).toBe(link);
  });
});

describe('the mentions of a text', () => {
  it.each([
    ['lead <@U30|max>', `lead ${mentionMark(0)}`, [{ user: 'U30', label: 'max' }]],
    [
      '<@U30> and <@W1|a &amp; b>',
      `${mentionMark(0)} and ${mentionMark(1)}`,
      [
        { user: 'U30', label: '' },
        { user: 'W1', label: 'a & b' },
      ],
    ],
    ['<@U30|&lt;@U40&gt;>', mentionMark(0), [{ user: 'U30', label: '<@U40>' }]],
    ['&lt;@U30&gt; @max', '<@U30> @max', []],
    [`lead ${mentionMark(0)}`, 'lead 0', []],
    ['<@B30|a bot>', '@a bot', []],
  ])('%j are read', (sent, text, mentions) => {
    expect(readMentions(sent)).toEqual({ text, mentions });
  });
});

describe('withoutMarkup', () => {
  it.each([
    [':tada: *Zero trust* webinar :tada:', 'Zero trust webinar'],
    ['_SANS_ ~old~ `code` talk', 'SANS old code talk'],
    ['*_both_*', 'both'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['snake_case_name and a*b*c', 'snake_case_name and a*b*c'],
    ['at 10:30:45', 'at 10:30:45'],
    [':+1::skin-tone-2: done', 'done'],
    [':white_check_mark: Done :100:', 'Done'],
    [':tada::8ball: Go', 'Go'],
    ['ISO 27001: what: changed', 'ISO 27001: what: changed'],
  ])('reads %j as %j', (sent, text) => {
    expect(withoutMarkup(sent)).toBe(text);
  });
});
