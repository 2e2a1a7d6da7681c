import { worldJsonSchema } from '../emulator';
import type { GeneratedFile } from './GeneratedFile';

/** `docs/emulator-world.schema.json`: what a world file of the emulator may hold, for editors. */
export const emulatorWorldSchema = (): GeneratedFile => ({
  path: 'docs/emulator-world.schema.json',
  content: `${JSON.stringify(worldJsonSchema(), null, 2)}\n`,
});
