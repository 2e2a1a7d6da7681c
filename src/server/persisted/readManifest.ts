import { z } from 'zod';
import { readText } from '../../environment/readText';
import { tryParseJson } from '../../json/tryParseJson';

/** A manifest as `@apollo/generate-persisted-query-manifest` writes it. */
const Manifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string().min(1), body: z.string().min(1) })),
});

/**
 * Reads the documents of a manifest by their IDs.
 *
 * @throws if the file cannot be read, or is no manifest, in a sentence for operators.
 */
export const readManifest = (path: string): ReadonlyMap<string, string> => {
  const expected = `PERSISTED_OPERATIONS_MANIFEST must be a file with an Apollo persisted query manifest, but ${JSON.stringify(path)}`;
  const manifest = Manifest.safeParse(tryParseJson(readText(path, expected)));
  if (!manifest.success) throw new Error(`${expected} has another form.`);
  return new Map(manifest.data.operations.map(({ id, body }) => [id, body]));
};
