import { describe, expect, it } from 'vitest';
import { cardOf, type Talk, talkWith, textOf } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();

async function withRecords(...titles: readonly string[]): Promise<Talk> {
  const ana = await talkWith(world, 'cissp');
  for (const [index, title] of titles.entries())
    await ana.say(`log 1h ${title} webinar on ${index + 1} Nov 2026 for cissp !!`);
  return ana;
}

const titlesIn = (reply: Awaited<ReturnType<Talk['say']>>) =>
  cardOf(reply).blocks.flatMap((block) => (block.kind === 'item' ? [block.title] : []));

describe('a record that is named by words', () => {
  it('is not another one whose words only contain the letters', async () => {
    const ana = await withRecords('Email training');

    const asked = await ana.say('delete AI webinar');
    expect(textOf(asked)).toContain('“AI webinar” isn’t a title. Do you mean this record?');
    expect(textOf(await ana.say('trash'))).not.toContain('Email training');

    expect(textOf(await ana.press(cardOf(asked), 'Choose'))).toContain('Email training');
    expect(textOf(await ana.say('trash'))).toContain('Email training');
  });

  it('is the one with exactly this title, however many have its words', async () => {
    const ana = await withRecords('Cloud', 'Cloud forensics', 'Cloud');
    await ana.say('delete cloud forensics webinar');

    expect(textOf(await ana.say('trash'))).toContain('Cloud forensics');
    expect(titlesIn(await ana.say('delete cloud webinar'))).toEqual(['Cloud webinar', 'Cloud webinar']);
  });

  it.each(['delete', 'show', 'attach'])('is a choice in “%s” where several have its words', async (command) => {
    const ana = await withRecords('Cloud forensics', 'Cloud identity');

    const asked = await ana.say(`${command} cloud`);

    expect(textOf(asked)).toContain('“cloud” matches 2 records. Which one do you mean?');
    expect(titlesIn(asked)).toEqual(['Cloud identity webinar', 'Cloud forensics webinar']);
  });

  it('is restored by its title, too', async () => {
    const ana = await withRecords('Cloud forensics', 'Cloud identity');
    await ana.say('delete cloud forensics webinar');
    await ana.say('delete cloud identity webinar');

    await ana.press(cardOf(await ana.say('restore forensics')), 'Restore');
    expect(textOf(await ana.say('history'))).toContain('Cloud forensics');
    expect(textOf(await ana.say('restore cloud'))).toContain('Cloud identity');
  });

  it('is found by the beginning of a word', async () => {
    const ana = await withRecords('Cloud forensics');

    expect(textOf(await ana.say('show foren'))).toContain('Cloud forensics');
  });
});
