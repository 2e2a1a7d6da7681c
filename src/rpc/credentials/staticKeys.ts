import type { OwnCredentials } from './credentials';

/** One access key for ever: the emulator's. */
export function staticKeys(accessKeyId: string, accessKeySecret: string, securityToken?: string): OwnCredentials {
  const credentials = { accessKeyId, accessKeySecret, securityToken };
  return { get: () => credentials };
}
