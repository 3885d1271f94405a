/** The address of the API that the app registration exposes, by which Teams asks Entra for tokens of a tab beside a bot. */
export function resourceOf(appId: string, publicUrl: string): string {
  return `api://${new URL(publicUrl).host}/botid-${appId}`;
}
