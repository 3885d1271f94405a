import { type Form, type FormPart, fieldsOf, partsByNeed } from '../chat/form.ts';
import type { FormPhrases } from '../chat/platform-phrases.ts';
import { fieldMarkup } from './field.ts';
import { type Markup, markup, textMarkup } from './markup.ts';

/** How a form is drawn: with the page's own phrases and, where files can be sent with it, their maximum size. */
export interface FormDrawing {
  readonly phrases: FormPhrases;
  readonly maxFileBytes?: number;
}

/** A form as HTML; `key` is its idempotency key. */
export function formMarkup(form: Form, key: string, how: FormDrawing): Markup {
  const { phrases } = how;
  const drawing = { ...how, key };
  const { main, extra } = partsByNeed(form);
  const state = form.state !== undefined && markup`data-state="${form.state}"`;
  return markup`<form class="card form" novalidate autocomplete="off" aria-labelledby="f-${key}" data-command="${form.command}"
    data-key="${key}" data-title="${form.title}" ${state}>
    <h2 id="f-${key}">${form.title}</h2>
    <div data-problem>${form.problem !== undefined && problemMarkup(form.problem)}</div>
    ${summaryMarkup(form, drawing)}
    ${main.map((part) => partMarkup(part, form, drawing))}
    ${extra.length > 0 && markup`<details class="more-fields"><summary>${form.moreFields ?? phrases.moreFields}</summary>${extra.map((part) => partMarkup(part, form, drawing))}</details>`}
    <div class="actions">
      <button type="submit" class="button primary">${form.submit}</button>
      <button type="button" class="button plain" data-cancel>${phrases.cancel}</button>
      <span class="note" role="status" data-status></span>
    </div>
  </form>`;
}

/** An error of a whole form. */
export function problemMarkup(problem: string): Markup {
  return markup`<p class="problem" role="alert">${problem}</p>`;
}

type KeyedDrawing = FormDrawing & { readonly key: string };

function partMarkup(part: FormPart, form: Form, { key, ...how }: KeyedDrawing): Markup {
  if (part.kind === 'text') return markup`<p class="text">${textMarkup(part.text)}</p>`;
  return fieldMarkup(part, {
    id: fieldId(key, part.name),
    answers: form.answers ?? {},
    error: form.errors?.[part.name],
    ...how,
  });
}

/** All errors at the top with links to their fields; errors of no field are shown only here. */
function summaryMarkup({ parts, errors = {} }: Form, { key, phrases }: KeyedDrawing): Markup | false {
  const all = Object.entries(errors);
  if (all.length === 0) return false;
  const labels = new Map(fieldsOf(parts).map((field) => [field.name, field.label]));
  const lines = all.map(([name, words]) => {
    const label = labels.get(name);
    return label === undefined
      ? markup`<li>${words}</li>`
      : markup`<li><a href="#${fieldId(key, name)}">${label}</a>: ${words}</li>`;
  });
  return markup`<div class="problem" role="alert"><p>${phrases.refused(all.length)}</p><ul>${lines}</ul></div>`;
}

function fieldId(key: string, name: string): string {
  return `f-${key}-${name}`;
}
