/** An access key, and the token that goes with it where it is a temporary one. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
}

/** Where credentials come from. It is asked for every attempt, so it remembers what it may. */
export interface CredentialsSource {
  get(): Promise<Credentials>;
}

/** A source has no credentials to give. The message is ours and may be shown; it names no key. */
export class NoCredentials extends Error {
  override readonly name = 'NoCredentials';
}
