import type { Language } from '../../src/chat/language.ts';
import type { PagePhrases } from '../../src/chat/platform-phrases.ts';
import { type Markup, markup, scriptData } from '../../src/page/markup.ts';
import { MAX_FILE_BYTES } from './uploads.ts';
import {
  type CommandHelp,
  type PageText,
  type PlaygroundPerson,
  type PlaygroundWorkspace,
  textIn,
} from './workspace.ts';

const START: readonly PageText[] = [
  'help',
  'certs',
  'pace',
  { en: 'log 1h30 webinar on zero trust yesterday', de: 'log 1h30 Webinar zu Zero Trust gestern' },
  'add cissp',
];
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='9' " +
  "fill='%231d6b50'/%3E%3Cpath d='M24.5 13.2A9 9 0 1 0 25 16' fill='none' stroke='%23fff' stroke-width='2.6' " +
  "stroke-linecap='round'/%3E%3Cpath d='m11.8 16.3 3 3 6.6-7.2' fill='none' stroke='%23fff' stroke-width='2.6' " +
  "stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E";

/** The texts of the page in one language. */
export interface PageTexts {
  readonly phrases: PagePhrases;
  readonly commands: readonly CommandHelp[];
}

/** The people to choose from and the texts in each language; the page uses the chosen person's. */
export interface PageContent {
  readonly workspaces: readonly PlaygroundWorkspace[];
  readonly texts: Readonly<Record<Language, PageTexts>>;
  /** The language of a person before their first message. */
  readonly languageOf: (tenant: string, person: PlaygroundPerson) => Language;
}

/** The whole page: the list of people, the conversation and the input line. `data-say` names a phrase, so the script can change the language. */
export function pageMarkup(content: PageContent): Markup {
  const { workspaces, texts, languageOf } = content;
  const [first] = workspaces;
  const person = first?.people[0];
  const language = first && person ? languageOf(first.tenant, person) : 'en';
  const { phrases, commands } = texts[language];
  return markup`<!doctype html>
<html lang="${language}" data-theme="auto">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${phrases.title}</title>
  <link rel="icon" href="${ICON}">
  <link rel="stylesheet" href="/playground/page.css">
  <link rel="stylesheet" href="/playground/style.css">
  <script type="application/json" id="texts">${scriptData(texts)}</script>
  <script src="/playground/client/stored-theme.js"></script>
  <script type="module" src="/playground/client/main.js"></script>
</head>
<body>
  <a class="skip" href="#line" data-say="skip">${phrases.skip}</a>
  ${headerMarkup(phrases)}
  <nav class="people" id="people" aria-label="${phrases.people}" data-say-label="people">${peopleMarkup(content, language)}</nav>
  <main>
    <div class="scroll" id="scroll">
      <noscript><p class="problem">${phrases.noScript}</p></noscript>
      <div id="logs"></div>
    </div>
    ${composerMarkup(phrases, commands)}
  </main>
  ${workspaces.map((workspace) => greetingMarkup(workspace, phrases, language))}
</body>
</html>`;
}

function headerMarkup({ tag, youAre, theme, themes }: PagePhrases): Markup {
  return markup`<header class="top">
    <h1><span class="mark">${markMarkup()}</span>recert <span class="tag" data-say="tag">${tag}</span></h1>
    <button type="button" class="chosen" id="chosen" aria-expanded="false" aria-controls="people">
      <span class="hidden-words" data-say="youAre">${youAre}</span> <span id="chosen-name"></span> <span aria-hidden="true">▾</span></button>
    <button type="button" class="theme" id="theme"><span data-say="theme">${theme}</span> <span id="theme-name">${themes.auto}</span></button>
  </header>`;
}

/** The logo of recert. */
function markMarkup(): Markup {
  return markup`<svg viewBox="0 0 32 32" aria-hidden="true"><path d="M27 12A11.5 11.5 0 1 0 27.5 16"/>
    <path d="m10.6 16.4 4 4 8.6-9.4"/></svg>`;
}

function peopleMarkup({ workspaces, languageOf }: PageContent, shown: Language): readonly Markup[] {
  let first = true;
  return workspaces.map(({ tenant, name, note, people }) => {
    const radios = people.map((person, index) => {
      const radio = personMarkup(person, {
        tenant,
        index,
        language: languageOf(tenant, person),
        shown,
        isFirst: first,
      });
      first = false;
      return radio;
    });
    return markup`<fieldset><legend>${spanMarkup(name, shown)}</legend><p class="note">${spanMarkup(note, shown)}</p>${radios}</fieldset>`;
  });
}

