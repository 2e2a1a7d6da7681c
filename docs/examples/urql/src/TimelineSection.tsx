import { useState } from 'react';
import { useQuery } from 'urql';
import { pageSize, resource } from '../../shared/fixture.json';
import { Failure, Loading, Timeline } from '../../shared/view';
import { graphql } from './graphql';

const TimelineDocument = graphql(`
  query Timeline($key: CloudResourceKeyInput!, $first: Int!, $after: String) {
    cloudResource(key: $key) {
      accountId
      region
      resourceType
      resourceId
      resourceName
      configurationTimeline(first: $first, after: $after) {
        edges {
          node {
            id
            capturedAt
            eventType
            changes {
              path
              before
              after
            }
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

export const TimelineSection = () => {
  const [after, setAfter] = useState<string | null>(null);
  const variables = { key: resource, first: pageSize, after };
  const [{ data, error }] = useQuery({ query: TimelineDocument, variables });
  const timeline = data?.cloudResource?.configurationTimeline;

  if (!timeline) return error ? <Failure message={error.message} /> : <Loading />;
  const { endCursor, hasNextPage } = timeline.pageInfo;
  return (
    <Timeline
      name={data.cloudResource?.resourceName ?? resource.resourceId}
      rows={timeline.edges.map(({ node }) => node)}
      more={hasNextPage && (() => setAfter(endCursor))}
    />
  );
};
