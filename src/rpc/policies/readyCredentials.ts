import { RpcError } from '../../errors/RpcError';
import { isCodeOfKeys } from '../../errors/codeFamilies';
import type { Operation } from '../../operations/operation';
import type { Clock } from '../clock';
import type { CredentialsAsk, CredentialsSource } from '../credentials/credentials';
import { credentialsInTime } from '../credentials/credentialsFor';
import { notAllowed } from '../credentials/roleFailures';
import type { Policy } from './policy';

/** Refusals of the keys themselves, before anything was executed: even a write may be sent again with others. */
const refusalsOfKeys: ReadonlySet<string | undefined> = new Set([
  'InvalidSecurityToken.Expired',
  'InvalidSecurityToken.MismatchWithAccessKey',
  'InvalidAccessKeyId',
  'InvalidAccessKeyId.NotFound',
  'InvalidAccessKeyId.Inactive',
]);

const isOfKeys = ({ kind, code }: RpcError, operation: Operation): boolean =>
  refusalsOfKeys.has(code) || (operation.kind === 'read' && kind === 'AUTH' && isCodeOfKeys(code ?? ''));

/**
 * Gets a call's credentials before its first attempt. Opening a session is a call of its own, so it may take as long as
 * the deadline allows, not only as long as an attempt.
 *
 * Keys that the upstream rejects as unknown or expired are reported to their source. If the source has others, the call
 * is sent once more with them. That includes a write, if the code says that nothing was executed.
 */
export function readyCredentials({ clock }: { readonly clock: Clock }): Policy {
  return {
    execute: async (call, next) => {
      const { operation, accountId, credentials: source } = call;
      let used = await credentialsInTime(call, clock);
      const getAnew = async (ask: CredentialsAsk) => (used = await source.get(ask));
      const send = async () => {
        let isReady = true;
        // The first attempt takes what is at hand, any other asks anew; and it is noted what was used last.
        const get: CredentialsSource['get'] = (ask) => {
          if (!isReady) return getAnew(ask);
          isReady = false;
          return used;
        };
        try {
          return await next({ ...call, credentials: { get, standsFor: source } });
        } catch (error) {
          throw error instanceof RpcError ? notAllowed(error, operation, used) : error;
        }
      };
      try {
        return await send();
      } catch (error) {
        const isRefused = error instanceof RpcError && isOfKeys(error, operation);
        if (!isRefused || source.refused === undefined) throw error;
        const { accessKeyId } = used;
        source.refused(used, { operation, accountId });
        used = await credentialsInTime(call, clock);
        if (used.accessKeyId === accessKeyId) throw error;
        return await send();
      }
    },
  };
}
