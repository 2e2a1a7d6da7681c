import * as fc from 'fast-check';
import { resourceKeyText } from '../../../src/changes/ResourceKey';
import type { FeedGap } from '../../../src/feed/FeedGap';
import type { FeedPosition } from '../../../src/feed/FeedPosition';
import { FeedPosition as Position } from '../../../src/feed/FeedPosition';
import type { FeedPage } from '../../../src/feed/readFeed';
import { readFeed } from '../../../src/feed/readFeed';
import type { ConfigurationChangeRecord } from '../../../src/operations/cloud-config/GetResourceConfigurationTimeline';
import { isSoak, seed } from '../../support/soak';
import type { ModelOptions, ModelResource } from './modelFeed';
import { modelFeed, presentOfModel } from './modelFeed';

const now = presentOfModel - 5;
const hour = 60 * 60_000;
const from = now - 24 * hour;

type Page = FeedPage<ConfigurationChangeRecord>;

const resourceOf = (index: number) => ({
  accountId: String(1 + (index % 3)),
  region: 'cn-hangzhou',
  resourceType: 'ACS::ECS::Instance',
  resourceId: `i-${index}`,
});

/** Few moments, so that many changes share one. Some are older than the window. */
const moment = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 30 }).map((step) => now - 1 - step * hour) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 26 * hour }).map((ago) => now - ago) },
);

const resourceArbitrary = fc.record({
  changes: fc.uniqueArray(moment, { maxLength: 4 }).map((times) => [...times].sort((a, b) => a - b)),
  touched: fc.option(moment, { nil: undefined, freq: 4 }),
  isDeleted: fc.boolean(),
});

const resourcesArbitrary = fc
  .array(resourceArbitrary, { maxLength: 30 })
  .map((some) => some.map((one, index): ModelResource => ({ ...one, resource: resourceOf(index) })));

const readings = fc.record({
  updateTime: fc.constantFrom('capture', 'listing', 'change'),
  endIsIn: fc.boolean(),
  counts: fc.constantFrom('right', 'none', 'all', 'page'),
  order: fc.constantFrom('newest', 'oldest', 'key'),
  pageSize: fc.constantFrom(1, 7, 100),
}) satisfies fc.Arbitrary<Partial<ModelOptions>>;

const parameters = {
  numRuns: isSoak ? 5_000 : 300,
  endOnFailure: !isSoak,
  ...(seed === undefined ? {} : { seed }),
};

/** A change of the truth, or of a page, as text. */
const changeText = (resourceText: string, at: number): string => `${at} ${resourceText}`;

const truthOf = (resources: readonly ModelResource[], to: number, isMissing: (one: ModelResource) => boolean) =>
  resources
    .filter((one) => !isMissing(one))
    .flatMap((one) =>
      one.changes.filter((at) => at >= from && at < to).map((at) => ({ at, text: resourceKeyText(one.resource) })),
    )
    .sort((a, b) => b.at - a.at || (a.text < b.text ? -1 : 1))
    .map(({ at, text }) => changeText(text, at));

const request = {
  from,
  to: now,
  until: presentOfModel,
  first: 5,
  lags: false,
  removalsUndated: false,
  maxTimelines: 400,
  maxLists: 200,
};

type RangedGap = FeedGap & Pick<Page, 'range'>;

/** Whether a gap explains that a change is missing. */
const isIn = ({ subject, range }: RangedGap, change: string): boolean => {
  const at = Number(change.split(' ')[0]);
  const [accountId] = JSON.parse(change.slice(change.indexOf('['))) as [string];
  const isAbout =
    subject.source === 'RESOURCE'
      ? change.endsWith(resourceKeyText(subject.resource))
      : subject.source === 'ACCOUNT' && subject.accountId === accountId;
  return isAbout && at >= range.from && at < range.to;
};

