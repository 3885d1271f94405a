import type { Language } from '../../../src/chat/language.ts';
import type { TabPhrases } from '../../../src/chat/platform-phrases.ts';
import { type Markup, markup, scriptData } from '../../../src/page/markup.ts';
import { FILES_PATH } from './tab-files.ts';

/** The page of the tab before it knows who reads it: it names no person, and its script fetches what it shows. */
export function tabMarkup(texts: Readonly<Record<Language, TabPhrases>>): Markup {
  const { title, loading, noScript } = texts.en;
  return markup`<!doctype html>
<html lang="en" data-theme="light">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>recert: ${title}</title>
  <link rel="stylesheet" href="${FILES_PATH}/page.css">
  <link rel="stylesheet" href="${FILES_PATH}/tab.css">
  <script type="application/json" id="texts">${scriptData(texts)}</script>
  <script defer src="${FILES_PATH}/teams-js.js"></script>
  <script type="module" src="${FILES_PATH}/main.js"></script>
</head>
<body>
  <main>
    <h1 class="hidden-words" id="title">recert</h1>
    <noscript><p class="problem">${noScript}</p></noscript>
    <div id="problem" role="alert"></div>
    <p class="note" id="status" role="status">${loading}</p>
    <div id="answer" hidden></div>
    <div id="home"></div>
  </main>
  <dialog class="card" id="question" aria-labelledby="question-text">
    <p id="question-text"></p>
    <form method="dialog" class="actions">
      <button class="button danger" value="yes" id="question-yes"></button>
      <button class="button plain" value="no" id="question-no"></button>
    </form>
  </dialog>
</body>
</html>`;
}
