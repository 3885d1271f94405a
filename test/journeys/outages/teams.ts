import { teamsAdapter } from '../../../adapters/teams/index.ts';
import { ANA, CHANNEL, invoke, mentioned, PERSONAL, pressed, typed } from '../../adapters/teams/activities.ts';
import { valuesIn } from '../../adapters/teams/dialogs.ts';
import { APP_ID, TENANT } from '../../adapters/teams/issuer.ts';
import type { Json } from '../../adapters/teams/json.ts';
import { silent } from '../../support/conversation.ts';
import { FaultyNetwork, type OutgoingCall, type PlatformAnswer } from './faults.ts';
import type { OutagePlatform } from './scenarios.ts';
import { Screen } from './shown.ts';

/** The Agents Playground's address, which needs no token. */
const SERVICE = 'http://localhost:56150';

const CHANNEL_REFERENCE = {
  serviceUrl: SERVICE,
  conversation: '19:team@thread.tacv2',
  tenant: TENANT,
  isPersonal: false,
};

/** Teams with Ana. */
export function teamsWithFaults(now: () => Date): OutagePlatform {
  const screen = new Screen();
  const network = new FaultyNetwork((call) => answerOf(call, screen));
  const adapter = teamsAdapter({
    development: true,
    tenantIds: [TENANT],
    log: silent,
    clock: { now },
    pauseMs: 1,
  });
  let dialog: Json;
  const send = async (sent: Record<string, unknown>) => {
    const handle = adapter.route?.handle;
    if (handle === undefined) throw new Error('The adapter has no route.');
    const body = JSON.stringify({ ...sent, serviceUrl: SERVICE });
    const headers = { 'content-type': 'application/json' };
    const answer = await handle(new Request('http://localhost/api/messages', { method: 'POST', body, headers }));
    const text = await answer.text();
    if (text.includes('"task"')) {
      dialog = JSON.parse(text).task.value.card.content;
      screen.add({ place: '', text, kind: 'view' });
    }
  };
  return {
    name: 'teams',
    tenant: TENANT,
    user: ANA.aadObjectId,
    channel: JSON.stringify({ ...CHANNEL_REFERENCE, bot: `28:${APP_ID}` }),
    screen,
    network,
    adapter,
    start: (core) => adapter.start(core),
    say: (text) => send(typed(text)),
    sayInChannel: (text) => send(mentioned(text)),
    press: ({ command, args, opensForm, inChannel }) => {
      const data = { recert: { command, args } };
      return opensForm
        ? send(invoke('task/fetch', { data, context: { theme: 'default' } }))
        : send(pressed(data, inChannel ? { conversation: CHANNEL } : {}));
    },
    submitLast: async (filled) => {
      const [button] = dialog.actions;
      const answers = Object.fromEntries(Object.entries(filled).map(([name, value]) => [`answer.${name}`, value]));
      const data = { ...button.data, ...valuesIn(dialog), ...answers };
      await send(invoke('task/submit', { data, context: { theme: 'default' } }));
    },
  };
}

function answerOf({ method, url, body }: OutgoingCall, screen: Screen): PlatformAnswer {
  const path = url.pathname.split('/').map(decodeURIComponent);
  const [, , , conversation = '', what, id = ''] = path;
  if (what === 'members' || what === 'pagedmembers')
    return { body: { id: ANA.id, aadObjectId: ANA.aadObjectId, name: ANA.name, tenantId: TENANT, userRole: 'user' } };
  if (conversation === '') return { body: { id: PERSONAL.id }, status: 201 };
  const [place = '', thread] = conversation.split(';');
  if (method === 'PUT')
    return { body: { id }, carryOut: () => screen.replace(id, { place, text: body, kind: 'message' }) };
  const nextId = `${screen.shown.length + 1}.000100`;
  const kind = body.includes('file.consent') ? 'file' : 'message';
  return { body: { id: nextId }, status: 201, carryOut: () => void screen.add({ place, thread, text: body, kind }) };
}
