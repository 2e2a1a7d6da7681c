import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diff } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';
import { buildASTSchema, Kind, parse } from 'graphql';

/**
 * Compares `schema/schema.graphql` with `schema/released.graphql`, a copy of it as of the last release. A breaking
 * change fails, unless CHANGELOG.md names its path in backticks under `## Unreleased`, `### Breaking`.
 *
 * The subgraph schemas are compared, not the ones without federation directives: an entity's `@key` is a promise to
 * every subgraph that refers to it, and losing one breaks them as surely as losing a field breaks a client.
 */

/** One difference between the released schema and the present one. */
export interface SchemaChange {
  readonly criticality: 'BREAKING' | 'DANGEROUS' | 'NON_BREAKING';
  /** `Type.field.argument`, `Enum.VALUE`, or `Type @key(fields: "…")`. */
  readonly path: string;
  readonly message: string;
}

/** Federation's directives come by `@link`, so they are used without being defined: no validation. */
const toSchema = (sdl: string): GraphQLSchema => buildASTSchema(parse(sdl), { assumeValidSDL: true });

/** `Type @key(fields: "…")` for every key, its white space evened out. */
function keysOf(sdl: string): ReadonlySet<string> {
  const entities = parse(sdl).definitions.filter(
    (definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.OBJECT_TYPE_EXTENSION ||
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION ||
      definition.kind === Kind.INTERFACE_TYPE_EXTENSION,
  );
  const keys = entities.flatMap(({ name, directives = [] }) =>
    directives
      .filter((directive) => directive.name.value === 'key')
      .flatMap((directive) => directive.arguments ?? [])
      .flatMap(({ name: argument, value }) =>
        argument.value === 'fields' && value.kind === Kind.STRING
          ? [`${name.value} @key(fields: "${value.value.trim().replace(/\s+/g, ' ')}")`]
          : [],
      ),
  );
  return new Set(keys);
}

/** What changed from the released schema to the present one. Both are SDL of a federation subgraph. */
export async function compareSchemas(released: string, present: string): Promise<readonly SchemaChange[]> {
  const changes = await diff(toSchema(released), toSchema(present));
  const presentKeys = keysOf(present);
  const lostKeys = [...keysOf(released)].filter((key) => !presentKeys.has(key));
  return [
    ...changes
      // Which key was lost matters. The check below reports it.
      .filter(({ path }) => !path?.includes('@key'))
      .map(({ criticality, path = '', message }) => ({ criticality: criticality.level, path, message })),
    ...lostKeys.map((path) => ({
      criticality: 'BREAKING' as const,
      path,
      message: 'Other subgraphs may refer to the entity by this key',
    })),
  ];
}

/** The part of a Markdown text below the heading, up to the next one of the same or a higher level. */
function sectionOf(markdown: string, heading: string): string {
  const lines = markdown.split(/\r?\n/);
  const start = lines.findIndex((line) => line.trim() === heading);
  if (start < 0) return '';
  const level = heading.indexOf(' ');
  const body = lines.slice(start + 1);
  const end = body.findIndex((line) => /^#+ /.test(line) && line.indexOf(' ') <= level);
  return body.slice(0, end < 0 ? undefined : end).join('\n');
}

/** The paths that a changelog announces as broken by the next release. */
export function announcedBreaks(changelog: string): ReadonlySet<string> {
  const breaking = sectionOf(sectionOf(changelog, '## Unreleased'), '### Breaking');
  return new Set([...breaking.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path));
}

/** Whether the changes may be released, and a line for each that a client can notice. */
export interface Verdict {
  readonly passed: boolean;
  readonly lines: readonly string[];
}

/** Judges the changes by what the changelog announces. */
export function judge(changes: readonly SchemaChange[], changelog: string): Verdict {
  const announced = announcedBreaks(changelog);
  const noticeable = changes.filter(({ criticality }) => criticality !== 'NON_BREAKING');
  const isUnannounced = ({ criticality, path }: SchemaChange) => criticality === 'BREAKING' && !announced.has(path);
  const unannounced = noticeable.filter(isUnannounced).length;
  return {
    passed: unannounced === 0,
    lines: [
      ...noticeable.map((change) => {
        const note = change.criticality === 'BREAKING' && !isUnannounced(change) ? ' (announced)' : '';
        return `${change.criticality}${note} ${change.path}: ${change.message}`;
      }),
      unannounced === 0
        ? 'schema/schema.graphql breaks nothing that schema/released.graphql promised without announcing it.'
        : `${unannounced} breaking ${unannounced === 1 ? 'change is' : 'changes are'} not announced: ` +
          'expected each path in backticks under "## Unreleased", "### Breaking" of CHANGELOG.md.',
    ],
  };
}

/** Runs the check on the files of a checkout. */
export async function checkReleasedSchema(root = '.'): Promise<Verdict> {
  const read = (path: string) => {
    const file = join(root, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  const released = read('schema/released.graphql');
  const present = read('schema/schema.graphql');
  if (released === undefined || present === undefined) {
    return {
      passed: false,
      lines: ['Expected schema/schema.graphql and schema/released.graphql, but one is missing.'],
    };
  }
  return judge(await compareSchemas(released, present), read('CHANGELOG.md') ?? '');
}

if (require.main === module) {
  void checkReleasedSchema().then(({ passed, lines }) => {
    (passed ? console.log : console.error)(lines.join('\n'));
    process.exitCode = passed ? 0 : 1;
  });
}
