import { expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { day } from '../../src/domain/calendar.ts';
import { platforms } from '../../src/platforms.ts';
import { wordsFor } from '../../src/strings/index.ts';
import { activitiesCard, rulesCard } from '../../src/views/certifications/rules-card.ts';
import { ENGLISH } from '../support/phrases.ts';

const words = wordsFor('en-GB');

it('every rule card fits on every platform as a whole', { timeout: 300_000 }, async () => {
  for (const plugin of platforms) {
    if (plugin.preview === undefined) continue;
    const { draw } = await plugin.preview();
    const cut = loadCatalogue().all.flatMap((certification) => {
      const cards = [
        rulesCard(certification, { today: day('2026-11-25'), isOwn: true, shortOf: (code) => code }, words),
        ...[0, 12, 24].map((from) => activitiesCard(certification, words, from)),
      ];
      // The text beside Slack's blocks is for notifications, where a short one is right.
      const drawn = cards.map((card) =>
        JSON.stringify(draw({ kind: 'card', to: 'sender', card }, ENGLISH).json, (name, value) =>
          name === 'text' && typeof value === 'string' && value.length >= 2_900 ? '' : value,
        ),
      );
      return drawn.filter((json) => /…|… and \d+ more/.test(json)).map(() => certification.code);
    });

    expect([plugin.name, cut]).toEqual([plugin.name, []]);
  }
});
