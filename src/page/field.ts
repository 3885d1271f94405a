import { type Answers, answerOf, answersOf, type Field, type Option } from '../chat/form.ts';
import type { FormPhrases } from '../chat/platform-phrases.ts';
import { type Markup, markup } from './markup.ts';

/** A field's input id, answers and error. */
export interface FieldState {
  readonly id: string;
  readonly answers: Answers;
  readonly error: string | undefined;
  /** The page's own phrases. */
  readonly phrases: FormPhrases;
  /** The maximum size of a file; without it, the page takes no files. */
  readonly maxFileBytes?: number;
}

type Of<Kind extends Field['kind']> = Extract<Field, { kind: Kind }>;

/** A field with its label, hint and error, which is linked to the input for screen readers. */
export function fieldMarkup(field: Field, state: FieldState): Markup {
  const hint = field.hint !== undefined && markup`<p class="hint" id="${state.id}-hint">${field.hint}</p>`;
  const error =
    state.error !== undefined &&
    markup`<p class="error" id="${state.id}-error"><span aria-hidden="true">▲ </span>${state.error}</p>`;
  const optional = field.optional && markup` <span class="optional">(${state.phrases.optional})</span>`;
  if (field.kind === 'choices' || field.kind === 'people') {
    const people = field.kind === 'people' && markup`data-people data-max="${String(field.max)}"`;
    return markup`<fieldset class="field" data-choices="${field.name}" ${people}><legend class="label">${field.label}${optional}</legend>
      ${hint}${optionsMarkup(field, state, 0)}${error}</fieldset>`;
  }
  if (field.kind === 'file') {
    return markup`<fieldset class="field" data-choices="${field.name}"><legend class="label">${field.label}${optional}</legend>
      ${hint}${optionsMarkup(field, state, 1)}${fileMarkup(field, state)}${error}</fieldset>`;
  }
  return markup`<div class="field"><label class="label" for="${state.id}">${field.label}${optional}</label>
    ${hint}${inputMarkup(field, state)}${error}</div>`;
}

function inputMarkup(field: Exclude<Field, Of<'choices' | 'people' | 'file'>>, state: FieldState): Markup {
  const answer = answerOf(state.answers, field.name);
  const shared = sharedAttributes(field, state);
  switch (field.kind) {
    case 'line':
      return markup`<input type="text" ${shared} value="${answer}">`;
    case 'paragraph':
      // HTML drops the first newline of a textarea.
      return markup`<textarea rows="4" ${shared}>${'\n'}${answer}</textarea>`;
    case 'number':
      return markup`<input type="text" inputmode="decimal" class="short" ${shared} value="${answer}">`;
    case 'date':
      return markup`<input type="${dateType(answer)}" class="short" ${shared} value="${answer}">`;
    case 'choice':
      return choiceMarkup(field, answer, { shared, placeholder: field.placeholder ?? state.phrases.choose });
    case 'search':
      return searchMarkup(field, answer, state);
  }
}

function sharedAttributes(field: Field, state: FieldState): Markup {
  const { name, placeholder } = field;
  return markup`name="${name}" id="${state.id}" ${stateAttributes(field, state)}
    ${placeholder !== undefined && markup`placeholder="${placeholder}"`}`;
}

/** Links the input to its error first and then to its hint. */
function stateAttributes({ hint }: Field, { id, error }: FieldState): Markup {
  const describedBy = [...(error === undefined ? [] : [`${id}-error`]), ...(hint === undefined ? [] : [`${id}-hint`])];
  return markup`${describedBy.length > 0 && markup`aria-describedby="${describedBy.join(' ')}"`}
    ${error !== undefined && markup`aria-invalid="true"`}`;
}

/** A date input shows ISO dates only, so any other answer is shown in a text input. */
function dateType(answer: string): 'date' | 'text' {
  return answer === '' || /^\d{4}-\d{2}-\d{2}$/u.test(answer) ? 'date' : 'text';
}

function choiceMarkup(
  field: Of<'choice'>,
  answer: string,
  { shared, placeholder }: { readonly shared: Markup; readonly placeholder: string },
): Markup {
  const options = field.options.map(
    ({ value, label, detail }) =>
      markup`<option value="${value}" ${value === answer && markup`selected`}>${withDetail(label, detail)}</option>`,
  );
  return markup`<select ${shared}><option value="">${placeholder}</option>${options}</select>`;
}

/** Checkboxes numbered from `first`; number 0 has the field's own id, which the error summary links to. */
function optionsMarkup(field: Of<'choices' | 'people' | 'file'>, state: FieldState, first: number): readonly Markup[] {
  const chosen = new Set(answersOf(state.answers, field.name));
  return field.options.map(({ value, label, detail }, index) => {
    const id = index + first === 0 ? state.id : `${state.id}-${index + first}`;
    const checked = chosen.has(value) && markup`checked`;
    return markup`<label class="check"><input type="checkbox" name="${field.name}" id="${id}" value="${value}"
      ${stateAttributes(field, state)} ${checked}><span>${label}${detail !== undefined && markup`<small>${detail}</small>`}</span></label>`;
  });
}

/** An input for new files; it has no name, because files are uploaded before the form is sent. */
function fileMarkup(field: Of<'file'>, state: FieldState): Markup {
  const { chooseFiles, addFiles, filesByChat } = state.phrases;
  if (state.maxFileBytes === undefined) return markup`<p class="hint">${filesByChat}</p>`;
  const label = field.options.length === 0 ? chooseFiles : addFiles;
  return markup`<input type="file" id="${state.id}" aria-label="${field.label}: ${label}" data-files="${field.name}" multiple
    ${stateAttributes(field, state)} data-max-bytes="${state.maxFileBytes}">`;
}

function searchMarkup(field: Of<'search'>, answer: string, state: FieldState): Markup {
  const { name, source, options, placeholder } = field;
  const chosen = options.find((option) => option.value === answer);
  return markup`<div class="search">
    <input type="text" role="combobox" id="${state.id}" data-source="${source}" value="${chosen?.label ?? answer}"
      aria-autocomplete="list" aria-expanded="false" aria-controls="${state.id}-list" ${stateAttributes(field, state)}
      placeholder="${placeholder ?? state.phrases.search}">
    <input type="hidden" name="${name}" value="${chosen?.value ?? answer}">
    <ul role="listbox" id="${state.id}-list" aria-label="${state.phrases.suggestions}" class="listbox" hidden></ul>
  </div>`;
}

function withDetail(label: string, detail: Option['detail']): string {
  return detail === undefined ? label : `${label} (${detail})`;
}
