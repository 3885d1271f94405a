import type { Language } from './language.ts';
import { withLanguage } from './platform-phrases.ts';
import type { Reply } from './reply.ts';

/** The language of a reply, where it says so. */
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

/** A reply marked with the language it is written in. */
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
