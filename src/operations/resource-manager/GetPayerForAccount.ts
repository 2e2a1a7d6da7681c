import { defineOperation } from '../operation';
import { accountId, optional, text } from '../shapes';
import { NoResourceDirectory, NoSuchAccount } from './errors';
import { ResourceManager } from './product';

/** Reads which account pays for a member. */
export const GetPayerForAccount = defineOperation({
  product: ResourceManager,
  action: 'GetPayerForAccount',
  summary: 'Reads which account pays for a member.',
  methods: ['POST', 'GET'],
  kind: 'read',
  retry: 'safe',
  parameters: { AccountId: accountId('string', { in: 'query' }) },
  response: { PayerAccountName: optional(text()), PayerAccountId: accountId('string') },
  errors: { 'EntityNotExists.ResourceDirectory': NoResourceDirectory, 'EntityNotExists.Account': NoSuchAccount },
  quota: 'unknown',
  cache: { ttlMs: 300_000 },
  ram: { action: 'resourcemanager:GetPayerForAccount', resource: '*' },
  source: 'Resource Management 2020-03-31, GetPayerForAccount',
});
