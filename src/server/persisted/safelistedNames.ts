import { Kind, parse } from 'graphql';
import type { PersistedSettings } from '../../settings';
import { readManifest } from './readManifest';

/**
 * The names of all operations that may run. Undefined if any may.
 *
 * @throws if the manifest cannot be read.
 */
export const safelistedNames = ({ mode, manifest }: PersistedSettings): ReadonlySet<string> | undefined => {
  if (mode !== 'only' || manifest === undefined) return undefined;
  const names = [...readManifest(manifest).values()].flatMap(namesIn);
  return new Set(names);
};

/** A body that cannot be parsed is refused when a client sends it. */
const namesIn = (body: string): readonly string[] => {
  try {
    return parse(body, { noLocation: true }).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.name !== undefined ? [definition.name.value] : [],
    );
  } catch {
    return [];
  }
};
