import { LRUCache } from 'lru-cache';
import type { AccessPolicy } from './AccessPolicy';
import { NotAuthenticated } from './NotAuthenticated';
import { everything, makeAnyone, Principal } from './Principal';
import type { RouterSecrets } from './RouterSecrets';
import type { TokenVerifier } from './TokenVerifier';
import type { ClaimNames } from './principalOf';
import { principalOf } from './principalOf';

/** How tokens are checked, and read. */
export interface Tokens {
  readonly verifier: TokenVerifier;
  readonly claims: ClaimNames;
  readonly policy?: AccessPolicy;
}

/** What a request has to show. Without either, nothing. */
export interface DoorOptions {
  readonly router?: RouterSecrets;
  readonly tokens?: Tokens;
}

/** What identifies the sender of a request. */
export interface Credentials {
  /** `Router-Authorization`. */
  readonly router?: string | undefined;
  /** `Authorization`. */
  readonly authorization?: string | undefined;
}

/** So many principals are kept. */
const maxPrincipals = 500;

/**
 * Decides who sent a request.
 *
 * - With the secrets of a router, every request has to have one of them. Without tokens, the router is the principal and may
 *   do everything: it has checked its callers.
 * - With tokens, the token decides what is allowed, no matter who passes it on.
 */
export class Door {
  /** By their tokens, which are verified all the same: reading the rights of a thousand accounts takes longer than that. */
  private readonly principals = new LRUCache<string, Principal>({ max: maxPrincipals });
  private readonly anyone = makeAnyone();
  private readonly router = new Principal('router', [everything]);

  constructor(private readonly options: DoorOptions) {}

  /** Whether anyone may do anything. */
  get isOpen(): boolean {
    return this.options.router === undefined && this.options.tokens === undefined;
  }

  /** Whether the same was accepted before, or needs no check that takes time. It may not be valid any longer. */
  hasAccepted({ router: sent = '', authorization }: Credentials): boolean {
    const { router, tokens } = this.options;
    if (router !== undefined && !router.have(sent)) return false;
    return tokens === undefined || this.principals.has(tokenIn(authorization) ?? '');
  }

  /** The principal of a request that {@link hasAccepted}, unless its token has to be verified. */
  enterAtOnce({ router: sent = '' }: Credentials): Principal | undefined {
    const { router, tokens } = this.options;
    if (tokens !== undefined) return undefined;
    if (router === undefined) return this.anyone;
    return router.have(sent) ? this.router : undefined;
  }

  /** @throws NotAuthenticated */
  async enter({ router: sent = '', authorization }: Credentials): Promise<Principal> {
    const { router, tokens } = this.options;
    if (router !== undefined && !router.have(sent)) throw new NotAuthenticated(noRouter);
    if (tokens === undefined) return router === undefined ? this.anyone : this.router;

    const token = tokenIn(authorization);
    if (token === undefined) throw new NotAuthenticated(noToken);
    return this.principalOf(token, tokens);
  }

  private async principalOf(token: string, { verifier, claims, policy }: Tokens): Promise<Principal> {
    const verified = await verifier.verify(token).catch((error: unknown) => {
      this.principals.delete(token);
      throw error;
    });
    const principal = this.principals.get(token) ?? principalOf(verified, claims, policy);
    this.principals.set(token, principal);
    return principal;
  }
}

const tokenIn = (authorization: string | undefined): string | undefined =>
  /^bearer +([\w.~+/=-]+) *$/i.exec(authorization ?? '')?.[1];

const noRouter = {
  en: 'This gateway only takes requests of its router: the header Router-Authorization must have the secret that both share.',
  zh: '此网关只接受来自其路由器的请求：请求头 Router-Authorization 应为双方共享的密钥。',
};

const noToken = {
  en: 'The request must have a token: the header Authorization must be "Bearer <token>".',
  zh: '请求应携带令牌：请求头 Authorization 应为 "Bearer <token>"。',
};
