export {
  epoch,
  managementId,
  memberId,
  outsiderId,
  smallWorld,
  unknownId,
} from '../../../src/emulator/refusals/smallWorld';
export type { AccountInput, KeyInput, WorldChanges, ZoneInput } from '../../../src/emulator/refusals/smallWorld';
