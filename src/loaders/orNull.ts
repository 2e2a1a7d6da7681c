import { RpcError } from '../errors/RpcError';

/**
 * The answer, or null if the upstream answers with one of the codes by which it says "there is none".
 *
 * @param codesOfAbsence codes as the upstream spells them, and families of them.
 */
export const orNull = async <T>(answer: Promise<T>, ...codesOfAbsence: string[]): Promise<T | null> => {
  try {
    return await answer;
  } catch (error) {
    const isAbsence =
      error instanceof RpcError && [error.code, error.family].some((code) => code && codesOfAbsence.includes(code));
    if (isAbsence) return null;
    throw error;
  }
};
