import type { types } from '@slack/bolt';
import { createElement, type ReactNode } from 'react';
import type { PlatformPhrases } from '../../../src/chat/platform-phrases.ts';

interface RenderedInput {
  readonly value: string;
  readonly placeholder: string;
  readonly className: string;
  readonly sign?: string;
}

/** Draws an input with its label, value and hint. */
export function drawInput({ label, hint, optional, element }: types.InputBlock, phrases: PlatformPhrases): ReactNode {
  const { value, placeholder, className, sign } = drawn(element, phrases);
  const shown = value === '' ? span('placeholder', placeholder) : value;
  return createElement(
    'div',
    { className: 'slack-preview-input' },
    createElement(
      'span',
      { className: 'slack-preview-label' },
      label.text,
      optional === true ? span('optional', ` (${phrases.form.optional})`) : null,
    ),
    createElement(
      'span',
      { className: `slack-preview-control ${className}` },
      createElement('span', null, shown),
      sign === undefined ? null : createElement('span', { 'aria-hidden': true }, sign),
    ),
    hint === undefined ? null : span('hint', hint.text),
  );
}

function drawn(element: types.InputBlockElement, { form, preview }: PlatformPhrases): RenderedInput {
  const placeholder = 'placeholder' in element ? (element.placeholder?.text ?? '') : '';
  const select = { className: 'slack-preview-select', sign: '▾' };
  switch (element.type) {
    case 'plain_text_input':
      return {
        value: element.initial_value ?? '',
        placeholder,
        className: element.multiline === true ? 'slack-preview-tall' : '',
      };
    case 'datepicker':
      return { ...select, value: element.initial_date ?? '', placeholder: placeholder || preview.pickDate };
    case 'static_select':
    case 'external_select':
      return { ...select, value: labelOf(element.initial_option), placeholder: placeholder || preview.pickOption };
    case 'multi_static_select': {
      const value = (element.initial_options ?? []).map(labelOf).join(', ');
      return { ...select, value, placeholder: placeholder || preview.pickOptions };
    }
    case 'users_select':
      return { ...select, value: element.initial_user ?? '', placeholder: placeholder || preview.pickOption };
    case 'multi_users_select': {
      const value = (element.initial_users ?? []).join(', ');
      return { ...select, value, placeholder: placeholder || preview.pickOptions };
    }
    case 'checkboxes': {
      const ticked = (element.initial_options ?? []).map(({ value }) => value);
      const value = element.options.map((one) => `${ticked.includes(one.value) ? '☑' : '☐'} ${labelOf(one)}`);
      return { value: value.join('\n'), placeholder, className: 'slack-preview-bare' };
    }
    case 'file_input':
      return { value: form.addFiles, placeholder, className: 'slack-preview-files', sign: '+' };
    default:
      throw new Error(`No preview for the input ${element.type}.`);
  }
}

function labelOf(option: types.PlainTextOption | types.MrkdwnOption | undefined): string {
  return option?.text.text ?? '';
}

function span(name: string, text: string): ReactNode {
  return createElement('span', { className: `slack-preview-${name}` }, text);
}
