/**
 * The emulator of Cloud Config, Resource Management, Cloud Governance Center, ActionTrail and STS: a real HTTP server that checks
 * signatures, keeps state, moves by a clock and fails on demand. Nothing outside this folder imports anything else of
 * it; packages import it as `alicloud-governance-gateway/emulator`.
 *
 * @example const emulator = await startEmulator({ world: 'demo' }); // Send RPC requests to emulator.url, signed with the key `testid` and the secret `testsecret`. await emulator.close();
 */
export { startEmulator } from './emulator';
export type { Emulator, EmulatorOptions } from './emulator';
export { emulatorSettingsTable, parseEmulatorSettings } from './settings';
export type { EmulatorSettings } from './settings';

// How it misbehaves, and how it reads what the documents leave open.
export type { FaultRuleInput } from './faults';
export { defaultReadings, readingValues } from './readings';
export type { Readings } from './readings';
export { readingSubjects } from './readingSubjects';

// Handlers of one's own: pass them as `handlers`.
export { BusinessError } from './handler';
export type { Handlers } from './handler';
export { handlers } from './handlers';
export { Refusal } from './Refusal';

// Errors that every operation may return.
export { gatewayErrors } from './gatewayErrors';

// Worlds: the built-in ones, and what others are made of.
export { createWorld } from './world/createWorld';
export type { World } from './world/World';
export { worldJsonSchema } from './world/WorldDefinition';
export type { WorldDefinition } from './world/WorldDefinition';
export { demoAccounts, demoEpoch } from './world/demo/company';
export { demoWorld } from './world/demo/demoWorld';
export { makeHistory, spread } from './world/demo/history';
export { ecsInstance } from './world/demo/kinds';
export { demoResources } from './world/demo/resources';
export { freshAccountId, freshWorld } from './world/freshWorld';
export { generatedWorld } from './world/population/generatedWorld';
export { seededRandom } from './world/seededRandom';
export { supportedProducts } from './cloud-config/2020-09-07/supportedProducts';
export { supportedResourceTypes } from './cloud-config/supportedResourceTypes';
