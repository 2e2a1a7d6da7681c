export { epoch, managementId, memberId, outsiderId, smallWorld, unknownId } from '../refusals/smallWorld';
export type { AccountInput, KeyInput, WorldChanges, ZoneInput } from '../refusals/smallWorld';
