import { defineOperation, perSecond } from '../operation';
import { flag, optional, text } from '../shapes';
import { AccountDetailRecord } from './AccountRecord';
import { invalidParameter, missingParameter, NoResourceDirectory, NoSuchAccount } from './errors';
import { ResourceManager } from './product';

/** Reads one member of the directory. One account a call: there is no batch form. */
export const GetAccount = defineOperation({
  product: ResourceManager,
  action: 'GetAccount',
  summary: 'Reads one member.',
  methods: ['POST', 'GET'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    AccountId: text({ in: 'query' }),
    IncludeTags: optional(flag({ in: 'query', default: false })),
  },
  response: { Account: AccountDetailRecord },
  errors: {
    'MissingParameter.AccountId': missingParameter('AccountId'),
    'InvalidParameter.AccountId': invalidParameter('AccountId'),
    'EntityNotExists.Account': NoSuchAccount,
    'EntityNotExists.ResourceDirectory': NoResourceDirectory,
  },
  quota: perSecond(50),
  cache: { ttlMs: 60_000 },
  ram: { action: 'resourcemanager:GetAccount', resource: '*' },
  source: 'Resource Management 2020-03-31, GetAccount',
});
