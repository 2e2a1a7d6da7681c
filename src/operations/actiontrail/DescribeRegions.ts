import { defineOperation, perSecond } from '../operation';
import { list, object, oneOf, optional, text } from '../shapes';
import { ActionTrail } from './product';

/** Lists the regions with a host of ActionTrail. The only answer of the product that wraps its list. */
export const DescribeRegions = defineOperation({
  product: ActionTrail,
  action: 'DescribeRegions',
  summary: 'Lists the regions that ActionTrail has hosts in.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: { AcceptLanguage: optional(oneOf(['zh-CN', 'en-US'], { in: 'query', default: 'en-US' })) },
  response: {
    Regions: object({
      Region: optional(
        list(object({ RegionId: text(), RegionEndpoint: optional(text()), LocalName: optional(text()) })),
      ),
    }),
  },
  errors: {},
  quota: perSecond(100),
  cache: { ttlMs: 3_600_000 },
  ram: 'none',
  source: 'ActionTrail 2020-07-06, DescribeRegions',
});
