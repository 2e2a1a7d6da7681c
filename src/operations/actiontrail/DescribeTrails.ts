import { defineOperation, perSecond } from '../operation';
import { flag, isoTime, list, object, oneOf, optional, text } from '../shapes';
import { InvalidQueryParameter, InvalidTrailName } from './errors';
import { ActionTrail } from './product';

/** Lists the trails of the account. LookupEvents needs none; what is older than 90 days does. */
export const DescribeTrails = defineOperation({
  product: ActionTrail,
  action: 'DescribeTrails',
  summary: 'Lists the trails of the account.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    IncludeShadowTrails: optional(flag({ in: 'query', default: false })),
    NameList: optional(list(text(), { in: 'query', encoding: 'csv' })),
    IncludeOrganizationTrail: optional(flag({ in: 'query', default: false })),
  },
  response: {
    TrailList: optional(
      list(
        object({
          Name: text(),
          TrailArn: optional(text()),
          HomeRegion: optional(text()),
          Region: optional(text()),
          TrailRegion: optional(text()),
          Status: optional(oneOf(['Fresh', 'Enable', 'Disable'])),
          EventRW: optional(oneOf(['Write', 'Read', 'All'])),
          IsOrganizationTrail: optional(flag()),
          OrganizationId: optional(text()),
          CreateTime: optional(isoTime()),
          UpdateTime: optional(isoTime()),
          StartLoggingTime: optional(isoTime()),
          StopLoggingTime: optional(isoTime()),
          OssBucketName: optional(text()),
          OssBucketLocation: optional(text()),
          OssKeyPrefix: optional(text()),
          OssWriteRoleArn: optional(text()),
          SlsProjectArn: optional(text()),
          SlsWriteRoleArn: optional(text()),
          MaxComputeProjectArn: optional(text()),
          MaxComputeWriteRoleArn: optional(text()),
        }),
      ),
    ),
  },
  errors: { InvalidTrailNameException: InvalidTrailName, InvalidQueryParameter },
  quota: perSecond(100),
  cache: { ttlMs: 60_000 },
  ram: { action: 'actiontrail:DescribeTrails', resource: 'acs:actiontrail:{region}:{accountId}:trail/*' },
  source: 'ActionTrail 2020-07-06, DescribeTrails',
});
