import { readFileSync } from 'node:fs';
import { explainIssues } from '../explainIssues';
import type { CompleteWorld, WorldDefinition } from './WorldDefinition';
import { worldDefinition } from './WorldDefinition';
import { WorldError } from './WorldError';
import { demoWorld } from './demo/demoWorld';
import { documentsWorld } from './documentsWorld';
import { findContradictions } from './findContradictions';
import { freshWorld } from './freshWorld';

/** The worlds that have a name. They are always the same. */
const namedWorlds: Readonly<Record<string, () => WorldDefinition>> = {
  demo: demoWorld,
  fresh: freshWorld,
  documents: documentsWorld,
};

/** Named worlds that were read before. Every reset needs one again. */
const known = new Map<string, CompleteWorld>();

/**
 * Reads a world by name, from a JSON file, or from a definition, and fills in every default.
 *
 * @throws WorldError that lists everything that is wrong with it.
 */
export function readWorldDefinition(source: string | WorldDefinition): CompleteWorld {
  if (typeof source !== 'string' || !Object.hasOwn(namedWorlds, source)) return readAnew(source);
  const definition = known.get(source) ?? readAnew(source);
  known.set(source, definition);
  return definition;
}

function readAnew(source: string | WorldDefinition): CompleteWorld {
  const title = typeof source === 'string' ? source : `"${source.name}"`;
  const input = typeof source === 'string' ? load(source) : source;

  const { success, data, error } = worldDefinition.safeParse(input, { reportInput: true });
  if (!success) throw new WorldError(title, explainIssues(error.issues));
  const contradictions = findContradictions(data);
  if (contradictions.length > 0) throw new WorldError(title, contradictions);
  return data;
}

function load(nameOrPath: string): unknown {
  const make = Object.hasOwn(namedWorlds, nameOrPath) ? namedWorlds[nameOrPath] : undefined;
  if (make) return make();

  let text: string;
  try {
    text = readFileSync(nameOrPath, 'utf8');
  } catch {
    const names = Object.keys(namedWorlds).join(', ');
    throw new WorldError(nameOrPath, [`expected ${names} or the path of a JSON file, but there is no such file.`]);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new WorldError(nameOrPath, [`expected JSON, but got something else: ${(error as SyntaxError).message}`]);
  }
}
