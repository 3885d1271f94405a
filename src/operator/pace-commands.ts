import { readFileSync } from 'node:fs';
import { loadCatalogue } from '../catalogue/index.ts';
import { dayIn } from '../domain/calendar.ts';
import { evaluateFile } from './evaluate-file.ts';
import { exportPace } from './export-pace.ts';
import { needFiles, toJson, withStore } from './open-workspace.ts';
import { dayFrom } from './read-options.ts';
import { subcommand } from './subcommand.ts';

/** `export pace` and `evaluate`: the figures behind the cards, as JSON. */
export const paceCommands = [
  subcommand({
    name: 'export pace',
    args: [],
    summary: 'Prints the figures of every certification, credits in hundredths.',
    options: {
      json: { isRequired: true, help: 'Writes JSON, the only format.' },
      on: { value: 'DATE', help: 'The date, such as 2026-12-31. Default: each member’s today.' },
    },
    async run(invocation) {
      const { options, context } = invocation;
      const on = dayFrom(options.on);
      const figures = await withStore(invocation, (store, { workspaceId }) =>
        store.inWorkspace(workspaceId, (data) =>
          exportPace(data, { catalogue: loadCatalogue(), now: context.clock.now(), on }),
        ),
      );
      context.print(toJson(figures));
      return true;
    },
  }),
  subcommand({
    name: 'evaluate',
    args: ['FILE'],
    summary: 'Prints the same figures for one case in a file, without a database. See docs/evaluate.md.',
    options: {},
    async run({ args, context }) {
      needFiles(args.FILE);
      const today = dayIn('UTC', context.clock.now());
      context.print(toJson(evaluateFile(readFileSync(args.FILE, 'utf8'), loadCatalogue(), today)));
      return true;
    },
  }),
] as const;
