import { z } from 'zod';
import type { SettingsOf } from '../environment/Setting';
import { setting } from '../environment/Setting';
import { isHttps, list, text, urlWhere } from '../environment/formats';
import type { Rules } from '../environment/readSettings';
import { isLoopbackName } from '../process/loopback';
import { reasonToAuthenticate } from './explainOpenAccess';

/** Bytes that a secret of a router has at least: what nobody guesses. */
const minSecretBytes = 32;

const ways = ['none', 'router', 'oidc', 'router,oidc'] as const;

const issuerUrl = {
  values: 'an https URL, or an http URL of this machine',
  parse: urlWhere(/^https?$/, (url) => url.username === '' && (isHttps(url) || isLoopbackName(url.hostname))),
};

const claimName = { values: 'the name of a claim', parse: z.string().regex(/^[^\s]{1,200}$/) };

/** Settings of who may send requests, and what they may do. */
export const accessTable = {
  authentication: setting('AUTHENTICATION', {
    values: ways.map((way) => `\`${way}\``).join(', '),
    parse: z
      .string()
      .transform((value) => value.replaceAll(' ', ''))
      .pipe(z.enum(ways)),
    default: 'none',
    unset: '`none`, if the gateway only listens on this machine and changes no real account',
    description:
      'What a request must have: the shared secret of a router, a token of an OpenID Connect issuer, both, or nothing. With `router` alone, the router may do everything, and checks its callers. With `oidc`, the token decides what is allowed. See docs/SECURITY-MODEL.md.',
  }),
  routerSecrets: setting('ROUTER_SECRETS', {
    ...list({ values: `a text of at least ${minSecretBytes} bytes`, parse: z.string().refine(hasBytes) }, 2),
    secret: true,
    orFile: true,
    unset: '(unset)',
    description:
      'Secrets that the router sends in the header `Router-Authorization`, for `AUTHENTICATION=router`. Two are for the time in which they are changed.',
  }),
  issuer: setting('OIDC_ISSUER', {
    ...issuerUrl,
    unset: '(unset: with the emulator, the issuer of `npm run token`)',
    description: 'Issuer of the tokens, exactly as their claim `iss` has it, for `AUTHENTICATION=oidc`.',
  }),
  audience: setting('OIDC_AUDIENCE', {
    ...text,
    unset: '(unset: with the emulator, that of `npm run token`)',
    description: 'Audience of the tokens: their claim `aud` must have it.',
  }),
  jwksUrl: setting('OIDC_JWKS_URL', {
    ...issuerUrl,
    unset: '(what `<issuer>/.well-known/openid-configuration` names)',
    description: 'Address of the public keys of the issuer.',
  }),
  scopesClaim: setting('OIDC_SCOPES_CLAIM', {
    ...claimName,
    default: 'scope',
    description: 'Claim with the scopes of a token: a text with spaces between them, or a list.',
  }),
  accountsClaim: setting('OIDC_ACCOUNTS_CLAIM', {
    ...claimName,
    default: 'accounts',
    description:
      'Claim with the IDs of the accounts that a token may see and change, or `*` for every account. A token without it may see none, unless `ACCESS_POLICY_FILE` says otherwise.',
  }),
  policyFile: setting('ACCESS_POLICY_FILE', {
    ...text,
    values: 'a path',
    unset: '(unset)',
    description:
      'JSON file that says which accounts and scopes the values of a claim allow, such as those of `groups`. docs/access-policy.schema.json describes it.',
  }),
};

function hasBytes(secret: string): boolean {
  return Buffer.byteLength(secret) >= minSecretBytes;
}

/** Who may send requests. `routerSecrets` are secrets. */
export type AccessSettings = SettingsOf<typeof accessTable>;

/** What the rules look at besides. */
type Surroundings = Parameters<typeof reasonToAuthenticate>[0];

export const accessRules =
  (surroundings: Surroundings): Rules<AccessSettings> =>
  ({ authentication }, given) => {
    const { upstream } = surroundings;
    const needs = (name: string, what: string) =>
      given.has(name) ? [] : [`${name} must be set where AUTHENTICATION is ${authentication}: ${what}.`];
    const problems: string[] = [];
    const why = given.has('AUTHENTICATION') ? undefined : reasonToAuthenticate(surroundings);
    if (why !== undefined)
      problems.push(`AUTHENTICATION must be set because ${why}: router, oidc, router,oidc, or none to let anyone in.`);
    if (authentication.includes('router'))
      problems.push(...needs('ROUTER_SECRETS', 'the secrets that the router sends'));
    // The emulator has its own issuer.
    if (authentication.includes('oidc') && (upstream === 'alibaba-cloud' || given.has('OIDC_ISSUER'))) {
      problems.push(
        ...needs('OIDC_ISSUER', 'who signs the tokens'),
        ...needs('OIDC_AUDIENCE', 'what their claim aud must be'),
      );
    }
    return problems;
  };