/** A person's position in the list. */
interface ListPosition {
  readonly tenant: string;
  readonly index: number;
  readonly language: Language;
  /** The language of the page. */
  readonly shown: Language;
  readonly isFirst: boolean;
}

function personMarkup(
  { user, name, detail }: PlaygroundPerson,
  { tenant, index, language, shown, isFirst }: ListPosition,
): Markup {
  return markup`<label class="person"><input type="radio" name="person" value="${tenant}/${user}" data-tenant="${tenant}"
      data-user="${user}" data-name="${name}" data-language="${language}" ${isFirst && markup`checked`}>
    <span class="avatar hue-${index % 6}" aria-hidden="true">${initialsOf(name)}</span>
    <span class="who"><span class="name">${name}</span><span class="detail">${spanMarkup(detail, shown)}</span></span></label>`;
}

function composerMarkup(phrases: PagePhrases, commands: readonly CommandHelp[]): Markup {
  const options = commands.map(
    ({ name, usage, summary }, index) => markup`<li role="option" id="command-${index}" aria-selected="false"
      data-name="${name}" data-usage="${usage}" hidden><code>${usage}</code><span>${summary}</span></li>`,
  );
  return markup`<form class="composer" id="composer" autocomplete="off">
    <ul role="listbox" class="listbox above" id="commands" aria-label="${phrases.commands}" data-say-label="commands" hidden>${options}</ul>
    <ul class="attached" id="attached" aria-label="${phrases.attached}" data-say-label="attached" hidden></ul>
    <p class="error" id="attached-problem" role="alert"></p>
    <div class="line">
      <input type="file" id="files" multiple hidden data-max-bytes="${MAX_FILE_BYTES}">
      <button type="button" class="clip" id="clip" aria-label="${phrases.addFiles}" data-say-label="addFiles"><svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="m20 11.5-8 8a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7L9.8 17a1.6 1.6 0 0 1-2.3-2.3l7.3-7.3"/></svg></button>
      <label class="hidden-words" for="line" data-say="lineLabel">${phrases.lineLabel}</label>
      <input type="text" id="line" role="combobox" aria-autocomplete="list" aria-expanded="false" aria-controls="commands"
        aria-describedby="hint" placeholder="${phrases.lineLabel}" enterkeyhint="send" autocapitalize="off" spellcheck="false"
        maxlength="4000">
      <button type="submit" class="send" aria-label="${phrases.send}" data-say-label="send"><svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 19V5M5.5 11.5 12 5l6.5 6.5"/></svg></button>
    </div>
    <p class="hint" id="attached-status" role="status"></p>
    <p class="hint" id="hint"><span id="hint-default"><span data-say="hint">${phrases.hint}</span> <b>pace</b>
      <span data-say="hintOr">${phrases.hintOr}</span> <kbd>/</kbd> <span data-say="hintCommands">${phrases.hintCommands}</span>
      <span class="keys"><kbd>↑</kbd> <span data-say="hintRecall">${phrases.hintRecall}</span></span></span>
      <span id="hint-command" hidden></span></p>
  </form>`;
}

function greetingMarkup(
  { tenant, name, note, start = START }: PlaygroundWorkspace,
  phrases: PagePhrases,
  language: Language,
): Markup {
  const chips = start.map((text) => {
    const line = textIn(text, language);
    return markup`<button type="button" class="chip" data-line="${line}"${languagesMarkup(text)}>${line}</button>`;
  });
  return markup`<template data-greeting="${tenant}"><section class="greeting">
    <span class="mark big">${markMarkup()}</span>
    <h2><span data-say="hello">${phrases.hello}</span> <span data-first-name></span></h2>
    <p data-say="greeting">${phrases.greeting}</p>
    <p class="note">${spanMarkup(name, language)}: ${spanMarkup(note, language)}</p>
    <div class="chips" role="group" aria-label="${phrases.suggestions}" data-say-label="suggestions">${chips}</div>
  </section></template>`;
}

/** A text that the script shows in the current person's language. */
function spanMarkup(text: PageText, language: Language): Markup {
  return markup`<span${languagesMarkup(text)}>${textIn(text, language)}</span>`;
}

function languagesMarkup(text: PageText): Markup {
  return typeof text === 'string' ? markup`` : markup` data-en="${text.en}" data-de="${text.de}"`;
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== '');
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word = '') => [...word][0] ?? '');
  return letters.join('').toUpperCase();
}
