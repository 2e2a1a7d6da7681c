import { defineOperation } from '../operation';
import type { RecordOf } from '../shapes';
import { accountId, isoTime, list, object, oneOf, optional, text } from '../shapes';
import { enrollmentStatuses } from './GetEnrolledAccount';
import { CallerNotFound, InternalError, InvalidEnterpriseRealNameNotFound, InvalidParameter } from './errors';
import { pageParameters, pagesOf } from './paging';
import { Governance } from './product';

const fields = {
  AccountUid: accountId('number'),
  BaselineId: optional(text()),
  CreateTime: optional(isoTime()),
  DisplayName: optional(text()),
  FolderId: optional(text()),
  PayerAccountUid: optional(accountId('number')),
  Status: optional(oneOf(enrollmentStatuses)),
  UpdateTime: optional(isoTime()),
};

/** An enrollment in the list form: without items, progress and failure. */
export const EnrollmentSummaryRecord = object(fields);
export type EnrollmentSummaryRecord = RecordOf<typeof fields>;

/** Lists the enrolled accounts. Returns no total. */
export const ListEnrolledAccounts = defineOperation({
  product: Governance,
  action: 'ListEnrolledAccounts',
  summary: 'Lists enrolled accounts.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    ...pageParameters(),
    RegionId: optional(text({ in: 'query' })),
  },
  response: { EnrolledAccounts: optional(list(EnrollmentSummaryRecord)), NextToken: optional(text()) },
  paging: pagesOf('EnrolledAccounts'),
  errors: {
    InvalidParameter,
    'InvalidUser.NotFound': CallerNotFound,
    'InvalidEnterpriseRealName.NotFound': InvalidEnterpriseRealNameNotFound,
    InternalError,
  },
  quota: 'unknown',
  cache: { ttlMs: 60_000 },
  ram: { action: 'governance:ListEnrolledAccounts', resource: '*' },
  source: 'Cloud Governance Center 2021-01-20, ListEnrolledAccounts',
});
