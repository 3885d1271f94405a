import { type Markup, markup } from './markup.ts';
import { TOO_LARGE } from './upload-route.ts';
import { MAX_FILE_BYTES } from './uploads.ts';
import type { CommandHelp, PlaygroundPerson, PlaygroundWorkspace } from './workspace.ts';

const START = ['help', 'certs', 'pace', 'log 1h30 webinar on zero trust yesterday', 'add cissp'];
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='9' " +
  "fill='%231d6b50'/%3E%3Cpath d='M24.5 13.2A9 9 0 1 0 25 16' fill='none' stroke='%23fff' stroke-width='2.6' " +
  "stroke-linecap='round'/%3E%3Cpath d='m11.8 16.3 3 3 6.6-7.2' fill='none' stroke='%23fff' stroke-width='2.6' " +
  "stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E";

/** The whole page: whom to be, the conversation, and the line to type in. */
export function pageMarkup(workspaces: readonly PlaygroundWorkspace[], commands: readonly CommandHelp[]): Markup {
  return markup`<!doctype html>
<html lang="en" data-theme="auto">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>recert playground</title>
  <link rel="icon" href="${ICON}">
  <link rel="stylesheet" href="/playground/style.css">
  <script src="/playground/client.js"></script>
</head>
<body>
  <a class="skip" href="#line">Skip to the input line</a>
  ${headerMarkup()}
  <nav class="people" id="people" aria-label="People">${peopleMarkup(workspaces)}</nav>
  <main>
    <div class="scroll" id="scroll">
      <noscript><p class="problem">The playground needs JavaScript to send what you type.</p></noscript>
      <div id="logs"></div>
    </div>
    ${composerMarkup(commands)}
  </main>
  ${workspaces.map(greetingMarkup)}
</body>
</html>`;
}

function headerMarkup(): Markup {
  return markup`<header class="top">
    <h1><span class="mark">${markMarkup()}</span>recert <span class="tag">playground</span></h1>
    <button type="button" class="chosen" id="chosen" aria-expanded="false" aria-controls="people">
      <span class="hidden-words">You are </span><span id="chosen-name"></span> <span aria-hidden="true">▾</span></button>
    <button type="button" class="theme" id="theme">Theme: <span id="theme-name">auto</span></button>
  </header>`;
}

/** A cycle that closes, with a tick: the mark of recert. */
function markMarkup(): Markup {
  return markup`<svg viewBox="0 0 32 32" aria-hidden="true"><path d="M27 12A11.5 11.5 0 1 0 27.5 16"/>
    <path d="m10.6 16.4 4 4 8.6-9.4"/></svg>`;
}

function peopleMarkup(workspaces: readonly PlaygroundWorkspace[]): readonly Markup[] {
  let first = true;
  return workspaces.map(({ tenant, name, note, people }) => {
    const radios = people.map((person, index) => {
      const radio = personMarkup(tenant, person, index, first);
      first = false;
      return radio;
    });
    return markup`<fieldset><legend>${name}</legend><p class="note">${note}</p>${radios}</fieldset>`;
  });
}

function personMarkup(
  tenant: string,
  { user, name, detail }: PlaygroundPerson,
  index: number,
  chosen: boolean,
): Markup {
  return markup`<label class="person"><input type="radio" name="person" value="${tenant}/${user}" data-tenant="${tenant}"
      data-user="${user}" data-name="${name}" ${chosen && markup`checked`}>
    <span class="avatar hue-${index % 6}" aria-hidden="true">${initialsOf(name)}</span>
    <span class="who"><span class="name">${name}</span><span class="detail">${detail}</span></span></label>`;
}

function composerMarkup(commands: readonly CommandHelp[]): Markup {
  const options = commands.map(
    ({ name, usage, summary }, index) => markup`<li role="option" id="command-${index}" aria-selected="false"
      data-name="${name}" data-usage="${usage}" hidden><code>${usage}</code><span>${summary}</span></li>`,
  );
  return markup`<form class="composer" id="composer" autocomplete="off">
    <ul role="listbox" class="listbox above" id="commands" aria-label="Commands" hidden>${options}</ul>
    <ul class="attached" id="attached" aria-label="Files that go with the line" hidden></ul>
    <p class="error" id="attached-problem" role="alert"></p>
    <div class="line">
      <input type="file" id="files" multiple hidden data-most="${MAX_FILE_BYTES}" data-too-large="${TOO_LARGE}">
      <button type="button" class="clip" id="clip" aria-label="Add files"><svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="m20 11.5-8 8a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7L9.8 17a1.6 1.6 0 0 1-2.3-2.3l7.3-7.3"/></svg></button>
      <label class="hidden-words" for="line">Message to recert</label>
      <input type="text" id="line" role="combobox" aria-autocomplete="list" aria-expanded="false" aria-controls="commands"
        aria-describedby="hint" placeholder="Message recert" enterkeyhint="send" autocapitalize="off" spellcheck="false"
        maxlength="4000">
      <button type="submit" class="send" aria-label="Send"><svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 19V5M5.5 11.5 12 5l6.5 6.5"/></svg></button>
    </div>
    <p class="hint" id="attached-status" role="status"></p>
    <p class="hint" id="hint">Try <b>pace</b>, or <kbd>/</kbd> for every command.
      <span class="keys"><kbd>↑</kbd> brings back what you typed.</span></p>
  </form>`;
}

function greetingMarkup({ tenant, name, note, start = START }: PlaygroundWorkspace): Markup {
  const chips = start.map((line) => markup`<button type="button" class="chip" data-line="${line}">${line}</button>`);
  return markup`<template data-greeting="${tenant}"><section class="greeting">
    <span class="mark big">${markMarkup()}</span>
    <h2>Hello, <span data-first-name></span></h2>
    <p>I keep your certifications alive: log what you learn, and I tell you how you stand, to the day.</p>
    <p class="note">${name}: ${note}</p>
    <div class="chips" role="group" aria-label="Try one of these">${chips}</div>
  </section></template>`;
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== '');
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word = '') => [...word][0] ?? '');
  return letters.join('').toUpperCase();
}
