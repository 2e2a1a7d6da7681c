import { useEffect, useState } from 'react';
import { type CombinedError, useQuery } from 'urql';
import { pageSize } from '../../shared/fixture.json';
import { Accounts, Failure, Loading } from '../../shared/view';
import { graphql } from './graphql';

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
const messagesByAccount = (error: CombinedError | undefined): Record<string, string> =>
  Object.fromEntries(error?.graphQLErrors.map(({ extensions, message }) => [extensions.accountId, message]) ?? []);

export const AccountsSection = () => {
  const [after, setAfter] = useState<string | null>(null);
  // `relayPagination` joins the pages: `data` has every page up to this one, `error` only the errors of this one.
  const [{ data, error }] = useQuery({ query: AccountsDocument, variables: { first: pageSize, after } });
  const [problems, setProblems] = useState<Record<string, string>>({});
  useEffect(() => setProblems((before) => ({ ...before, ...messagesByAccount(error) })), [error]);

  if (!data?.accounts) return error ? <Failure message={error.message} /> : <Loading />;
  const { edges, pageInfo } = data.accounts;
  return (
    <Accounts
      rows={edges.map(({ node }) => ({
        accountId: node.accountId,
        displayName: node.displayName,
        recorder: node.configurationRecorder?.status,
        problem: problems[node.accountId],
        enrollment: node.enrollment?.status,
      }))}
      more={pageInfo.hasNextPage && (() => setAfter(pageInfo.endCursor))}
    />
  );
};
