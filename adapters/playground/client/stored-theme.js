// @ts-check
// Not a module: it runs before the first paint, so that the page does not flash. Modules run only after parsing.
{
  const root = document.documentElement;
  try {
    const stored = localStorage.getItem('recert.theme') ?? '';
    root.dataset.theme = ['auto', 'light', 'dark'].includes(stored) ? stored : 'auto';
  } catch {
    // The browser allows no storage.
    root.dataset.theme = 'auto';
  }
}
