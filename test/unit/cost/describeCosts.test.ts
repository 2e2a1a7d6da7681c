import { isObjectType } from 'graphql';
import { buildSubgraph } from '../../../src/buildSchema';

const { schema } = buildSubgraph({ relayNodeFields: true });

/** The end of a field's description that {@link describeCosts} adds, or else its last sentence. */
const costsIn = (path: string): string | undefined => {
  const [typeName = '', name = ''] = path.split('.');
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  const sentences = field?.description?.split(/(?<=\.) /) ?? [];
  const first = sentences.findIndex((sentence) => sentence.includes(' at most '));
  return sentences.slice(first).join(' ');
};

it.each([
  ['Query.folder', 'It costs at most one call of GetFolder and one of GetResourceDirectory.'],
  ['Account.folder', 'Selecting more than its ID costs at most one call of GetFolder.'],
  [
    'Account.payer',
    'It costs at most one call of GetPayerForAccount. Selecting more than its ID adds at most one call of GetAccount and one of GetResourceDirectory.',
  ],
  ['Query.accountGroups', 'A page costs at most one call of ListAggregators (one more if `first` is 100).'],
  [
    'Query.cloudResources',
    'A page costs at most one call of ListAggregateDiscoveredResources (one more if `first` is 100), two of ListAggregators, one of GetResourceDirectory, one of GetAggregator and one of ListDiscoveredResources.',
  ],
  [
    'CloudResource.configurationTimeline',
    'A page costs at most one call of GetResourceConfigurationTimeline (one more if `first` is 95 or more). What the list omits adds at most one call of DescribeDiscoveredResource.',
  ],
  [
    'Query.configurationTimeline',
    'A page costs at most one call of GetResourceConfigurationTimeline (another if `first` is 95 or more). What the list omits adds at most one call of DescribeDiscoveredResource. An empty first page instead adds at most one call of GetResourceConfigurationTimeline, one of ListDiscoveredResources and two of GetSupportedResourceTypes.',
  ],
  [
    'Query.node',
    'It costs at most what the most expensive type does, one call of GetAccount and one of GetResourceDirectory.',
  ],
  [
    'Query.nodes',
    'Each of `ids` costs at most what the most expensive type does, one call of GetAccount and one of GetResourceDirectory.',
  ],
  ['Account.accountId', 'The Alibaba Cloud account ID, usually 16 digits.'],
])('describes what %s costs', (path, sentence) => {
  expect(costsIn(path)).toBe(sentence);
});
