import { forgettableLists } from '../support/forgettableLists';
import type { TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';
import { demoResources } from '../support/timelines';

/** The estimates of timelines, before and after one has shown which of its changes the upstream lists first. */

const { lists, forget } = forgettableLists();
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ lists });
});
beforeEach(() => {
  forget();
  gateway.emulator.reset();
});
afterAll(() => gateway.stop());

const costOnly = { 'x-cost-only': 'true' };
const { region, resourceType, resourceId } = demoResources.bucket;
const timeline = `{ cloudResource(key: { region: "${region}", resourceType: "${resourceType}", resourceId: "${resourceId}" }) {
  configurationTimeline(first: 5) { nodes { eventType } }
} }`;

describe('x-cost-only before a timeline was read', () => {
  const ask = async (document: string, headers: Readonly<Record<string, string>> = {}) =>
    (await gateway.ask(document, {}, headers)).cost;

  it('counts what a timeline costs if the upstream lists the oldest change first', async () => {
    gateway.emulator.readings.choose({ timelineOrder: 'oldest-first' });

    const alone = await ask(timeline, costOnly);
    const { estimatedCalls, actualCalls } = await ask(timeline);

    expect(alone.estimatedCalls).toBe(estimatedCalls);
    expect(actualCalls).toBeGreaterThan(1);
    expect(actualCalls).toBeLessThanOrEqual(estimatedCalls);
  });

  it('counts less as soon as a timeline has listed the newest change first', async () => {
    const before = await ask(timeline, costOnly);

    const { estimatedCalls } = await ask(timeline);
    const after = await ask(timeline, costOnly);

    expect(before.estimatedCalls).toBeGreaterThan(estimatedCalls);
    expect(after.estimatedCalls).toBeLessThanOrEqual(estimatedCalls);
  });

  it('counts all timelines of a list of resources in the same way', async () => {
    gateway.emulator.readings.choose({ timelineOrder: 'oldest-first' });
    const document =
      '{ cloudResources(first: 3) { nodes { configurationTimeline(first: 2) { nodes { eventType } } complianceTimeline(first: 2) { nodes { id } } } } }';

    const alone = await ask(document, costOnly);
    const { actualCalls } = await ask(document);

    expect(actualCalls).toBeLessThanOrEqual(alone.estimatedCalls);
  });
});

it('estimates a document again once it shows that the upstream lists timelines oldest first', async () => {
  gateway.emulator.readings.choose({ timelineOrder: 'oldest-first' });

  const first = await gateway.ask(timeline);
  const second = await gateway.ask(timeline);

  expect(first.errors).toBeUndefined();
  expect(first.cost.actualCalls).toBeLessThanOrEqual(first.cost.estimatedCalls);
  expect(second.cost).toEqual(first.cost);
});
