/** An Adaptive Card element, as far as it is built here. */
export interface Element {
  readonly type: string;
  readonly [property: string]: unknown;
}

/** An Adaptive Card. */
export interface AdaptiveCard extends Element {
  readonly type: 'AdaptiveCard';
  readonly body: readonly Element[];
  readonly actions?: readonly Element[];
}

/** A card as an attachment of an activity. */
export interface CardAttachment {
  readonly contentType: 'application/vnd.microsoft.card.adaptive';
  readonly content: AdaptiveCard;
}

/** Asks a person whether a file may be put among their own. */
export interface ConsentAttachment {
  readonly contentType: 'application/vnd.microsoft.teams.card.file.consent';
  readonly name: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** A file that is there. */
export interface FileAttachment {
  readonly contentType: 'application/vnd.microsoft.teams.card.file.info';
  readonly name: string;
  readonly contentUrl: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** What a message of the bot can carry. */
export type Attachment = CardAttachment | ConsentAttachment | FileAttachment;

/** A card of the version every Teams client knows, over the full width of the message. */
export function adaptiveCard(body: readonly Element[], actions: readonly Element[] = []): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    msteams: { width: 'full' },
    body,
    ...(actions.length === 0 ? {} : { actions }),
  };
}

/** A card, ready to be attached. */
export function attached(content: AdaptiveCard): CardAttachment {
  return { contentType: 'application/vnd.microsoft.card.adaptive', content };
}
