import { expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { talkWith, textOf, undoLast } from '../../support/conversation.ts';
import { workspaceOf } from '../../support/records.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
const words = wordsFor('en-GB');
const NOW = new Date('2026-11-23T11:59:00Z');

it('a record of the sample is not undone, neither by the line nor by a button that names it', async () => {
  const ana = await talkWith(world, 'cissp');
  await undoLast(ana);
  const id = await world.store.inWorkspace(
    await workspaceOf(ana, world.store),
    async ({ audit, people, activities }) => {
      audit.actAs('operator', NOW);
      const [{ personId = '' } = {}] = await people.all();
      const on = { starts: day('2026-11-20'), ends: day('2026-11-20') };
      const about = { title: 'Sample', provider: '', kind: 'course', delivery: '', description: '' } as const;
      return activities.add({ ...about, ...on, personId, claims: [] }, NOW);
    },
  );

  const { tenant } = ana.options;
  const pressed = await ana.core.dispatch({
    ...{ command: 'undo', args: { activity: id } },
    from: { platform: 'slack', tenant, user: 'ana' },
    place: { platform: 'slack', tenant, address: 'C1' },
  });

  expect(textOf(await ana.say('undo'))).toContain(words.undo.none);
  expect(textOf(pressed)).toContain(words.log.nothingToUndo);
  expect(textOf(await ana.say('show last'))).toContain('Sample');
});
