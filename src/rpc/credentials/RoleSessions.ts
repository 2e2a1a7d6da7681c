import { LRUCache } from 'lru-cache';
import { RpcError } from '../../errors/RpcError';
import { AssumeRole } from '../../operations';
import { SharedCall } from '../SharedCall';
import type { Waiter } from '../Waiter';
import type { Clock } from '../clock';
import type { OpenSession, ReplicaSessions } from './ReplicaSessions';
import type { Credentials, CredentialsAsk } from './credentials';

export interface RoleSessionsOptions {
  /** Opens a session of a role, by its ARN, for those that wait for it. */
  readonly open: (roleArn: string, shared: SharedCall) => Promise<Credentials>;
  /** How long a session of a role lasts, by its ARN. */
  readonly lifetimeMs: (roleArn: string) => number;
  /** Sessions that replicas share, and what makes two of them the same. Default: each opens its own. */
  readonly replicas?: { readonly sessions: ReplicaSessions; readonly termsOf: (roleArn: string) => readonly unknown[] };
  readonly clock: Clock;
  /** How many roles' sessions are kept; past that the one that was not used for longest is dropped. Default 10,000. */
  readonly max?: number;
  /** How long a refusal is repeated without asking again. Default 10 s: about as long as one document takes. */
  readonly refusalKeptMs?: number;
}

/** A request for a session: for whom, until when, and how old a cached refusal may be. */
export type SessionAsk = Waiter & Pick<CredentialsAsk, 'maxAgeMs' | 'onShared'>;

/** What is known of one role. */
interface Entry {
  session?: { readonly credentials: Credentials; readonly endsAt: number };
  opening?: SharedCall<Credentials>;
  failure?: { readonly error: unknown; readonly askedAt: number; readonly until: number };
}

/** With less than this part of its life left, a session is renewed behind the scenes, and with less than that awaited. */
const renewBelow = 0.2;
const awaitBelow = 0.05;

/** How long renewing one behind the scenes may take. */
const renewMs = 10_000;

/**
 * The sessions of roles, each opened once for all who want it, and renewed before it ends.
 *
 * A refusal (the role is not there, or does not trust us) is repeated for a few seconds, except to those for whom it is
 * too old; any other failure fails those who wait and is forgotten.
 */
export class RoleSessions {
  private readonly entries: LRUCache<string, Entry>;

  constructor(private readonly options: RoleSessionsOptions) {
    this.entries = new LRUCache({ max: options.max ?? 10_000 });
  }

  /** How many sessions are open. */
  get size(): number {
    const now = this.options.clock.now();
    let open = 0;
    for (const { session } of this.entries.values()) if (session !== undefined && session.endsAt > now) open += 1;
    return open;
  }

  /** @throws whatever opening it fails with, or what `SharedCall` rejects a waiter with whose time is too short. */
  get(roleArn: string, ask: SessionAsk): Credentials | Promise<Credentials> {
    const { clock, lifetimeMs } = this.options;
    const entry = this.entryOf(roleArn);
    const { session, failure } = entry;
    const left = session === undefined ? 0 : (session.endsAt - clock.now()) / lifetimeMs(roleArn);
    if (session === undefined || left < awaitBelow) {
      throwRemembered(failure, ask, clock.now());
      return this.renew(roleArn, entry, ask);
    }
    const mayRenew = failure === undefined || clock.now() >= failure.until;
    if (left < renewBelow && mayRenew) {
      // Nobody waits for it: anyone who asked may go, and it is not urgent.
      this.renew(roleArn, entry, { caller: ask.caller, request: ask.request, deadline: clock.now() + renewMs }).catch(
        () => {
          // The old session is still good, and some seconds later it is tried again.
        },
      );
    }
    return session.credentials;
  }

  /** Forgets a session that the upstream refused, unless it has been renewed in the meantime. */
  drop(roleArn: string, { accessKeyId }: Credentials): void {
    const { replicas } = this.options;
    const entry = this.entries.get(roleArn);
    if (entry?.session?.credentials.accessKeyId !== accessKeyId) return;
    replicas?.sessions.drop(replicas.termsOf(roleArn), entry.session.credentials);
    entry.session = undefined;
  }

  private entryOf(roleArn: string): Entry {
    const entry = this.entries.get(roleArn) ?? {};
    this.entries.set(roleArn, entry);
    return entry;
  }

  private renew(roleArn: string, entry: Entry, waiter: Waiter): Promise<Credentials> {
    entry.opening ??= this.start(roleArn, entry);
    return entry.opening.join(waiter);
  }

  private start(roleArn: string, entry: Entry): SharedCall<Credentials> {
    const { clock } = this.options;
    const over = () => {
      if (entry.opening === opening) entry.opening = undefined;
    };
    const opening = new SharedCall<Credentials>({
      clock,
      operation: AssumeRole,
      begin: (shared) => this.open(roleArn, entry, shared).finally(over),
      onAbandoned: over,
    });
    return opening;
  }

  private async openOrTake(roleArn: string, shared: SharedCall): Promise<OpenSession> {
    const { open, lifetimeMs, replicas } = this.options;
    const lasts = lifetimeMs(roleArn);
    if (replicas === undefined) return { credentials: await open(roleArn, shared), leftMs: lasts };
    return replicas.sessions.get({
      terms: replicas.termsOf(roleArn),
      lifetimeMs: lasts,
      // One that would be renewed at once is no use.
      leastMs: lasts * renewBelow,
      signal: shared.signal,
      open: () => open(roleArn, shared),
    });
  }

  private async open(roleArn: string, entry: Entry, shared: SharedCall): Promise<Credentials> {
    const { clock, refusalKeptMs = 10_000 } = this.options;
    // By our own clock, and from before the call: the upstream's may differ, and the wall's may jump.
    const askedAt = clock.now();
    try {
      const { credentials, leftMs } = await this.openOrTake(roleArn, shared);
      entry.session = { credentials, endsAt: askedAt + leftMs };
      entry.failure = undefined;
      return credentials;
    } catch (error) {
      // That nobody waited for it any more says nothing of the role.
      if (!shared.signal.aborted) entry.failure = { error, askedAt, until: clock.now() + refusalKeptMs };
      throw error;
    }
  }
}

/** Repeats a refusal that is young enough, and says how old it is. */
function throwRemembered(failure: Entry['failure'], { maxAgeMs = Infinity, onShared }: SessionAsk, now: number): void {
  if (failure === undefined || !isRefusal(failure.error) || now >= failure.until) return;
  const ageMs = now - failure.askedAt;
  if (ageMs >= maxAgeMs) return;
  onShared?.({ how: 'CACHED', ageMs });
  throw failure.error;
}

const isRefusal = (error: unknown): error is RpcError => error instanceof RpcError && error.kind === 'CLIENT';
