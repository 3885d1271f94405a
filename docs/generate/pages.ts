import { commands } from '../../src/commands/index.ts';
import { settingTable } from '../../src/config.ts';
import { subcommandTable } from '../../src/operator/subcommand-table.ts';
import { platforms } from '../../src/platforms.ts';
import { DATA_MAP } from '../../src/store/data-map.ts';
import { wordsFor } from '../../src/strings/index.ts';
import { METRICS } from '../../src/telemetry/metric-table.ts';
import { CLI_GROUPS } from './cli-groups.ts';
import { cliPage } from './cli-page.ts';
import { COMMAND_GROUPS } from './command-groups.ts';
import { commandsPage } from './commands-page.ts';
import { dataMapPage } from './data-map-page.ts';
import { environmentExample } from './environment-example.ts';
import { metricsPage } from './metrics-page.ts';
import { SETTING_GROUPS } from './setting-groups.ts';
import { settingsPage } from './settings-page.ts';

/** Returns the pages that are generated from the code, by their path from the folder `docs`. */
export function generatedPages(): Readonly<Record<string, string>> {
  return {
    'commands.md': commandsPage({ groups: COMMAND_GROUPS, commands, words: wordsFor('en-GB') }),
    'cli.md': cliPage({ groups: CLI_GROUPS, subcommands: subcommandTable(platforms) }),
    'settings.md': settingsPage({ groups: SETTING_GROUPS, rows: settingTable(platforms) }),
    'data-map.md': dataMapPage(DATA_MAP),
    'metrics.md': metricsPage(METRICS),
    '../docker/.env.example': environmentExample({ groups: SETTING_GROUPS, rows: settingTable(platforms) }),
  };
}
