import { X509Certificate } from 'node:crypto';
import { explainOpenAccess } from '../../settings/explainOpenAccess';
import { readCertificates } from '../../settings/readCertificates';
import type { Check } from '../Check';
import { ok, problem, warning } from '../Finding';
import type { Finding } from '../Finding';
import type { Probe } from '../Probe';

/** The settings can be read, or there would be no probe: what they come to, and what is odd about them. */
export const settingsCheck: Check = {
  name: 'settings',
  about: 'what the settings mean together',
  run: (probe) => Promise.resolve([upstream(probe), ...openAccess(probe), ...cursors(probe), ...certificates(probe)]),
};

function upstream({ settings }: Probe): Finding {
  return settings.upstream === 'emulator'
    ? warning(
        `UPSTREAM is the emulator${settings.emulatorUrl === undefined ? ', started for this examination' : ` at ${settings.emulatorUrl}`}: demo data only.`,
        'Set UPSTREAM=alibaba-cloud to examine a real account.',
      )
    : ok(`UPSTREAM is Alibaba Cloud, the ${settings.site} site; mutations are ${settings.mutations ? 'on' : 'off'}.`);
}

function openAccess({ settings }: Probe): Finding[] {
  const danger = explainOpenAccess(settings);
  return danger === undefined ? [] : [warning(danger, 'Set AUTHENTICATION to router, oidc or router,oidc.')];
}

function cursors({ settings }: Probe): Finding[] {
  if (!settings.access.authentication.includes('oidc') || settings.cursorSecrets !== undefined) return [];
  return [
    warning(
      'CURSOR_SECRET is not set, so a caller who decodes a cursor learns how many records the list has, those that the caller may not see included.',
      'Set CURSOR_SECRET to a random text of at least 32 characters, the same in all replicas.',
    ),
  ];
}

function certificates({ settings: { network }, wallTime }: Probe): Finding[] {
  if (network.caFile === undefined) return [];
  let all: readonly X509Certificate[];
  try {
    all = readCertificates(network.caFile).map((text) => new X509Certificate(text));
  } catch (error) {
    return [problem((error as Error).message, 'Name a file with the certificate authority in PEM, or unset CA_FILE.')];
  }
  const now = wallTime();
  const expired = all.filter(({ validTo }) => Date.parse(validTo) < now);
  return expired.length === 0
    ? [ok(`CA_FILE has ${all.length} certificate${all.length === 1 ? '' : 's'}, none of them expired.`)]
    : [
        warning(
          `CA_FILE has ${expired.length} expired certificates of ${all.length}, the first since ${expired[0]?.validTo ?? ''}.`,
          'Ask the operator of the proxy for its present certificate authority.',
        ),
      ];
}
