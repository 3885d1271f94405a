/**
 * Test files that run in one time zone only, each with the reason why the zone of the process cannot change their result.
 * All others run in every zone of `run.ts`.
 */
export const ONE_ZONE: Readonly<Record<string, string>> = {
  'test/architecture.test.ts': 'reads source files',
  'test/names.test.ts': 'reads source files',
  'test/docs/links.test.ts': 'reads documentation',
  'test/docs/readme.test.ts': 'reads documentation',
  'test/contract/take-out.test.ts': 'compiles the repository without one platform',
  'test/adapters/teams/packages.test.ts': 'reads source files',
  'test/adapters/slack/package/*.test.ts': 'manifests have no dates',
  'test/adapters/teams/package/*.test.ts': 'manifests have no dates',
  'test/adapters/slack/contract.test.ts': 'draws replies with fixed text',
  'test/adapters/teams/contract.test.ts': 'draws replies with fixed text',
  'test/adapters/playground/contract.test.ts': 'draws replies with fixed text',
  'test/adapters/playground/browser.test.ts': 'clicks through fixed replies in a browser',
  'test/adapters/playground/files-browser.test.ts': 'uploads files in a browser',
  'test/adapters/playground/uploads.test.ts': 'uploads files',
  'test/adapters/slack/faults.test.ts': 'counts messages sent through a failing network',
  'test/adapters/slack/process.test.ts': 'runs the process; its cards are tested in both zones by journeys',
  'test/process/cli.test.ts': 'runs the process; what commands answer is tested in both zones by journeys',
  'test/process/playground.test.ts': 'runs the process; what commands answer is tested in both zones by journeys',
  'test/file-store/*.test.ts': 'bytes have no dates',
  'test/limits/*.test.ts': 'measures durations',
  'test/settings/*.test.ts': 'settings have no dates',
  'test/printer/*.test.ts': 'prints fixed pages',
  'test/store/kill.test.ts': 'compares the log with its tables after a kill',
  'test/store/tampering.test.ts': 'compares the log with its tables after each change',
  'test/store/row-level-security.test.ts': 'compares workspace ids',
  'test/store/incompatible-data.test.ts': 'reads the list of migrations',
};
