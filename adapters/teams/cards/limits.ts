/** Teams' limits; in characters unless the name says otherwise. */
export const LIMITS = {
  /** A card in UTF-8; Teams refuses more than 28 KB. */
  cardBytes: 27 * 1024,
  /** A card in UTF-16 units, so that the message with its envelope stays below 40 KB. */
  cardCharacters: 19_000,
  primaryActions: 6,
  /** Commands suggested in the message box. */
  suggestedCommands: 12,
  actionLabel: 80,
  /** A button's data, which everyone in a conversation can read. */
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
  /** Teams requests 25 results at a time. */
  results: 25,
  resultTitle: 120,
  resultText: 240,
  /** A search result in UTF-8. */
  answerBytes: 200 * 1024,
  body: 256 * 1024,
} as const;

/** Whether a card is small enough to be sent. */
export function fitsCard(card: unknown): boolean {
  const json = JSON.stringify(card);
  return json.length <= LIMITS.cardCharacters && Buffer.byteLength(json) <= LIMITS.cardBytes;
}

/** Whether a search result is small enough to be sent. */
export function fitsAnswer(answer: unknown): boolean {
  return Buffer.byteLength(JSON.stringify(answer)) <= LIMITS.answerBytes;
}
