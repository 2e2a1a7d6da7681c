import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { Account } from './accounts';
import { ChangeItem } from './ChangeItem';
import { graphql } from './generated';
import type { ResourceEventTypeInput, ResourcesQuery } from './generated/graphql';
import { useLanguage } from './language';
import { Card, Choice, Loading, Unreadable } from './ui';

const ResourcesDocument = graphql(`
  query Resources {
    cloudResources(first: 100) {
      nodes {
        accountId
        region
        resourceType
        resourceId
        resourceName
      }
    }
  }
`);

const HistoryDocument = graphql(`
  query History(
    $resource: CloudResourceKeyInput!
    $between: TimeRangeInput!
    $filter: ConfigurationChangeFilter
    $after: String
  ) {
    cloudResource(key: $resource) {
      accountId
      region
      resourceType
      resourceId
      configurationTimeline(first: 10, after: $after, between: $between, filter: $filter) {
        range {
          from
          to
        }
        edges {
          node {
            id
            capturedAt
            ...ChangeItem
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

type Resource = NonNullable<ResourcesQuery['cloudResources']>['nodes'][number];

const keyText = ({ accountId, resourceType, resourceId }: Resource) => `${accountId} ${resourceType} ${resourceId}`;
/** `ACS::ECS::Instance` without its vendor. */
const kindOf = ({ resourceType }: Resource) => resourceType.replace(/^ACS::/, '').replace('::', ' ');

const ranges = ['P1D', 'P7D', 'P30D'] as const;
const kinds = ['DISCOVERED', 'MODIFY', 'REMOVE'] as const;
/** A change that a periodic check found counts as what it found. */
const eventTypes: Record<(typeof kinds)[number], ResourceEventTypeInput[]> = {
  DISCOVERED: ['DISCOVERED', 'DISCOVERED_REVISED'],
  MODIFY: ['MODIFY', 'MODIFY_REVISED'],
  REMOVE: ['REMOVE'],
};

export const History = ({ accounts }: { accounts: readonly Account[] }) => {
  const { t } = useLanguage();
  const { data, error, loading, refetch } = useQuery(ResourcesDocument);
  const [chosen, setChosen] = useState<string | null>(null);
  const [range, setRange] = useState<(typeof ranges)[number]>('P30D');
  const [kind, setKind] = useState<'all' | (typeof kinds)[number]>('all');
  const resources = data?.cloudResources?.nodes;
  const owners = accounts.filter(({ accountId }) => resources?.some((each) => each.accountId === accountId));
  const resource = resources?.find((each) => keyText(each) === chosen) ?? resources?.[0];

  return (
    <Card id="history" title={t('history')}>
      <div className="controls">
        <label>
          {t('history.resource')}
          <select value={resource && keyText(resource)} onChange={({ target }) => setChosen(target.value)}>
            {owners.map(({ accountId, displayName }) => (
              <optgroup key={accountId} label={displayName ?? accountId}>
                {resources
                  ?.filter((each) => each.accountId === accountId)
                  .map((each) => (
                    <option key={keyText(each)} value={keyText(each)}>
                      {each.resourceName ?? each.resourceId} · {kindOf(each)} · {each.region}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </label>
        <Choice
          label={t('history.range')}
          value={range}
          values={ranges.map((value) => ({ value, text: t(`history.${value}`) }))}
          onChoose={setRange}
        />
        <Choice
          label={t('history.kind')}
          value={kind}
          values={[
            { value: 'all' as const, text: t('history.all') },
            ...kinds.map((value) => ({ value, text: t(`event.${value}`) })),
          ]}
          onChoose={setKind}
        />
      </div>
      {resource && (
        <Changes
          key={`${keyText(resource)} ${range} ${kind}`}
          resource={resource}
          last={range}
          eventTypes={kind === 'all' ? null : eventTypes[kind]}
        />
      )}
      {!resources && (loading ? <Loading /> : <Unreadable message={error?.message} onRetry={() => void refetch()} />)}
    </Card>
  );
};

const Changes = (props: { resource: Resource; last: string; eventTypes: ResourceEventTypeInput[] | null }) => {
  const { t, time, day } = useLanguage();
  const { accountId, region, resourceType, resourceId } = props.resource;
  const { data, error, loading, fetchMore, refetch } = useQuery(HistoryDocument, {
    variables: {
      resource: { accountId, region, resourceType, resourceId },
      between: { last: props.last },
      filter: props.eventTypes && { eventTypes: props.eventTypes },
    },
  });
  const timeline = data?.cloudResource?.configurationTimeline;

  if (!timeline) {
    return loading ? <Loading /> : <Unreadable message={error?.message} onRetry={() => void refetch()} />;
  }
  const { endCursor, hasNextPage } = timeline.pageInfo;
  const days = Map.groupBy(timeline.edges, ({ node }) => day(node.capturedAt));
  return (
    <>
      <p className="range">{t('history.shown', { from: time(timeline.range.from), to: time(timeline.range.to) })}</p>
      {timeline.edges.length === 0 && <p className="none">{t('history.none')}</p>}
      {[...days].map(([name, edges]) => (
        <section key={name} className="day" aria-label={name}>
          <h3>{name}</h3>
          <ol>
            {edges.map(({ node }) => (
              <ChangeItem key={node.id} change={node} />
            ))}
          </ol>
        </section>
      ))}
      {hasNextPage && (
        <button onClick={() => void fetchMore({ variables: { after: endCursor }, errorPolicy: 'all' })}>
          {t('more')}
        </button>
      )}
    </>
  );
};
