import { expect, it } from 'vitest';
import { openBothPlatforms } from './both-platforms.ts';

const platforms = openBothPlatforms();

const OLD = { 'cycle.cissp': '2023-03-01' };
const NEW = { 'cycle.cissp': '2026-03-01' };

it('an activity in the grace of a cycle counts for the one that was chosen, and can be moved, at Slack and at Teams', async () => {
  const { slack, teams } = await platforms.start();

  for (const one of [slack, teams]) {
    const added = await one.send(await one.form('add cissp'), { expiry: '2026-02-28' });
    await one.send(added, { cycleStart: '2023-03-01', cycleEnd: '2026-02-28' });
    await one.send(await one.form('renew cissp'));
    const form = await one.form('log 2h Identity at the edge webinar on 2026-03-10 for cissp');
    await one.send(form, { title: 'Identity at the edge', 'category.cissp': 'group-a', ...NEW });
    const chosen = await one.say('pace cissp');
    const shown = await one.say('show identity');
    const edit = one === slack ? await slack.press(shown, 'Edit') : await teams.open(shown, 'Edit');
    await one.send(edit, OLD);
    const moved = await one.say('pace cissp');

    expect(JSON.stringify(edit)).toContain('The activity ended in the grace period of the earlier cycle.');
    expect(JSON.stringify(edit)).toContain('1 Mar 2026 – 28 Feb 2029');
    expect(JSON.stringify(chosen)).toContain('2 of 120 CPE');
    expect(JSON.stringify(moved)).toContain('0 of 120 CPE');
  }
}, 90_000);
