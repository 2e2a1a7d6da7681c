import { readAccessPolicy } from './access/AccessPolicy';
import { Door } from './access/Door';
import { RouterSecrets } from './access/RouterSecrets';
import { remoteKeys, TokenVerifier } from './access/TokenVerifier';
import { developmentAudience, developmentIssuer, developmentKeys } from './access/developmentIssuer';
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
const createVerifier = async ({ issuer, audience = '', jwksUrl }: AccessSettings): Promise<TokenVerifier> =>
  issuer === undefined
    ? new TokenVerifier({ issuer: developmentIssuer, audience: developmentAudience, keys: await developmentKeys() })
    : new TokenVerifier({ issuer, audience, keys: remoteKeys({ issuer, jwksUrl }) });
