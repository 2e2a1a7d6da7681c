import { RpcError } from '../errors/RpcError';

/** The answer, or null where the upstream answers with one of the codes by which it says "there is none". */
export const orNull = async <T>(answer: Promise<T>, ...codesOfAbsence: string[]): Promise<T | null> => {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof RpcError && error.code !== undefined && codesOfAbsence.includes(error.code)) return null;
    throw error;
  }
};
