/** What Teams takes at most; characters unless the name says otherwise. */
export const LIMITS = {
  /** A card, in UTF-8; Teams refuses more than 28 KB. */
  cardBytes: 27 * 1024,
  /** A message's card in characters of two bytes, so that with its envelope it stays below 40 KB. */
  cardCharacters: 19_000,
  primaryActions: 6,
  /** Commands that an app suggests where one types. */
  suggestedCommands: 12,
  actionLabel: 80,
  /** What a button carries: everybody in a conversation can read it. */
  actionData: 3000,
  title: 200,
  text: 4000,
  label: 500,
  placeholder: 200,
  error: 1000,
  url: 2048,
  dialogTitle: 64,
  typed: 4000,
  optionLabel: 150,
  suggestions: 15,
  summary: 300,
  /** Teams asks for 25 results at once. */
  results: 25,
  resultTitle: 120,
  resultText: 240,
  /** An answer to a search, in UTF-8. */
  answerBytes: 200 * 1024,
  body: 256 * 1024,
} as const;

/** Whether a card is small enough to be sent. */
export function fitsCard(card: unknown): boolean {
  const json = JSON.stringify(card);
  return json.length <= LIMITS.cardCharacters && Buffer.byteLength(json) <= LIMITS.cardBytes;
}

/** Whether an answer to a search is small enough to be sent. */
export function fitsAnswer(answer: unknown): boolean {
  return Buffer.byteLength(JSON.stringify(answer)) <= LIMITS.answerBytes;
}
