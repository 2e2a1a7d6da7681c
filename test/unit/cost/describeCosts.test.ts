import { isObjectType } from 'graphql';
import { buildSubgraph } from '../../../src/buildSchema';

const { schema } = buildSubgraph({ relayNodeFields: true });

/** The last sentence of a field's description. */
const lastSentence = (path: string): string | undefined => {
  const [typeName = '', name = ''] = path.split('.');
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  return field?.description?.split(/(?<=\.) /).at(-1);
};

it.each([
  ['Query.folder', 'It costs at most one call of GetFolder and one of GetResourceDirectory.'],
  ['Account.folder', 'Selecting more than its ID costs at most one call of GetFolder.'],
  [
    'Account.payer',
    'It costs at most one call of GetPayerForAccount; selecting more than its ID costs one call of GetAccount and one of GetResourceDirectory.',
  ],
  ['Query.accountGroups', 'A page costs at most one call of ListAggregators (one more where `first` is 100).'],
  [
    'Query.cloudResources',
    'A page costs at most one call of ListAggregateDiscoveredResources (one more where `first` is 100), two of ListAggregators, one of GetResourceDirectory, one of GetAggregator and one of ListDiscoveredResources.',
  ],
  [
    'CloudResource.configurationTimeline',
    'A page costs at most one call of GetResourceConfigurationTimeline (one more where `first` is 95 or more); what the list does not bring costs one call of DescribeDiscoveredResource.',
  ],
  [
    'Query.node',
    'It costs at most what the most expensive type does, one call of GetAccount and one of GetResourceDirectory.',
  ],
  [
    'Query.nodes',
    'Each of `ids` costs at most what the most expensive type does, one call of GetAccount and one of GetResourceDirectory.',
  ],
  ['Account.accountId', 'The Alibaba Cloud account ID, 16 digits as a rule.'],
])('tells clients what %s costs', (path, sentence) => {
  expect(lastSentence(path)).toBe(sentence);
});
