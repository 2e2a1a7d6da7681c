import { readFileSync } from 'node:fs';
import { z } from 'zod';
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
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as { code?: unknown };
    throw new Error(`${expected} cannot be read (${String(code)}).`);
  }
  const manifest = Manifest.safeParse(tryParseJson(text));
  if (!manifest.success) throw new Error(`${expected} has another form.`);
  return new Map(manifest.data.operations.map(({ id, body }) => [id, body]));
};
