import https from 'node:https';
import { tunnelsOf } from './choose-tunnel.ts';
import type { ProxySettings } from './proxy-settings.ts';
import { tunnelHttpsAgent } from './tunnel-agent.ts';

/** Sends all calls by `fetch`, and by `node:https` without an agent of their own, through the proxy: Slack, Teams, Entra and its keys. */
export async function connectThroughProxy(proxy: ProxySettings): Promise<void> {
  const [{ setGlobalDispatcher }, { proxyDispatcher }] = await Promise.all([
    import('undici'),
    import('./proxy-dispatcher.ts'),
  ]);
  https.globalAgent = tunnelHttpsAgent(tunnelsOf(proxy, 'https:'), { keepAlive: true, timeout: 5000 });
  setGlobalDispatcher(proxyDispatcher(proxy));
}
