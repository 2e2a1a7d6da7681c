import { defineOperation } from '../operation';
import type { ResponseOf } from '../operation';
import { accountId, flag, isoTime, list, object, oneOf, optional, text } from '../shapes';
import { BaselineItemRecord } from './BaselineItemRecord';
import {
  InternalError,
  InvalidBlueprintNotFound,
  InvalidEnterpriseRealNameNotFound,
  InvalidParameter,
  InvalidUserNotFound,
} from './errors';
import { Governance } from './product';

/** Where an enrollment is; the last three are its ends. */
export const enrollmentStatuses = ['Pending', 'Running', 'Finished', 'Failed', 'Scheduling', 'ScheduleFailed'] as const;

/** Where one baseline item of an enrollment is. */
export const enrollmentStepStatuses = ['Pending', 'Running', 'Finished', 'Failed'] as const;

/** Reads one enrolled account with its progress. `InvalidBlueprint.NotFound` means that it was never enrolled. */
export const GetEnrolledAccount = defineOperation({
  product: Governance,
  action: 'GetEnrolledAccount',
  summary: 'Reads one enrolled account with its progress.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    AccountUid: accountId('number', { in: 'query' }),
    RegionId: optional(text({ in: 'query' })),
  },
  response: {
    AccountUid: accountId('number'),
    BaselineId: optional(text()),
    BaselineItems: optional(list(BaselineItemRecord)),
    CreateTime: optional(isoTime()),
    DisplayName: optional(text()),
    /** Only with a failed status. */
    ErrorInfo: optional(
      object({
        Code: optional(text()),
        Message: optional(text()),
        Recommend: optional(text()),
        RequestId: optional(text()),
      }),
    ),
    FolderId: optional(text()),
    Initialized: optional(flag()),
    /** Echo of the request that enrolled the account. */
    Inputs: optional(
      object({
        AccountNamePrefix: optional(text()),
        AccountUid: optional(accountId('number')),
        BaselineItems: optional(list(BaselineItemRecord)),
        DisplayName: optional(text()),
        FolderId: optional(text()),
        PayerAccountUid: optional(accountId('number')),
        /** A plain array here, while the request sends JSON text. */
        Tag: optional(list(object({ Key: optional(text()), Value: optional(text()) }))),
      }),
    ),
    MasterAccountUid: optional(accountId('number')),
    PayerAccountUid: optional(accountId('number')),
    Progress: optional(list(object({ Name: optional(text()), Status: optional(oneOf(enrollmentStepStatuses)) }))),
    Status: optional(oneOf(enrollmentStatuses)),
    UpdateTime: optional(isoTime()),
  },
  errors: {
    InvalidParameter,
    'InvalidUser.NotFound': InvalidUserNotFound,
    'InvalidBlueprint.NotFound': InvalidBlueprintNotFound,
    'InvalidEnterpriseRealName.NotFound': InvalidEnterpriseRealNameNotFound,
    InternalError,
  },
  quota: 'unknown',
  cache: { ttlMs: 5000 },
  ram: { action: 'governance:GetEnrolledAccount', resource: '*' },
  source: 'Cloud Governance Center 2021-01-20, GetEnrolledAccount',
});

/** An enrollment with its progress. */
export type EnrolledAccountRecord = ResponseOf<typeof GetEnrolledAccount>;
