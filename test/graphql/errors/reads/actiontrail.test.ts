import { LookupEvents } from '../../../../src/operations';
import { managementId, smallWorld } from '../../../emulator/world/worlds';
import { testDocumentedReads } from '../../../support/documentedReads';

const key = { accountId: managementId, region: 'cn-hangzhou', resourceType: 'ACS::ECS::Instance', resourceId: 'i-1' };
const world = smallWorld({
  management: { recorder: { since: '2025-01-01T00:00:00.000Z' } },
  resources: [{ ...key, changes: [{ at: '2026-06-20T00:00:00.000Z', type: 'DISCOVERED' }] }],
});

const never = 'The gateway builds the request, and no input of a client gets into it unchecked.';

testDocumentedReads(
  'actiontrail',
  Object.keys(LookupEvents.errors).map((code) => ({
    action: 'LookupEvents',
    code,
    never,
    state: { world },
    selection: `configurationTimeline(resource: { region: "cn-hangzhou", resourceType: "ACS::ECS::Instance", resourceId: "i-1" }) {
      nodes { eventType attribution { confidence } }
    }`,
    // The timeline stands without its authors.
    data: { configurationTimeline: { nodes: [{ eventType: 'DISCOVERED', attribution: null }] } },
    error: { path: ['configurationTimeline', 'nodes', 0, 'attribution'], code: 'INTERNAL_SERVER_ERROR' },
  })),
  // Of the other reads there is no field: the doctor calls them.
  (operation) => operation === LookupEvents,
);
