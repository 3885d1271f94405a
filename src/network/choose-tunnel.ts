import type { ProxySettings } from './proxy-settings.ts';
import { openTunnel } from './tunnel.ts';
import type { OpenTunnel } from './tunnel-agent.ts';

/** Returns what opens connections to http or https addresses through the proxy that is set for them. */
export function tunnelsOf(proxy: ProxySettings, protocol: 'http:' | 'https:'): OpenTunnel {
  const address = protocol === 'https:' ? proxy.https : proxy.http;
  return (target) => (address === undefined || proxy.isDirect(target) ? undefined : openTunnel(address, target));
}
