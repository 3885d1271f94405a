/** An Adaptive Card element. */
export interface Element {
  readonly type: string;
  readonly [property: string]: unknown;
}

/** An Adaptive Card. */
export interface AdaptiveCard extends Element {
  readonly type: 'AdaptiveCard';
  readonly body: readonly Element[];
  readonly actions?: readonly Element[];
  readonly refresh?: { readonly action: Element };
}

/** A card as an attachment. */
export interface CardAttachment {
  readonly contentType: 'application/vnd.microsoft.card.adaptive';
  readonly content: AdaptiveCard;
}

/** A question whether a file may be put into a person's OneDrive. */
interface ConsentAttachment {
  readonly contentType: 'application/vnd.microsoft.teams.card.file.consent';
  readonly name: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** An uploaded file. */
interface FileAttachment {
  readonly contentType: 'application/vnd.microsoft.teams.card.file.info';
  readonly name: string;
  readonly contentUrl: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** What a message of the bot can contain. */
export type Attachment = CardAttachment | ConsentAttachment | FileAttachment;

/** An Adaptive Card 1.5, which every Teams client supports, over the full width of the message. */
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

/** An Adaptive Card as an attachment. */
export function attached(content: AdaptiveCard): CardAttachment {
  return { contentType: 'application/vnd.microsoft.card.adaptive', content };
}
