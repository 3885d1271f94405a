import { expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { parseFormState } from '../../../src/services/form-state.ts';
import { importFile } from '../../../src/services/portability/import-file.ts';
import type { Store } from '../../../src/store/store.ts';
import { callService } from '../../support/call-service.ts';
import { formOf, talkWith } from '../../support/conversation.ts';
import { aFile } from '../../support/records.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();

/** A store that says whether one of its transactions is open. */
function watched(): { readonly store: Pick<Store, 'inWorkspace'>; readonly isOpen: () => boolean } {
  let open = 0;
  const store: Pick<Store, 'inWorkspace'> = {
    inWorkspace: async (id, work, how) => {
      open += 1;
      try {
        return await world.store.inWorkspace(id, work, how);
      } finally {
        open -= 1;
      }
    },
  };
  return { store, isOpen: () => open > 0 };
}

it('reads and checks the rows of a table while no transaction is open, and saves what others have not saved meanwhile', async () => {
  const ana = await talkWith({ store: world.store }, 'cissp');
  const rows = ['One,2026-03-01,1,CISSP,Group A', 'Two,2026-03-02,1,CISSP,Group A'];
  const bytes = new TextEncoder().encode(['Title,Date,CPE,Certification,Category', ...rows].join('\n'));
  const form = formOf(await ana.say('import', undefined, [aFile('records.csv', bytes, 'table')]));
  const fileId = parseFormState(form.state).file ?? '';
  const scope = await callService(ana, async (one) => one);
  const { store, isOpen } = watched();
  const base = loadCatalogue();
  const states: boolean[] = [];
  const find = (name: string) => {
    states.push(isOpen());
    return base.find(name);
  };
  const data = { ...scope.data, catalogue: { ...base, find } };

  const first = await importFile({ fileId, options: { columns: {} } }, { ...scope, data }, { store });
  const second = await importFile({ fileId, options: { columns: {} } }, { ...scope, data }, { store });

  expect(states.length).toBeGreaterThan(0);
  expect(states).not.toContain(true);
  expect([first.lines[0], second.lines[0]]).toEqual([
    scope.request.words.import.done(2, 0),
    scope.request.words.import.done(0, 2),
  ]);
});
