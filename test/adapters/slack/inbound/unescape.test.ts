import { describe, expect, it } from 'vitest';
import { firstLink, unescapeText } from '../../../../adapters/slack/inbound/unescape.ts';

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
