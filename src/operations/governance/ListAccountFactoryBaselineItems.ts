import { defineOperation } from '../operation';
import type { RecordOf } from '../shapes';
import { list, object, oneOf, optional, text } from '../shapes';
import { InternalError, InvalidEnterpriseRealNameNotFound } from './errors';
import { pageParameters, pagesOf } from './paging';
import { Governance } from './product';

/** Kinds of item on offer. */
export const baselineItemTypes = ['AccountFactory'] as const;

const fields = {
  /** Items that must be applied first. */
  DependsOn: optional(list(object({ Name: optional(text()), Type: optional(text()), Version: optional(text()) }))),
  Description: optional(text()),
  Name: text(),
  Type: optional(oneOf(baselineItemTypes)),
  Version: optional(text()),
};

/** A baseline item on offer. */
export const BaselineItemOfferRecord = object(fields);
export type BaselineItemOfferRecord = RecordOf<typeof fields>;

/** Lists the baseline items on offer. POST only, although it reads. */
export const ListAccountFactoryBaselineItems = defineOperation({
  product: Governance,
  action: 'ListAccountFactoryBaselineItems',
  summary: 'Lists the baseline items on offer.',
  methods: ['POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    Type: optional(oneOf(baselineItemTypes, { in: 'query' })),
    Names: optional(list(text(), { encoding: 'flat', in: 'query' })),
    Versions: optional(list(text(), { encoding: 'flat', in: 'query' })),
    // A page holds 100 by the metadata, 10 by its own text: its size is always sent.
    ...pageParameters(100),
    RegionId: optional(text({ in: 'query' })),
  },
  response: { BaselineItems: optional(list(BaselineItemOfferRecord)), NextToken: optional(text()) },
  paging: pagesOf('BaselineItems', 100),
  errors: { 'InvalidEnterpriseRealName.NotFound': InvalidEnterpriseRealNameNotFound, InternalError },
  quota: 'unknown',
  cache: { ttlMs: 300_000 },
  ram: { action: 'governance:ListAccountFactoryBaselineItems', resource: '*' },
  source: 'Cloud Governance Center 2021-01-20, ListAccountFactoryBaselineItems',
});
