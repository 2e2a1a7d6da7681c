import { CombinedGraphQLErrors } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { pageSize } from '../../shared/fixture.json';
import { Accounts, Failure, Loading } from '../../shared/view';
import { graphql } from './generated';

const AccountsDocument = graphql(`
  query Accounts($first: Int!, $after: String) {
    accounts(first: $first, after: $after) {
      edges {
        node {
          accountId
          displayName
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

/** The messages of the errors that name an account, by account ID. */
const messagesByAccount = (error: unknown): Record<string, string> =>
  CombinedGraphQLErrors.is(error)
    ? Object.fromEntries(error.errors.map(({ extensions, message }) => [extensions?.accountId, message]))
    : {};

export const AccountsSection = () => {
  const { data, error, fetchMore } = useQuery(AccountsDocument, { variables: { first: pageSize } });
  // `error` is that of the first page. A later page brings its own.
  const [laterProblems, setLaterProblems] = useState<Record<string, string>>({});

  if (!data?.accounts) return error ? <Failure message={error.message} /> : <Loading />;
  const { edges, pageInfo } = data.accounts;
  const problems = { ...messagesByAccount(error), ...laterProblems };
  const more = async () => {
    // `fetchMore` does not follow the default error policy.
    const page = await fetchMore({ variables: { after: pageInfo.endCursor }, errorPolicy: 'all' });
    setLaterProblems((before) => ({ ...before, ...messagesByAccount(page.error) }));
  };
  return (
    <Accounts
      rows={edges.map(({ node }) => ({
        accountId: node.accountId,
        displayName: node.displayName,
        recorder: node.configurationRecorder?.status,
        problem: problems[node.accountId],
        enrollment: node.enrollment?.status,
      }))}
      more={pageInfo.hasNextPage && (() => void more())}
    />
  );
};
