import { graphql, useLazyLoadQuery, usePaginationFragment } from 'react-relay';
import { pageSize } from '../../shared/fixture.json';
import { Accounts, Failure } from '../../shared/view';
import type { CaughtError } from './environment';
import type { AccountsSection_query$key } from './__generated__/AccountsSection_query.graphql';
import type { AccountsSectionQuery } from './__generated__/AccountsSectionQuery.graphql';

/** The message of the first error that `@catch` caught. */
const messageOf = ([error]: readonly unknown[]) => (error as CaughtError).extensions?.message;

export const AccountsSection = () => {
  const query = useLazyLoadQuery<AccountsSectionQuery>(
    graphql`
      query AccountsSectionQuery($first: Int!) {
        ...AccountsSection_query @arguments(first: $first)
      }
    `,
    { first: pageSize },
  );
  const { data, hasNext, loadNext } = usePaginationFragment<AccountsSectionQuery, AccountsSection_query$key>(
    graphql`
      fragment AccountsSection_query on Query
      @refetchable(queryName: "AccountsSectionPageQuery")
      @argumentDefinitions(first: { type: "Int!" }, after: { type: "String" }) {
        accounts(first: $first, after: $after) @connection(key: "AccountsSection_accounts") {
          edges {
            node {
              accountId
              displayName
              configurationRecorder @catch(to: RESULT) {
                accountId
                status
              }
              enrollment {
                accountId
                status
              }
            }
          }
        }
      }
    `,
    query,
  );

  if (!data.accounts) return <Failure message="The accounts cannot be read." />;
  return (
    <Accounts
      rows={data.accounts.edges.map(({ node: { accountId, displayName, configurationRecorder, enrollment } }) => ({
        accountId,
        displayName,
        recorder: configurationRecorder.ok ? configurationRecorder.value?.status : null,
        problem: configurationRecorder.ok ? null : messageOf(configurationRecorder.errors),
        enrollment: enrollment?.status,
      }))}
      more={hasNext && (() => loadNext(pageSize))}
    />
  );
};
