/** The words and values of HTML, entities resolved; an element that we did not build would lose its words. */
export function textOfHtml(html: string): string {
  const values = [...html.matchAll(/\s(?:value|placeholder|title|aria-label)="([^"]*)"/g)].map((match) => match[1]);
  const text = html.replace(/<[^>]*>/g, '\n');
  return [text, ...values]
    .join('\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
