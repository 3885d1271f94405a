import type { failureWords as Source } from '../en/failure.ts';

export const failureWords = (): ReturnType<typeof Source> => ({
  title: 'Das hat nicht geklappt',
  text: (reference) =>
    `Bei uns ist etwas schiefgegangen, nicht bei dir. Nichts, was bestätigt wurde, ist verloren. Bitte versuch es noch einmal; wenn es bleibt, gib deinem Admin diese Nummer: ${reference}`,
  slow: (reference) =>
    `Die Datenbank antwortet nicht rechtzeitig. Bitte versuch es gleich noch einmal. Nummer: ${reference}`,
  slowAct: (reference) =>
    `Die Datenbank antwortet nicht rechtzeitig, darum weiß ich nicht, ob das geschehen ist. Sieh mit „pace“ nach, bevor du es wiederholst. Nummer: ${reference}`,
  slowSave: (reference) =>
    `Die Datenbank antwortet nicht rechtzeitig. Ob das gespeichert ist, steht noch nicht fest; schick es noch einmal, doppelt gespeichert wird es nicht. Nummer: ${reference}`,
  notAllowed: 'Deine Rolle erlaubt das nicht. Frag einen Admin eures Arbeitsbereichs.',
});
