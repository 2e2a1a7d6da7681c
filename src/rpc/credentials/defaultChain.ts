import type { Clock } from '../clock';
import { systemClock } from '../clock';
import type { Credentials, OwnCredentials } from './credentials';
import { NoCredentials } from './credentials';

/** The part of `@alicloud/credentials` that is used. */
export interface Chain {
  getCredentials(): Promise<Partial<Credentials>>;
}

export interface DefaultChainOptions {
  /** Default: the default chain of `@alicloud/credentials`. */
  readonly createChain?: () => Promise<Chain>;
  readonly clock?: Clock;
  /** How long credentials are given out without a look at the chain. Default one minute. */
  readonly freshMs?: number;
  /**
   * How long they are reused without a new look at the chain. Defaults to five minutes. The chain never says when a
   * session ends, but renews it 15 minutes before, so its keys are valid for longer than this.
   */
  readonly usableMs?: number;
}

/** Loaded with the first use: who runs the emulator never has the package look at their own keys. */
async function createDefaultChain(): Promise<Chain> {
  const { DefaultCredentialsProvider } = await import('@alicloud/credentials');
  return DefaultCredentialsProvider.builder().build();
}

/**
 * Finds the credentials of the machine, for real accounts: environment, OIDC, command line profile, profile file, ECS
 * metadata, credentials URI, in that order.
 *
 * Concurrent calls share one look at the chain. After a failure a new chain is built, because a chain keeps the last
 * source that it tried even if that had no credentials.
 */
export function defaultChain(options: DefaultChainOptions = {}): OwnCredentials {
  const { createChain = createDefaultChain, clock = systemClock, freshMs = 60_000, usableMs = 300_000 } = options;
  let chain: Promise<Chain> | undefined;
  let last: { readonly credentials: Credentials; readonly obtainedAt: number } | undefined;
  let flight: Promise<Credentials> | undefined;

  async function ask(): Promise<Credentials> {
    try {
      chain ??= createChain();
      const { accessKeyId, accessKeySecret, securityToken } = await (await chain).getCredentials();
      if (!accessKeyId || !accessKeySecret) throw new Error('The chain gave half a key.');
      const credentials: Credentials = { accessKeyId, accessKeySecret, securityToken: securityToken ?? undefined };
      last = { credentials, obtainedAt: clock.now() };
      return credentials;
    } catch {
      chain = undefined;
      // The chain's own message repeats what every source said, answers of metadata servers included.
      throw new NoCredentials('the default credential chain found none (environment, OIDC, profiles, ECS, URI)');
    }
  }

  function askOnce(): Promise<Credentials> {
    flight ??= ask().finally(() => {
      flight = undefined;
    });
    return flight;
  }

  return {
    get() {
      const age = last ? clock.now() - last.obtainedAt : Infinity;
      if (!last || age >= usableMs) return askOnce();
      const { credentials } = last;
      if (age >= freshMs) {
        askOnce().catch(() => {
          // The old ones are still good, and the next call asks again.
        });
      }
      return credentials;
    },

    refused({ accessKeyId }) {
      if (last?.credentials.accessKeyId !== accessKeyId) return;
      last = undefined;
      // The chain would give out the same session again: it does not know that it was refused.
      chain = undefined;
    },
  };
}
