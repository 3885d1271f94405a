import type { Language } from './language.ts';
import { withLanguage } from './platform-phrases.ts';
import type { Reply } from './reply.ts';

/** The language of a reply, if it is marked with one. */
export function languageOf(reply: Reply): Language | undefined {
  switch (reply.kind) {
    case 'card':
      return reply.card.language;
    case 'form':
      return reply.form.language;
    case 'stay':
      return reply.language;
  }
}

/** Marks a reply with its language. */
export function replyInLanguage(reply: Reply, language: Language): Reply {
  switch (reply.kind) {
    case 'card':
      return { ...reply, card: withLanguage(reply.card, language) };
    case 'form':
      return { ...reply, form: withLanguage(reply.form, language) };
    case 'stay':
      return { ...reply, language };
  }
}
