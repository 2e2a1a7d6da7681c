import { readAccessPolicy } from './access/AccessPolicy';
import { Door } from './access/Door';
import { RouterSecrets } from './access/RouterSecrets';
import type { TokenVerifier } from './access/TokenVerifier';
import type { AccessSettings } from './settings';

/** The door that the settings describe. @throws Error in a sentence for operators, for a policy file that is wrong. */
export const openDoor = async (settings: AccessSettings): Promise<Door> => {
  const { authentication, routerSecrets, policyFile } = settings;
  const ways = authentication.split(',');
  return new Door({
    router: ways.includes('router') ? new RouterSecrets(routerSecrets ?? []) : undefined,
    tokens: ways.includes('oidc')
      ? {
          verifier: await createVerifier(settings),
          claims: { scopes: settings.scopesClaim, accounts: settings.accountsClaim },
          policy: policyFile === undefined ? undefined : readAccessPolicy(policyFile),
        }
      : undefined,
  });
};

/** Without an issuer, which only the emulator allows, that of `npm run token` is trusted. */
const createVerifier = async ({ issuer, audience = '', jwksUrl }: AccessSettings): Promise<TokenVerifier> => {
  // Loaded only if tokens are accepted: what reads them takes a while to load.
  const { remoteKeys, TokenVerifier: Verifier } = await import('./access/TokenVerifier.js');
  if (issuer !== undefined) return new Verifier({ issuer, audience, keys: remoteKeys({ issuer, jwksUrl }) });
  const { developmentAudience, developmentIssuer, developmentKeys } = await import('./access/developmentIssuer.js');
  return new Verifier({ issuer: developmentIssuer, audience: developmentAudience, keys: await developmentKeys() });
};
