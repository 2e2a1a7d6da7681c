import type { Operation } from '../../operations/operation';
import type { Waiter } from '../Waiter';
import type { SharingObserver } from '../observer';

/** An access key, and the token that goes with it where it is a temporary one. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
  /**
   * Who acts with them, where that outlives the key: the ARN of an assumed role, whose keys change with every session.
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

/** Who wants them, and the deadline of the call that they are for. A call that gets them is made for this waiter. */
export interface CredentialsAsk extends CredentialsTarget, Waiter {
  /** How old a refusal may be that is repeated, milliseconds; 0 asks again. */
  readonly maxAgeMs?: number;
  /** Is told where a refusal is repeated. */
  readonly onShared?: SharingObserver;
}

/** Where credentials come from. It is asked for every attempt, so it remembers what it may. */
export interface CredentialsSource {
  /**
   * @throws NoCredentials if there are none, RpcError where a call that was to bring them failed; the caller takes
   *   anything else for the former.
   */
  get(ask: CredentialsAsk): Promise<Credentials>;

  /**
   * Is told that the upstream did not know these keys, or not any more; a source that can get others does so when it is
   * asked next.
   */
  refused?(credentials: Credentials, target: CredentialsTarget): void;

  /** The source whose credentials it hands on. */
  readonly standsFor?: CredentialsSource;
}

/** A source of one identity, whatever the call. */
export interface OwnCredentials extends CredentialsSource {
  get(): Promise<Credentials>;
}

/** The name under which answers and quotas of these credentials are kept apart from those of others. No secret. */
export const principalOf = ({ principal, accessKeyId }: Credentials): string => principal ?? accessKeyId;

/** A source has no credentials to give. The message is ours and may be shown; it names no key. */
export class NoCredentials extends Error {
  override readonly name = 'NoCredentials';
}
