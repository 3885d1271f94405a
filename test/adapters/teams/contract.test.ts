import { cardOf } from '../../../adapters/teams/cards/card.ts';
import { formDialog } from '../../../adapters/teams/cards/dialog.ts';
import { teamsPreview } from '../../../adapters/teams/preview/preview.ts';
import { describeDrawing } from '../../contract/adapter-contract.ts';
import { describeReplies } from '../../contract/replies.ts';
import { textOfHtml } from '../../support/html.ts';
import { checkCard } from './adaptive-card.ts';

describeDrawing({
  card: (card, phrases) => shownByTeams(cardOf(card, phrases)),
  form: (form, phrases) => shownByTeams(formDialog(form, '00000000-0000-4000-8000-000000000000', phrases)),
});
describeReplies(
  (reply, phrases) => {
    const { json } = teamsPreview.draw(reply, phrases);
    return checkCard(reply.kind === 'form' ? (json as ReturnType<typeof formDialog>).card.content : json);
  },
  (reply, phrases) => textOfHtml(teamsPreview.draw(reply, phrases).html),
);

/** The strings that Teams shows; text blocks and facts, which it would read as markup, hold plain words only. */
function shownByTeams(payload: unknown): string {
  const found: string[] = [];
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('type' in part && part.type === 'FactSet') throw new Error('Teams would read facts as markup.');
    for (const [name, child] of Object.entries(part)) {
      if (typeof child !== 'string') visit(child);
      else if (['text', 'title', 'label', 'value', 'errorMessage', 'placeholder'].includes(name)) found.push(child);
    }
    if (
      'type' in part &&
      part.type === 'TextBlock' &&
      'text' in part &&
      /[^\p{L}\p{N} ,’“”–?!]/u.test(`${part.text}`)
    ) {
      throw new Error(`Teams would read this as markup: ${part.text}`);
    }
  };
  visit(payload);
  // Between the braces of a date stands a joiner that nobody sees.
  return found.join('\n').replaceAll('\u2060', '');
}
