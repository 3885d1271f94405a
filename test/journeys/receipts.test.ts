import { describe, expect, it } from 'vitest';
import { openBothPlatforms } from './both-platforms.ts';

// biome-ignore lint/suspicious/noExplicitAny: drawn cards, which the test looks into.
type Json = any;

const world = openBothPlatforms();
const LINE = 'log 1h webinar Alpha on 2026-03-01 for cissp !!';

/** The labels of the buttons of a drawn card, in Slack's or in Teams' words. */
function labelsIn(card: Json): readonly string[] {
  const labels: string[] = [];
  JSON.stringify(card, (_key, part) => {
    if (part?.type === 'button') labels.push(part.text.text);
    if (part?.type === 'Action.Submit') labels.push(part.title);
    return part;
  });
  return labels;
}

describe('a receipt', () => {
  it('keeps “Undo” in Slack when its pace or its form takes its place', async () => {
    const { slack } = await world.start();
    await slack.send(await slack.send(await slack.form('add cissp'), { start: '2025-01-01' }));
    const receipt = await slack.say(LINE);
    const pace = await slack.press(receipt, 'My pace');
    const filled = { title: 'Two', kind: 'course', duration: '2h', start: '2026-03-02', counts: ['cissp'] };
    const next = await slack.send(await slack.press(receipt, 'Log another'), filled);

    expect(labelsIn(receipt)).toEqual(['Undo', 'Log another', 'My pace']);
    expect(labelsIn(pace).filter((label) => label === 'Undo')).toHaveLength(1);
    expect(labelsIn(next)).toEqual(['Undo', 'Log another', 'My pace', 'Undo the earlier change']);
    expect(JSON.stringify(await slack.press(next, 'Undo the earlier change'))).toContain('no longer counts');
    expect(JSON.stringify(await slack.say('history'))).toContain('Two');
    expect(JSON.stringify(await slack.say('history'))).not.toContain('Alpha');
  });

  it('keeps “Undo” in Teams when its pace or its dialog takes its place', async () => {
    const { teams } = await world.start();
    await teams.send(await teams.send(await teams.form('add cissp'), { start: '2025-01-01' }));
    const receipt = await teams.say(LINE);
    const pace = await teams.press(receipt, 'My pace');
    const filled = { title: 'Two', kind: 'course', duration: '2h', start: '2026-03-02', counts: 'cissp' };
    const next = await teams.send(await teams.open(receipt, 'Log another'), filled);

    expect(labelsIn(pace).filter((label) => label === 'Undo')).toHaveLength(1);
    expect(labelsIn(next)).toEqual(['Undo', 'Log another', 'My pace', 'Undo the earlier change']);
    expect(JSON.stringify(await teams.press(pace, 'Undo'))).toContain('no longer counts');
    expect(JSON.stringify(await teams.say('history'))).not.toContain('Alpha');
  });
});
