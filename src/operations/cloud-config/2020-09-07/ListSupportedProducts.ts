import { defineOperation, perMinute } from '../../operation';
import { int32, list, object, optional, text } from '../../shapes';
import { ServiceUnavailable } from '../errors';
import { CloudConfig2020 } from './product';

/** Lists the products and resource types that Cloud Config can track. Everybody may ask. */
export const ListSupportedProducts = defineOperation({
  product: CloudConfig2020,
  action: 'ListSupportedProducts',
  summary: 'Lists the products and the resource types that the service can track.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    NextToken: optional(text({ in: 'query' })),
    MaxResults: optional(int32({ in: 'query', default: 200, min: 1, max: 500 })),
  },
  response: {
    Products: list(
      object({
        ProductNameEn: optional(text()),
        ProductNameZh: optional(text()),
        ResourceTypeList: optional(
          list(
            object({
              ResourceType: text(),
              TypeNameEn: optional(text()),
              TypeNameZh: optional(text()),
              /** Of the console, with places to fill in such as `@{ResourceId}`. */
              TypePageLink: optional(text()),
            }),
          ),
        ),
      }),
    ),
    /** Printed as text. */
    MaxResults: optional(text()),
    NextToken: optional(text()),
  },
  paging: {
    style: 'token',
    limitParameter: 'MaxResults',
    tokenParameter: 'NextToken',
    items: 'Products',
    next: 'NextToken',
    min: 1,
    max: 500,
    default: 200,
  },
  errors: { ServiceUnavailable },
  quota: perMinute(300),
  cache: { ttlMs: 3_600_000 },
  ram: { action: 'config:ListSupportedProducts', resource: '*' },
  source: 'Cloud Config 2020-09-07, ListSupportedProducts',
});
