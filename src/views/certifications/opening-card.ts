import type { Card } from '../../chat/card.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import { claimed } from '../../domain/holding.ts';
import { statedCredits } from '../../domain/opening-balance-credits.ts';
import type { CreditStanding } from '../../domain/standing.ts';
import type { Words } from '../../strings/index.ts';
import { headlineOf } from '../pace-words.ts';
import { openingAction, statedText } from '../stated-words.ts';

interface StatedHolding {
  readonly certification: Certification;
  readonly standing: CreditStanding;
}

/** The confirmation of what is stated as earned before recert, and where that leaves the certification. */
export function openingCard({ certification, standing }: StatedHolding, today: Day, words: Words): Card {
  const phrases = words.opening;
  const { renewal, counted } = standing;
  const amount = (credits: number) => words.credits(credits, renewal.unit);
  const facts = counted.openings.map(({ opening }) => ({
    label: phrases.until(opening.on),
    value: `${amount(claimed(opening))}, ${opening.accepted === true ? phrases.isAccepted : phrases.isNotAccepted}`,
  }));
  const { stated } = statedCredits(counted);
  const text = statedText(standing, words);
  return {
    title: stated === 0 ? phrases.takenBack(certification.short) : phrases.saved(certification.short, amount(stated)),
    blocks: [
      { kind: 'text', text: [{ bold: headlineOf(standing, words, today) }] },
      ...(facts.length === 0 ? [] : [{ kind: 'facts', facts } as const]),
      ...(text === '' ? [] : [{ kind: 'note', text } as const]),
    ],
    actions: [
      { label: words.log.pace, command: 'pace', args: { text: certification.code } },
      { ...openingAction(certification.code, words), label: phrases.change },
    ],
  };
}
