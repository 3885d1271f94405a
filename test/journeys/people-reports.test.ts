import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { day } from '../../src/domain/calendar.ts';
import { digestOf, memberStatusOf } from '../../src/domain/digest-content.ts';
import { nudgesFor } from '../../src/domain/nudge.ts';
import { toWatchedHolding } from '../../src/services/notifications/watched-holding.ts';
import { loadStandings } from '../../src/services/teams/team-standings.ts';
import { DEFAULT_REMINDER_STATE } from '../../src/store/notifications/reminder-states.ts';
import texts from '../../src/strings/de/catalogue-texts.json' with { type: 'json' };
import { wordsFor } from '../../src/strings/index.ts';
import { digestDetailsCard } from '../../src/views/notifications/digest-card.ts';
import { printed } from '../support/audited-team.ts';
import type { Talk } from '../support/conversation.ts';
import { cardOf } from '../support/conversation.ts';
import { Shelf } from '../support/file-shelf.ts';
import { asPerson, numberOf, OTHERS, people, TODAY, tellingWords } from '../support/people.ts';
import { workspaceOf } from '../support/records.ts';
import { openStore } from '../support/store.ts';

const world = openStore();
const words = wordsFor('en-GB');
const catalogue = loadCatalogue();
const today = day(TODAY);

/** The standings of a person as digests and nudges see them. */
async function standingsOf(holder: Talk) {
  const workspaceId = await workspaceOf(holder, world.store);
  return world.store.inWorkspace(workspaceId, async (data) => {
    const everybody = await data.people.all();
    const [member] = await loadStandings(everybody, () => today, Object.assign(data, { catalogue }));
    if (member === undefined) throw new Error('Nobody is there.');
    return member;
  });
}

/** Texts of several words that the catalogue has in German. */
const TRANSLATED = Object.entries(texts).flatMap(([english, german]) =>
  english !== german && english.includes(' ') ? [english] : [],
);

/** The text of a printed report, without its tags. */
async function reportOf(holder: Talk, shelf: Shelf): Promise<string> {
  cardOf(await holder.say('report mine'));
  await holder.core.idle();
  const html = Buffer.from(shelf.last('.pdf').bytes).toString('utf8');
  return html
    .replace(/<style[\s\S]*?<\/style>|<svg[\s\S]*?<\/svg>/gu, '')
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ');
}

const credits = (hundredths: number) => words.amount(hundredths);

describe.each(people)('$person', (person) => {
  const others = OTHERS[numberOf(person.person)] ?? [];

  it('reads the same in the digest and in nudges', async () => {
    const holder = await asPerson(person, { store: world.store });
    const { holdings } = await standingsOf(holder);
    const digest = digestOf([{ personId: 'p', name: 'Ana', isNamed: true, holdings }], today);
    const shown = { team: { teamId: 't', name: 'Security' }, week: '2026-W48', today, digest };
    const text = JSON.stringify(digestDetailsCard(shown, words));
    const addedOn = day('2024-01-01');
    const watched = holdings.map((one) => toWatchedHolding(one, DEFAULT_REMINDER_STATE, addedOn));
    const { topics } = nudgesFor(watched, { told: new Set(), mayEscalate: false }, today);
    const behind = topics.flatMap((topic) => (topic.kind === 'behind' ? [topic.watched.certification.code] : []));

    for (const { case: held, headline, status, requirements } of person.holdings) {
      const one = holdings.find(({ certification }) => certification.code === held.certification);
      expect(one && memberStatusOf(one.standing), held.certification).toBe(status);
      const said =
        status === 'met' ? [`${one?.certification.short} ${words.digest.status.met}`] : tellingWords(headline);
      for (const telling of said) expect(text, held.certification).toContain(telling);
      for (const missed of requirements.filter((requirement) => requirement.status === 'missed'))
        expect(text, missed.name).toMatch(new RegExp(`missed: [^)]*, ${credits(missed.remaining)} [^)]* short`, 'u'));
      expect(behind.includes(held.certification), `nudge about ${held.certification}`).toBe(
        status === 'behind' || status === 'missed',
      );
    }
    for (const { certification, says, inDigest = says } of others) {
      for (const telling of inDigest) expect(text, certification).toContain(telling);
      expect(behind).not.toContain(certification);
    }
  });

  it('says nothing of the catalogue in English in a German report', async () => {
    const shelf = new Shelf();
    const options = { store: world.store, adapters: [shelf.adapter], print: printed, profile: { locale: 'de-DE' } };

    const text = await reportOf(await asPerson(person, options), shelf);

    const english = TRANSLATED.filter((one) => text.includes(` ${one} `) || text.includes(` ${one}:`));
    expect(text).toContain('Regeln für');
    expect(english).toEqual([]);
  });

  it('reads the same in the report', async () => {
    const shelf = new Shelf();
    const holder = await asPerson(person, { store: world.store, adapters: [shelf.adapter], print: printed });
    const text = await reportOf(holder, shelf);

    for (const { case: held, headline, status, requirements } of person.holdings) {
      const { short = '' } = catalogue.get(held.certification) ?? {};
      for (const telling of tellingWords(headline))
        expect(text.toLowerCase(), held.certification).toContain(telling.toLowerCase());
      const kind = status as 'met' | 'missed' | 'behind' | 'ahead' | 'on-track';
      expect(text, `summary of ${short}`).toMatch(
        new RegExp(`${escaped(short)} ${words.report.print.status(kind)}`, 'u'),
      );
      for (const { name, window, required, counted, remaining, delta, ...rest } of requirements) {
        if (rest.status === 'recommendation') continue;
        expect(text, `${held.certification}: ${name}`).toContain(words.span(window.start, window.end));
        expect(text, `${held.certification}: ${name}`).toMatch(
          new RegExp(
            `${escaped(words.span(window.start, window.end))} ${credits(required)} [\\d.,]+ ${credits(counted)} `,
            'u',
          ),
        );
        if (rest.status === 'missed')
          expect(text).toContain(`${credits(remaining)} short, over since ${words.date(window.end)}`);
        else if (rest.status !== 'met') expect(text, name).toContain(words.report.print.offBy(delta));
      }
    }
    for (const { certification, says } of others)
      for (const telling of says) expect(text.toLowerCase(), certification).toContain(telling.toLowerCase());
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
