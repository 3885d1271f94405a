/** Whether a text is an id as the store makes them; anything else is no row's, and PostgreSQL would refuse to compare it. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
