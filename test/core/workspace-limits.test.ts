import { expect, it } from 'vitest';
import type { IncomingFile } from '../../src/chat/incoming-file.ts';
import type { WorkspaceLimits } from '../../src/settings/workspace-limits.ts';
import { addCertification, formOf, talk, textOf } from '../support/conversation.ts';
import { openStore } from '../support/store.ts';

const world = openStore();
const ENOUGH: WorkspaceLimits = { waiting: 500, imports: 500, reports: 500, fileBytes: 1_000_000 };

/** A person with a certification, in a workspace with limits. */
async function withLimits(limits: Partial<WorkspaceLimits>) {
  const ana = talk({ store: world.store, workspaceLimits: { ...ENOUGH, ...limits } });
  await addCertification(ana, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
  return ana;
}

function file(name: string, content: string): IncomingFile {
  return { name, read: async () => new TextEncoder().encode(content) };
}

it('refuses a report past those of the workspace that are not made yet, and makes it when one is', async () => {
  const ana = await withLimits({ reports: 1 });
  await ana.say('report mine');

  const second = await ana.say('report mine --summary');

  expect(textOf(second)).toContain('already has 1 report in progress, which is the maximum');
  await ana.core.idle();
  expect(textOf(await ana.say('report mine --summary'))).not.toContain('maximum');
  await ana.core.idle();
});

it('refuses an import past those of the workspace that run or wait, and saves nothing of it', async () => {
  const ana = await withLimits({ imports: 1 });
  const tables = ['First', 'Second'].map((title) => {
    const rows = Array.from({ length: 501 }, (_, n) => `${title} ${n},2026-03-0${1 + (n % 9)},1,CISSP,Group A`);
    return file(`${title}.csv`, ['Course,Date,CPE,Cert,Area', ...rows].join('\n'));
  });
  const forms = [];
  for (const table of tables) forms.push(formOf(await ana.say('import', undefined, [table])));

  const answers = [];
  for (const form of forms) answers.push(textOf(await ana.send(form, {})));

  expect(answers[0]).toContain('Importing the file.');
  expect(answers[1]).toContain('already has 1 import in progress');
  await ana.core.idle();
  const history = textOf(await ana.say('history'));
  expect(['First', 'Second'].map((title) => history.includes(title))).toEqual([true, false]);
});

it('refuses a file that the storage of the workspace has no room for, and says so', async () => {
  const ana = await withLimits({ fileBytes: 1_048_600 });
  const words = 'Certificate of completion for one hour. ';

  const first = await ana.say('attach', undefined, [file('first.txt', words.repeat(26_200))]);
  const second = await ana.say('attach', undefined, [file('second.txt', words.repeat(20))]);

  expect(textOf(first)).not.toContain('wasn’t saved');
  expect(textOf(second)).toContain('second.txt wasn’t saved: the files of your workspace have reached 1 MB');
});

it('says at the form of a record which file was not saved', async () => {
  const ana = await withLimits({ fileBytes: 10 });
  const form = formOf(await ana.say('log 1h webinar today for cissp'));
  await ana.send(form);

  const answer = formOf(await ana.say('attach last', undefined, [file('proof.txt', 'Certificate of completion')]));

  expect(answer.errors?.proof).toContain('proof.txt wasn’t saved');
});
