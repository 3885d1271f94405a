/**
 * Test files that run in every time zone of `run.ts`, each with what the zone of the process could change in it.
 * All others run in the first zone alone: what they test asks nothing of that zone, which `time-zones.test.ts` holds.
 */
export const EVERY_ZONE: Readonly<Record<string, string>> = {
  'test/domain/**/*.test.ts': 'reckons with days, and with the zones of people',
  'test/oracle/**/*.test.ts': 'reckons with days a second time',
  'test/chat/**/*.test.ts': 'writes instants in a zone',
  'test/strings/**/*.test.ts': 'writes days and times',
  'test/views/**/*.test.ts': 'writes days and times',
  'test/sheets/**/*.test.ts': 'reads days from tables, and writes them',
  'test/opportunities/**/*.test.ts': 'reads times from feeds and calendars',
  'test/reports/**/*.test.ts': 'prints days; the browser that prints has the zone of the process',
  'test/signing/**/*.test.ts': 'writes the times of the files in an archive',
  'test/store/*/**/*.test.ts': 'sends days and instants through the driver of the database',
  'test/services/*.test.ts': 'reads days from sentences',
  'test/services/notifications/**/*.test.ts': 'decides on which local day a message is sent',
  'test/services/opportunities/**/*.test.ts': 'decides on which days something is offered',
  'test/services/reports/**/*.test.ts': 'goes back to a day',
  'test/commands/records/**/*.test.ts': 'reads the days that people type, and shows them again',
  'test/commands/pace/**/*.test.ts': 'shows days',
  'test/commands/opportunities/**/*.test.ts': 'shows times',
  'test/journeys/**/*.test.ts': 'goes all the way from a platform to the database and back',
  'test/adapters/*/inbound/**/*.test.ts': 'reads the times of messages',
  'test/adapters/teams/package/**/*.test.ts': 'writes the times of the files in an archive',
};

/** The only sources that ask the zone of the process, or that leave a zone to somebody else, each with why that is right. */
export const ASKS_PROCESS_ZONE: Readonly<Record<string, string>> = {
  'adapters/teams/inbound/extension.ts': 'reads an instant that Teams writes with its zone',
  'adapters/teams/tab/client/requests.js': 'runs in the browser, and tells the zone of its person',
  'adapters/teams/package/app-package.ts':
    'the times of files in an archive are local, and this one is the same everywhere',
  'src/opportunities/to-opportunities.ts': 'adds UTC to what has no zone first',
  'src/operator/restore-backup.ts': 'reads an instant of a manifest, which ends with Z',
  'src/services/parse-date.ts': 'the library reads days around noon of the process',
  'src/signing/write-pack.ts': 'the times of files in an archive',
  'src/store/notifications/outbox.ts': 'reads an instant of the database',
  'src/store/read-rows.ts': 'reads an instant of the database, which ends with its zone',
  'src/store/reports/historical-state.ts': 'reads an instant of the database',
  'src/store/reports/reports.ts': 'reads an instant of the database',
  'src/store/reports/signing-keys.ts': 'reads an instant of the database',
  'src/store/workspace-overview.ts': 'reads an instant of the database',
  'src/strings/de/basics.ts': 'writes numbers',
  'src/strings/en/basics.ts': 'writes numbers',
};