/** Walks to the end. What changes between two pages is the caller’s. */
const walk = async (
  optionsAt: (page: number) => ModelOptions,
  { first, to = now, useEdges = false }: { readonly first: number; readonly to?: number; readonly useEdges?: boolean },
) => {
  const texts: string[] = [];
  const gaps: RangedGap[] = [];
  let position: FeedPosition | undefined;
  for (let number = 0; number < 500; number += 1) {
    const { reads } = modelFeed(optionsAt(number));
    const page: Page = await readFeed(reads, { ...request, first, to, position });
    texts.push(...page.edges.map(({ resource, record }) => changeText(resourceKeyText(resource), record.CaptureTime)));
    gaps.push(...page.gaps.map((gap) => ({ ...gap, range: page.range })));
    if (!page.hasNextPage) return { texts, gaps };
    const next = useEdges ? (page.edges.at(-1)?.position ?? page.end) : page.end;
    // As a cursor carries it.
    position = Position.parse(JSON.parse(JSON.stringify(next)));
  }
  throw new Error('The walk does not end.');
};

describe('a walk over the changes of many resources', () => {
  test('gives every change of the window once, newest first, whatever the lists say', async () => {
    await fc.assert(
      fc.asyncProperty(
        resourcesArbitrary,
        readings,
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        async (resources, reading, first, useEdges) => {
          const { texts, gaps } = await walk(() => ({ resources, ...reading }), { first, useEdges });
          // Whether captures are later than updates shows with the first timeline: one that shows it late comes out of order.
          expect(gaps).toEqual([]);
          expect(texts).toEqual(truthOf(resources, now, () => false));
        },
      ),
      parameters,
    );
  });

  test('gives every change of a window that ended in the past', async () => {
    await fc.assert(
      fc.asyncProperty(
        resourcesArbitrary,
        readings,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 20 }),
        async (resources, reading, first, hours) => {
          const to = now - hours * hour;
          const { texts } = await walk(() => ({ resources, ...reading }), { first, to });
          expect(texts).toEqual(truthOf(resources, to, () => false));
        },
      ),
      parameters,
    );
  });

  test('misses what gaps name, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(
        resourcesArbitrary,
        readings,
        fc.integer({ min: 1, max: 12 }),
        fc.subarray(['1', '2', '3'], { maxLength: 2 }),
        fc.array(fc.integer({ min: 0, max: 29 }), { maxLength: 4 }),
        async (resources, reading, first, closedIds, failingIndices) => {
          const closed = new Set(closedIds);
          const failing = new Set(failingIndices.map((index) => resourceKeyText(resourceOf(index))));
          const { texts, gaps } = await walk(() => ({ resources, ...reading, closed, failing }), { first });
          const given = new Set(texts);
          const missing = truthOf(resources, now, () => false).filter((text) => !given.has(text));
          expect(missing.filter((text) => !gaps.some((gap) => isIn(gap, text)))).toEqual([]);
          // What is given is true, in order, and not from where nothing can be read.
          const isOut = ({ resource }: ModelResource): boolean =>
            closed.has(resource.accountId) || failing.has(resourceKeyText(resource));
          expect(texts).toEqual(truthOf(resources, now, isOut));
        },
      ),
      parameters,
    );
  });

  test('goes on behind what it has given if resources change between two pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        resourcesArbitrary,
        readings,
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 29 }), fc.integer({ min: 1, max: 6 })), { maxLength: 6 }),
        async (resources, reading, first, arrivals) => {
          // A later change is outside of the window: it only moves the update of its resource.
          const optionsAt = (page: number): ModelOptions => ({
            ...reading,
            resources: resources.map((one, index) => {
              const isMoved = arrivals.some(([of, when]) => of === index && when <= page);
              return isMoved ? { ...one, changes: [...one.changes, now + 1] } : one;
            }),
          });
          const { texts } = await walk(optionsAt, { first });
          expect(texts).toEqual(truthOf(resources, now, () => false));
        },
      ),
      parameters,
    );
  });
});
