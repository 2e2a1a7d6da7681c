import type { Operation } from '../../operations/operation';
import type { Waiter } from '../Waiter';
import type { SharingObserver } from '../observer';

/** An access key, with its token if it is a temporary one. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
  /**
   * Who acts with them, if that outlives the key: the ARN of an assumed role, whose keys change with every session.
   * Answers for one principal are never given to another.
   */
  readonly principal?: string;
}

/** What credentials are wanted for. */
export interface CredentialsTarget {
  readonly operation: Operation;
  /** The account that the call is to act in; undefined: the one that the credentials belong to. */
  readonly accountId?: string;
}

/** The account, role and deadline of a call that needs credentials. A call that gets them is made for this waiter. */
export interface CredentialsAsk extends CredentialsTarget, Waiter {
  /** How old a refusal may be that is repeated, milliseconds; 0 asks again. */
  readonly maxAgeMs?: number;
  /** Called if a cached refusal is repeated. */
  readonly onShared?: SharingObserver;
}

/** A source of credentials. Every attempt calls it, so it caches what it may. */
export interface CredentialsSource {
  /**
   * No promise if nothing has to be waited for: most calls are made with credentials that are at hand.
   *
   * @throws NoCredentials if there are none; RpcError if the call that gets them failed. The caller treats any other
   *   error as NoCredentials.
   */
  get(ask: CredentialsAsk): Credentials | Promise<Credentials>;

  /**
   * Reports that the upstream rejected these keys as unknown or expired. The next `get` returns new ones if the source
   * has any.
   */
  refused?(credentials: Credentials, target: CredentialsTarget): void;

  /** The source whose credentials it hands on. */
  readonly standsFor?: CredentialsSource;
}

/** A source of one identity, whatever the call. */
export interface OwnCredentials extends CredentialsSource {
  get(): Credentials | Promise<Credentials>;
}

/** The name under which answers and quotas of these credentials are kept apart from those of others. No secret. */
export const principalOf = ({ principal, accessKeyId }: Credentials): string => principal ?? accessKeyId;

/** A source has no credentials to give. The message is ours and may be shown; it names no key. */
export class NoCredentials extends Error {
  override readonly name = 'NoCredentials';
}
