import { CombinedGraphQLErrors } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from './generated';
import type { AccountsQuery } from './generated/graphql';

const AccountsDocument = graphql(`
  query Accounts($after: String) {
    accounts(first: 100, after: $after) {
      edges {
        node {
          accountId
          displayName
          folder {
            folderId
            name
            ancestors {
              folderId
              name
            }
          }
          configurationRecorder {
            accountId
            status
          }
          enrollment {
            accountId
            status
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type Account = NonNullable<AccountsQuery['accounts']>['edges'][number]['node'];

/** Whether changes in an account are recorded. Unknown if its recorder cannot be read. */
export const recordingOf = ({ configurationRecorder }: Account): 'recording' | 'off' | 'unknown' => {
  switch (configurationRecorder?.status) {
    case 'REGISTERED':
    case 'REBUILDING':
    case 'BUILDING':
      return 'recording';
    case 'NOT_ACTIVATED':
    case 'REGISTRABLE':
      return 'off';
    default:
      return 'unknown';
  }
};

/** Whether an account is in a folder or below it. A null folder holds all. */
export const isIn = ({ folder }: Account, folderId: string | null): boolean =>
  folderId === null ||
  folder?.folderId === folderId ||
  (folder?.ancestors?.some((ancestor) => ancestor.folderId === folderId) ?? false);

/** Why the recorders of accounts cannot be read, by account ID. */
const problemsOf = (error: unknown): Record<string, string> =>
  CombinedGraphQLErrors.is(error)
    ? Object.fromEntries(
        error.errors
          .filter(({ path }) => path?.includes('configurationRecorder'))
          .map(({ extensions, message }) => [String(extensions?.accountId), message]),
      )
    : {};

/** The accounts of the directory, a hundred at a time. */
export const useAccounts = () => {
  const { data, error, loading, fetchMore, refetch } = useQuery(AccountsDocument);
  const [laterProblems, setLaterProblems] = useState<Record<string, string>>({});
  const pageInfo = data?.accounts?.pageInfo;
  return {
    accounts: data?.accounts?.edges.map(({ node }) => node),
    problems: { ...laterProblems, ...problemsOf(error) },
    error,
    loading,
    refetch: () => void refetch(),
    more:
      pageInfo?.hasNextPage &&
      (async () => {
        // `fetchMore` does not follow the default error policy.
        const page = await fetchMore({ variables: { after: pageInfo.endCursor }, errorPolicy: 'all' });
        setLaterProblems((before) => ({ ...before, ...problemsOf(page.error) }));
      }),
  };
};
