import type { PlatformPlugin } from '../chat/platform-plugin.ts';

/** What the command line can do; each platform says what it writes for its own set-up. */
export function helpText(routes: readonly PlatformPlugin[]): string {
  return `Usage: npm run recert -- COMMAND

  say --as WHO "pace cissp"     what a member would type, answered as text
      --set NAME=VALUE          fills a field of the form that the line opens, and sends it (repeat it)
      --attach FILE             sends a file with the form, or with the line when none is filled in (repeat it)
      --submit                  sends the form as it was opened
      --json                    the reply as JSON
      --out FILE                writes the file that comes with the answer; of several, each with its own ending
  export pace --json            every holding's figures, credits in hundredths
      --on 2026-12-31           on that day, instead of each member's today
  evaluate FILE.json            the same figures for one case in a file, see docs/evaluate.md
  catalogue diff OLD NEW        whom a change between two rule files affects, figure by figure
  rules import FILE             makes a rule file the workspace's own
      --as WHO                  the admin who does it
  rules reset CODE              back to the catalogue's
  sources import FILE           opportunities from a CSV table, a feed, a calendar, or JSON-LD, see docs/opportunities.md
  import FILE                   a member's records from a table, or what “export mine” wrote elsewhere; all of it or
                                nothing, see docs/import.md
      --as WHO                  whose records they are
      --cert CODE               what rows are for that name no certification
      --order day-first         how to read 3/4/2026; or month-first
      --set FIELD=COLUMN        which column says what, where it is not found by its name (repeat it)
      --dry-run                 reads it and says what would be added
  teams import FILE             members of teams from a CSV table with the columns team, user, name and role
                                (member or manager); a team it names has exactly these members then
  audit verify                  walks the log of all changes, and names the first thing that is wrong
      --head SEQ:HASH           a head that was written down elsewhere must be in it
  audit head                    where the log ends; it is in the daily log too
  verify FILE                   whether a report, a table or a pack is what recert sealed, see docs/verify.md
      --key FILE                a public key in PEM that is trusted; without it, those of this recert (repeat it)
  keys                          the public keys that reports are checked with
  keys rotate                   signs with a new key from now on; the old public key is kept
  keys backup --out FILE        writes the private key in use
  keys restore FILE             signs with that one again
  role WHO ROLE                 makes somebody member, manager, auditor or admin
${routes.flatMap(manifestHelp).join('\n')}
  help                          this text

  --workspace W                 a workspace's id, its tenant's, or platform/tenant; without it the sample's

Settings come from the environment, as for npm start. WHO is a member's name or the platform's user id.
Exit codes: 0 done, 1 refused or failed, 2 the command line is wrong.`;
}

function manifestHelp({ platform, manifest }: PlatformPlugin): readonly string[] {
  return manifest.help.map(([option, words]) =>
    option === '' ? `  ${`manifest ${platform}`.padEnd(30)}${words}` : `      ${option.padEnd(26)}${words}`,
  );
}
