import { graphql, useLazyLoadQuery, usePaginationFragment } from 'react-relay';
import { pageSize, resource } from '../../shared/fixture.json';
import { Failure, Timeline } from '../../shared/view';
import type { TimelineSection_resource$key } from './__generated__/TimelineSection_resource.graphql';
import type { TimelineSectionPageQuery } from './__generated__/TimelineSectionPageQuery.graphql';
import type { TimelineSectionQuery } from './__generated__/TimelineSectionQuery.graphql';

export const TimelineSection = () => {
  const { cloudResource } = useLazyLoadQuery<TimelineSectionQuery>(
    graphql`
      query TimelineSectionQuery($key: CloudResourceKeyInput!, $first: Int!) {
        cloudResource(key: $key) {
          ...TimelineSection_resource @arguments(first: $first)
        }
      }
    `,
    { key: resource, first: pageSize },
  );
  return cloudResource ? <Changes resource={cloudResource} /> : <Failure message="The resource cannot be read." />;
};

const Changes = (props: { resource: TimelineSection_resource$key }) => {
  const { data, hasNext, loadNext } = usePaginationFragment<TimelineSectionPageQuery, TimelineSection_resource$key>(
    graphql`
      fragment TimelineSection_resource on CloudResource
      @refetchable(queryName: "TimelineSectionPageQuery")
      @argumentDefinitions(first: { type: "Int!" }, after: { type: "String" }) {
        accountId
        region
        resourceType
        resourceId
        resourceName
        configurationTimeline(first: $first, after: $after) @connection(key: "TimelineSection_configurationTimeline") {
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
        }
      }
    `,
    props.resource,
  );

  if (!data.configurationTimeline) return <Failure message="The timeline cannot be read." />;
  return (
    <Timeline
      name={data.resourceName ?? data.resourceId}
      rows={data.configurationTimeline.edges.map(({ node }) => node)}
      more={hasNext && (() => loadNext(pageSize))}
    />
  );
};
