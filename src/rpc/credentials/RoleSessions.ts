import { LRUCache } from 'lru-cache';
import { RpcError } from '../../errors/RpcError';
import type { Clock } from '../clock';
import type { Credentials } from './credentials';

export interface RoleSessionsOptions {
  /** Opens a session of a role, by its ARN. */
  readonly open: (roleArn: string) => Promise<Credentials>;
  /** How long a session of a role lasts, by its ARN. */
  readonly lifetimeMs: (roleArn: string) => number;
  readonly clock: Clock;
  /** How many roles' sessions are kept; past that the one that was not used for longest is dropped. Default 10,000. */
  readonly max?: number;
  /** How long a refusal is repeated without asking again. Default 10 s: about as long as one document takes. */
  readonly refusalKeptMs?: number;
}

/** What is known of one role. */
interface Entry {
  session?: { readonly credentials: Credentials; readonly endsAt: number };
  flight?: Promise<Credentials>;
  failure?: { readonly error: unknown; readonly until: number };
}

/** With less than this part of its life left, a session is renewed behind the scenes, and with less than that awaited. */
const renewBelow = 0.2;
const awaitBelow = 0.05;

/**
 * The sessions of roles, each opened once for all who want it, and renewed before it ends.
 *
 * A refusal (the role is not there, or does not trust us) is repeated for a few seconds; any other failure fails those
 * who wait and is forgotten.
 */
export class RoleSessions {
  private readonly entries: LRUCache<string, Entry>;

  constructor(private readonly options: RoleSessionsOptions) {
    this.entries = new LRUCache({ max: options.max ?? 10_000 });
  }

  /** @throws whatever opening it fails with. */
  async get(roleArn: string): Promise<Credentials> {
    const { clock, lifetimeMs } = this.options;
    const entry = this.entryOf(roleArn);
    const { session, failure } = entry;
    const left = session === undefined ? 0 : (session.endsAt - clock.now()) / lifetimeMs(roleArn);
    if (session === undefined || left < awaitBelow) return this.renew(roleArn, entry);
    const mayRenew = failure === undefined || clock.now() >= failure.until;
    if (left < renewBelow && mayRenew) {
      this.renew(roleArn, entry).catch(() => {
        // The old session is still good, and some seconds later it is tried again.
      });
    }
    return session.credentials;
  }

  /** Forgets a session that the upstream refused, unless it has been renewed in the meantime. */
  drop(roleArn: string, { accessKeyId }: Credentials): void {
    const entry = this.entries.get(roleArn);
    if (entry?.session?.credentials.accessKeyId === accessKeyId) entry.session = undefined;
  }

  private entryOf(roleArn: string): Entry {
    const entry = this.entries.get(roleArn) ?? {};
    this.entries.set(roleArn, entry);
    return entry;
  }

  private renew(roleArn: string, entry: Entry): Promise<Credentials> {
    const { clock } = this.options;
    const { failure } = entry;
    if (failure !== undefined && isRefusal(failure.error) && clock.now() < failure.until) {
      return Promise.reject(failure.error);
    }
    entry.flight ??= this.open(roleArn, entry).finally(() => {
      entry.flight = undefined;
    });
    return entry.flight;
  }

  private async open(roleArn: string, entry: Entry): Promise<Credentials> {
    const { clock, open, lifetimeMs, refusalKeptMs = 10_000 } = this.options;
    // By our own clock, and from before the call: the upstream's may differ, and the wall's may jump.
    const endsAt = clock.now() + lifetimeMs(roleArn);
    try {
      const credentials = await open(roleArn);
      entry.session = { credentials, endsAt };
      entry.failure = undefined;
      return credentials;
    } catch (error) {
      entry.failure = { error, until: clock.now() + refusalKeptMs };
      throw error;
    }
  }
}

const isRefusal = (error: unknown): error is RpcError => error instanceof RpcError && error.kind === 'CLIENT';
