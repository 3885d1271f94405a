import { type Form, type FormPart, fieldsOf } from '../../src/chat/form.ts';
import type { FormPhrases, PlatformPhrases } from '../../src/chat/platform-phrases.ts';
import { fieldMarkup } from './field.ts';
import { type Markup, markup, textMarkup } from './markup.ts';

/** A form as HTML; `key` names this drawing of it, so that sending it twice is one act. */
export function formMarkup(form: Form, key: string, { form: phrases }: PlatformPhrases): Markup {
  const drawing = { key, phrases };
  const state = form.state !== undefined && markup`data-state="${form.state}"`;
  return markup`<form class="card form" novalidate autocomplete="off" aria-labelledby="f-${key}" data-command="${form.command}"
    data-key="${key}" data-title="${form.title}" ${state}>
    <h2 id="f-${key}">${form.title}</h2>
    <div data-problem>${form.problem !== undefined && problemMarkup(form.problem)}</div>
    ${summaryMarkup(form, drawing)}
    ${form.parts.map((part) => partMarkup(part, form, drawing))}
    <div class="actions">
      <button type="submit" class="button primary">${form.submit}</button>
      <button type="button" class="button plain" data-cancel>${phrases.cancel}</button>
      <span class="note" role="status" data-status></span>
    </div>
  </form>`;
}

/** What is wrong with a whole form. */
export function problemMarkup(problem: string): Markup {
  return markup`<p class="problem" role="alert">${problem}</p>`;
}

/** Names one drawing of a form, and says what the page says around it. */
interface Drawing {
  readonly key: string;
  readonly phrases: FormPhrases;
}

function partMarkup(part: FormPart, form: Form, { key, phrases }: Drawing): Markup {
  if (part.kind === 'text') return markup`<p class="text">${textMarkup(part.text)}</p>`;
  return fieldMarkup(part, {
    id: fieldId(key, part.name),
    answers: form.answers ?? {},
    error: form.errors?.[part.name],
    phrases,
  });
}

/** Every error once more at the top, with a way to its field; one that belongs to no field is seen only here. */
function summaryMarkup({ parts, errors = {} }: Form, { key, phrases }: Drawing): Markup | false {
  const wrong = Object.entries(errors);
  if (wrong.length === 0) return false;
  const labels = new Map(fieldsOf(parts).map((field) => [field.name, field.label]));
  const lines = wrong.map(([name, words]) => {
    const label = labels.get(name);
    return label === undefined
      ? markup`<li>${words}</li>`
      : markup`<li><a href="#${fieldId(key, name)}">${label}</a>: ${words}</li>`;
  });
  return markup`<div class="problem" role="alert"><p>${phrases.refused(wrong.length)}</p><ul>${lines}</ul></div>`;
}

function fieldId(key: string, name: string): string {
  return `f-${key}-${name}`;
}
