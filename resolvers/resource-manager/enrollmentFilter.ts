import { parseEnrollmentStatus } from '../../schema/governance/AccountEnrollmentStatus';
import type { Context } from '../../src/context';

/** Filters accounts by the states of their enrollments. */
export interface EnrollmentTest {
  /** Whether an account is in one of the wanted states by the upstream's list. */
  readonly isListed: (accountId: string) => boolean;
  /**
   * The same, for an account whose record in the list is right, or which has no enrollment according to
   * GetEnrolledAccount.
   */
  readonly matches: (accountId: string) => Promise<boolean>;
}

/**
 * Reads the list of enrollments, once for a document.
 *
 * The upstream does not count that list, so it is never known to be complete: what it lacks may be enrolled.
 *
 * @param wanted the states; undefined for any, which reads nothing.
 */
export const loadEnrollmentTest = async (
  wanted: readonly string[] | undefined,
  { loaders: { governance } }: Context,
): Promise<EnrollmentTest | undefined> => {
  if (wanted === undefined) return undefined;
  const listed = await governance.enrollments.load('all');
  const isWanted = (record: { readonly Status?: string } | null | undefined): boolean =>
    wanted.includes(record == null ? 'NOT_ENROLLED' : parseEnrollmentStatus(record.Status));
  const isListed = (accountId: string): boolean => isWanted(listed.get(accountId));

  return {
    isListed,
    matches: async (accountId) =>
      isListed(accountId) && (listed.has(accountId) || isWanted(await governance.enrollmentDetail.load(accountId))),
  };
};
