/** Slack's limits; in characters unless the name says otherwise. */
export const LIMITS = {
  blocksInMessage: 50,
  blocksInView: 100,
  /** All texts of one message together; Slack refuses more than about 12,000. */
  textInMessage: 11_500,
  /** All texts of one view together, far below its 250 KB. */
  textInView: 40_000,
  text: 3000,
  header: 150,
  viewTitle: 24,
  viewButton: 24,
  metadata: 3000,
  buttonsInRow: 25,
  buttonLabel: 75,
  buttonValue: 2000,
  url: 3000,
  inputLabel: 2000,
  hint: 2000,
  placeholder: 150,
  typed: 3000,
  filesInInput: 10,
  checkboxes: 10,
  options: 100,
  optionLabel: 75,
  optionValue: 150,
  error: 1000,
} as const;
