import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { Account } from './accounts';
import { ChangeItem } from './ChangeItem';
import { graphql } from './generated';
import type { LatestQuery } from './generated/graphql';
import { useLanguage } from './language';
import { Card, Loading, Unreadable } from './ui';

const LatestDocument = graphql(`
  query Latest($since: String, $after: String) {
    configurationChanges(since: $since, after: $after, filter: { hideSystemChanges: true }, first: 10) {
      nodes {
        id
        capturedAt
        resource {
          accountId
          region
          resourceType
          resourceId
        }
        attribution {
          confidence
          events {
            operation
            actor {
              userName
              roleName
              sessionName
            }
          }
        }
        ...ChangeItem
      }
      gaps {
        source
        accountId
        message
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      poll {
        since
        pollAfterMs
      }
    }
  }
`);

type Page = NonNullable<LatestQuery['configurationChanges']>;
type Change = Page['nodes'][number];

/** So many changes are kept. */
const maxShown = 20;

/** What changed in any account, newest first. It follows by itself. */
export const Latest = ({ accounts }: { accounts: readonly Account[] }) => {
  const { t, day } = useLanguage();
  const { changes, gaps, error, retry } = useLatest();

  if (!changes) {
    return (
      <Card id="latest" title={t('latest')}>
        {error === null ? <Loading /> : <Unreadable message={error} onRetry={retry} />}
      </Card>
    );
  }
  const nameOf = (id: string) => accounts.find(({ accountId }) => accountId === id)?.displayName ?? id;
  return (
    <Card id="latest" title={t('latest')}>
      {changes.length === 0 && <p className="none">{t('latest.none')}</p>}
      {[...Map.groupBy(changes, ({ capturedAt }) => day(capturedAt))].map(([name, ofDay]) => (
        <section key={name} className="day" aria-label={`${t('latest')}: ${name}`}>
          <h3>{name}</h3>
          <ol aria-live="polite">
            {ofDay.map((change) => (
              <ChangeItem key={change.id} change={change}>
                <p>
                  {nameOf(change.resource.accountId)} · <code>{change.resource.resourceId}</code>
                  <Author change={change} />
                </p>
              </ChangeItem>
            ))}
          </ol>
        </section>
      ))}
      {gaps.length > 0 && (
        <details className="gaps">
          <summary>{t('latest.gaps', { count: gaps.length })}</summary>
          {gaps.map(({ message }) => (
            <p key={message}>{message}</p>
          ))}
        </details>
      )}
    </Card>
  );
};

/** Who did it, if one event made the change. Names are null for a reader without the right to see them. */
const Author = ({ change }: { change: Change }) => {
  const { t } = useLanguage();
  const [event] = change.attribution?.events ?? [];
  if (change.attribution?.confidence !== 'EXACT' || !event) return null;
  const { userName, roleName, sessionName } = event.actor;
  const role = roleName && (sessionName ? `${roleName} (${sessionName})` : roleName);
  return <> · {t('latest.author', { name: userName ?? role ?? '?', operation: event.operation })}</>;
};

/** Reads the newest changes, and then what becomes visible. A change that comes again takes its own place. */
const useLatest = () => {
  const client = useApolloClient();
  const { language } = useLanguage();
  const [changes, setChanges] = useState<readonly Change[] | null>(null);
  const [gaps, setGaps] = useState<Page['gaps']>([]);
  const [error, setError] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async (since: string | null, after: string | null): Promise<void> => {
      const { data, error: failure } = await client.query({
        query: LatestDocument,
        variables: { since, after },
        fetchPolicy: 'no-cache',
      });
      if (isOver) return;
      const page = data?.configurationChanges;
      if (!page) {
        setError(failure?.message ?? '');
        // What is shown stays, and the next poll brings what this one missed.
        if (since !== null) timer = setTimeout(() => void read(since, null), 60_000);
        return;
      }
      setError(null);
      setGaps(page.gaps);
      setChanges((before) => merge(before ?? [], page.nodes));
      const { hasNextPage, endCursor } = page.pageInfo;
      if (since !== null && hasNextPage) await read(since, endCursor);
      else timer = setTimeout(() => void read(page.poll.since, null), page.poll.pollAfterMs);
    };
    void read(null, null);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
    // Messages of gaps are in the language of the request.
  }, [client, language, attempt]);

  return { changes, gaps, error, retry: () => setAttempt((before) => before + 1) };
};

const merge = (before: readonly Change[], added: readonly Change[]): readonly Change[] => {
  const byId = new Map([...before, ...added].map((change) => [change.id, change]));
  return [...byId.values()].sort((a, b) => b.capturedAt.localeCompare(a.capturedAt)).slice(0, maxShown);
};
