import { GetCallerIdentity } from '../../operations';
import { Sts } from '../../operations/sts/product';
import { bypassesProxy } from '../../rpc/noProxy';
import type { Check } from '../Check';
import { ok } from '../Finding';
import { diagnose } from '../diagnose';
import { identityOf } from '../reads';

/** Whether the first call gets an answer, whatever it says. */
export const networkCheck: Check = {
  name: 'network',
  about: 'the way to the upstream: proxy, certificates, hosts',
  run: async (probe) => {
    const { proxyUrl, noProxy, caFile, vpcRegion } = probe.settings.network;
    const { protocol, host, origin } = new URL(probe.endpointOf(Sts));
    const way = [
      // The URL of a proxy may hold a password, so only its host is shown.
      proxyUrl === undefined || protocol !== 'https:' || bypassesProxy(origin, noProxy ?? '')
        ? 'directly'
        : `through the proxy ${new URL(proxyUrl).host}${noProxy === undefined ? '' : ` (except for ${noProxy})`}`,
      ...(caFile === undefined ? [] : ['with the certificates of CA_FILE']),
      ...(vpcRegion === undefined ? [] : [`to VPC hosts in ${vpcRegion}, if they exist`]),
    ].join(', ');

    const { error, durationMs } = await identityOf(probe);
    if (error && ['NOT_SENT', 'CONNECTION', 'TIMEOUT', 'BAD_RESPONSE'].includes(error.kind)) {
      const { message, ...finding } = diagnose(GetCallerIdentity, error, probe);
      return [{ ...finding, message: `The first call went ${way}. ${message}` }];
    }
    if (error?.kind === 'CREDENTIALS')
      return [{ status: 'skipped', message: 'Nothing was sent: there are no credentials.' }];
    return [ok(`${host} answers, called ${way} (first call ${Math.round(durationMs)} ms).`)];
  },
};
