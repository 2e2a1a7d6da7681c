import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { Client, fetchExchange } from 'urql';
import schema from './generated/schema.json';

/** Objects without an ID are part of the object or page that holds them. */
const embedded = () => null;

export const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  exchanges: [
    cacheExchange({
      schema,
      keys: {
        Account: ({ accountId }) => String(accountId),
        AccountEnrollment: ({ accountId }) => String(accountId),
        ConfigurationRecorder: ({ accountId }) => String(accountId),
        CloudResource: ({ accountId, region, resourceType, resourceId }) =>
          [accountId, region, resourceType, resourceId].join('/'),
        PropertyChange: embedded,
        GovernanceError: embedded,
        EnrollAccountPayload: embedded,
      },
      resolvers: {
        Query: { accounts: relayPagination() },
        CloudResource: { configurationTimeline: relayPagination() },
      },
    }),
    fetchExchange,
  ],
});
