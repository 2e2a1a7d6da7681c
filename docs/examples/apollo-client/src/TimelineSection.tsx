import { useQuery } from '@apollo/client/react';
import { pageSize, resource } from '../../shared/fixture.json';
import { Failure, Loading, Timeline } from '../../shared/view';
import { graphql } from './generated';

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
  const { data, error, fetchMore } = useQuery(TimelineDocument, { variables: { key: resource, first: pageSize } });
  const timeline = data?.cloudResource?.configurationTimeline;

  if (!timeline) return error ? <Failure message={error.message} /> : <Loading />;
  const { endCursor, hasNextPage } = timeline.pageInfo;
  const more = () => void fetchMore({ variables: { after: endCursor }, errorPolicy: 'all' });
  return (
    <Timeline
      name={data.cloudResource?.resourceName ?? resource.resourceId}
      rows={timeline.edges.map(({ node }) => node)}
      more={hasNextPage && more}
    />
  );
};
