import RPCClient from '@alicloud/pop-core';
import DataLoader from 'dataloader';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/*
 * What a team writes in an afternoon: a schema by hand, the client of the SDK, one DataLoader for each operation and request.
 * Every peer serves this. Its types have the names of the gateway's, so that one document fits both.
 */

export const typeDefs = /* GraphQL */ `
  scalar DateTime
  scalar JSON

  type Query {
    currentAccount: Account
    configurationRecorder: ConfigurationRecorder
    resourceDirectory: ResourceDirectory
    configurationTimeline(
      resource: CloudResourceKeyInput!
      between: TimeRangeInput
      first: Int = 20
    ): ConfigurationTimelineConnection
  }

  type Account {
    accountId: ID!
  }

  type ConfigurationRecorder {
    accountId: ID!
    rawStatus: String
    resourceTypes: [String!]
  }

  type ResourceDirectory {
    resourceDirectoryId: ID!
    createdAt: DateTime
  }

  input CloudResourceKeyInput {
    accountId: ID
    region: String!
    resourceType: String!
    resourceId: ID!
  }

  input TimeRangeInput {
    from: DateTime
    to: DateTime
  }

  type ConfigurationTimelineConnection {
    nodes: [ConfigurationChange!]!
    pageInfo: PageInfo!
  }

  type PageInfo {
    hasNextPage: Boolean!
    endCursor: String
  }

  type ConfigurationChange {
    capturedAt: DateTime!
    eventType: ResourceEventType!
    resourceName: String
    changes: [PropertyChange!]
  }

  enum ResourceEventType {
    DISCOVERED
    MODIFY
    REMOVE
  }

  type PropertyChange {
    path: String!
    kind: PropertyChangeKind!
    before: JSON
    after: JSON
  }

  enum PropertyChangeKind {
    ADDED
    REMOVED
    REPLACED
  }
`;

const DateTime = new GraphQLScalarType({
  name: 'DateTime',
  serialize: (value) => (value instanceof Date ? value : new Date(value)).toISOString(),
  parseValue: readDate,
  parseLiteral: (node) => readDate(node.kind === Kind.STRING ? node.value : undefined),
});

const JSONValue = new GraphQLScalarType({ name: 'JSON', serialize: (value) => value });

function readDate(value) {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) throw new GraphQLError('Expected a date.');
  return date;
}

const clientOf = (apiVersion) =>
  new RPCClient({
    accessKeyId: 'testid',
    accessKeySecret: 'testsecret',
    endpoint: process.env.UPSTREAM_URL,
    apiVersion,
  });

const cloudConfig = clientOf('2020-09-07');
const resourceManager = clientOf('2020-03-31');
const sts = clientOf('2015-04-01');

const loader = (client, action) =>
  new DataLoader((keys) => Promise.all(keys.map((key) => client.request(action, key))), {
    cacheKeyFn: JSON.stringify,
  });

/** The context of one request. */
export const createContext = () => ({
  identity: loader(sts, 'GetCallerIdentity'),
  recorder: loader(cloudConfig, 'GetConfigurationRecorder'),
  directory: loader(resourceManager, 'GetResourceDirectory'),
  timeline: loader(cloudConfig, 'GetResourceConfigurationTimeline'),
});

export const resolvers = {
  DateTime,
  JSON: JSONValue,
  Query: {
    async currentAccount(_, __, { identity }) {
      const { AccountId } = await identity.load({});
      return { accountId: AccountId };
    },
    async configurationRecorder(_, __, { recorder }) {
      const { ConfigurationRecorder: found } = await recorder.load({});
      return {
        accountId: found.AccountId,
        rawStatus: found.ConfigurationRecorderStatus,
        resourceTypes: found.ResourceTypes,
      };
    },
    async resourceDirectory(_, __, { directory }) {
      const { ResourceDirectory: found } = await directory.load({});
      return { resourceDirectoryId: found.ResourceDirectoryId, createdAt: found.CreateTime };
    },
    async configurationTimeline(_, { resource, between, first }, { timeline }) {
      const { ResourceConfigurationTimeline: found } = await timeline.load({
        ResourceId: resource.resourceId,
        ResourceType: resource.resourceType,
        Region: resource.region,
        StartTime: between?.from?.getTime(),
        EndTime: between?.to?.getTime(),
        MaxResults: first,
      });
      return {
        nodes: found.ConfigurationList,
        pageInfo: { hasNextPage: Boolean(found.NextToken), endCursor: found.NextToken },
      };
    },
  },
  ConfigurationChange: {
    capturedAt: ({ CaptureTime }) => new Date(Number(CaptureTime)),
    eventType: ({ ResourceEventType }) => ResourceEventType,
    resourceName: ({ ResourceName }) => ResourceName,
    changes: ({ ConfigurationDiff }) =>
      Object.entries(JSON.parse(ConfigurationDiff || '{}')).map(([path, [before, after]]) => ({
        path,
        kind: before === null ? 'ADDED' : after === null ? 'REMOVED' : 'REPLACED',
        before,
        after,
      })),
  },
};

/** Where the peer listens. */
export const listen = { host: '127.0.0.1', port: Number(process.env.PORT) };
