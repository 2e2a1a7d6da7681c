import { RpcError } from '../../errors/RpcError';

/** `InvalidVersion`, `InvalidAction.NotFound`, `InvalidApi.NotFound`, `UnsupportedVersion`, …: no such API any more. */
const retiredApi = /^(Invalid|Unsupported|NotSupported|NoSuch|Unknown|Deprecated)(Version|Action|Api|Product)(\.|$)/;

/** HTTP statuses by which a host without a readable error says that nothing is there. */
const gone: ReadonlySet<number | undefined> = new Set([404, 410]);

/**
 * The answer, or null if the upstream no longer supports the version of the API that was called.
 *
 * Only a refusal of the version, of the action or of the host as a whole counts. A failure that may pass, a missing
 * permission, or a refusal of one request does not.
 */
export const orNullIfRetired = async <T>(answer: Promise<T>): Promise<T | null> => {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof RpcError && isRetired(error)) return null;
    throw error;
  }
};

const isRetired = ({ kind, code, httpStatus }: RpcError): boolean =>
  code === undefined
    ? kind === 'BAD_RESPONSE' && gone.has(httpStatus)
    : kind === 'CLIENT' && (httpStatus === 410 || retiredApi.test(code));
