import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** A parameter or field in a fact file; the keys are explained in README.md. */
export interface FactNode {
  readonly type: string;
  readonly of?: string;
  readonly desc: string;
  readonly in?: string;
  readonly enc?: string;
  readonly fmt?: string;
  /** Text if the public sources leave it open. */
  readonly required?: boolean | string;
  readonly default?: unknown;
  readonly min?: number;
  readonly max?: number;
  readonly max_items?: number;
  readonly enum?: readonly unknown[];
  readonly when?: string;
  readonly optional?: boolean;
  readonly nullable?: boolean;
  readonly wire_also?: string;
  readonly wire_alias?: readonly string[];
  /** Other spellings of the keys inside. */
  readonly wire_alias_rule?: string;
  readonly note?: string;
  readonly fields?: FactFields;
}

export type FactFields = Readonly<Record<string, FactNode>>;

export interface FactError {
  readonly http: number;
  readonly code: string;
  readonly message?: string;
}

export interface FactOperation {
  readonly http: readonly string[];
  readonly effect: string;
  readonly async: boolean;
  readonly retry: string;
  readonly quota: { readonly limit: number | 'unknown'; readonly window_s?: number };
  readonly ram: { readonly action: string; readonly resource?: string };
  readonly pagination: { readonly style: string } & Readonly<Record<string, unknown>>;
  readonly params: FactFields;
  readonly response: FactFields;
  readonly errors: readonly FactError[];
}

/** One product in one version. */
export interface FactFile {
  readonly product: string;
  readonly version: string;
  readonly endpoints: {
    readonly public: Readonly<Record<string, string>>;
    readonly vpc?: Readonly<Record<string, string>>;
  };
  readonly operations: Readonly<Record<string, FactOperation>>;
  /** Codes of the whole product. */
  readonly shared_errors?: readonly FactError[];
}

const read = (...path: string[]) => readFileSync(join(__dirname, ...path), 'utf8');

/** Every fact file, checked against `schema.json`: a key that the schema does not know is an error. */
export function loadFacts(): readonly FactFile[] {
  const schema = z.fromJSONSchema(JSON.parse(read('schema.json')) as Parameters<typeof z.fromJSONSchema>[0]);
  return readdirSync(__dirname)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => schema.parse(parse(read(name))) as FactFile);
}

/** An answer, published or with invented data. */
export interface Example {
  /** The operation and a variant or language: `GetEnrolledAccount.failed`. */
  readonly name: string;
  /** The folder, which is named as its fact file; undefined for a page. */
  readonly file?: string;
  readonly action: string;
  readonly text: string;
}

/** The JSON answers in `examples/`, error bodies apart. */
export function loadExamples(): readonly Example[] {
  return readdirSync(join(__dirname, 'examples'), { withFileTypes: true })
    .filter((folder) => folder.isDirectory() && folder.name !== 'errors')
    .flatMap((folder) =>
      readdirSync(join(__dirname, 'examples', folder.name))
        .filter((file) => file.endsWith('.json'))
        .map((file) => ({
          name: file.replace(/\.json$/, ''),
          file: folder.name,
          action: file.replace(/\..*$/, ''),
          text: read('examples', folder.name, file),
        })),
    );
}

/** The JSON error bodies in `examples/errors/`, named `<status>.<Code>.json`. */
export function loadErrorExamples(): readonly {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** The host that the body names. */
  readonly host: string;
}[] {
  return readdirSync(join(__dirname, 'examples', 'errors'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const { Code, Message, HostId } = JSON.parse(read('examples', 'errors', file)) as Record<string, string>;
      return { status: Number.parseInt(file, 10), code: Code ?? '', message: Message ?? '', host: HostId ?? '' };
    });
}

/** From the opening brace of the sample answer to its closing one, whatever stands around it in the page. */
function sampleAnswerOf(page: string): string {
  const start = page.search(/\{\s*"(?:RequestId|ResourceDirectory|AccountUid)"/);
  const ends = [...page.matchAll(/\}/g)].map(({ index }) => index + 1).filter((end) => end > start);
  const isJson = (text: string) => {
    try {
      return typeof JSON.parse(text) === 'object';
    } catch {
      return false;
    }
  };
  const answer = ends.map((end) => page.slice(start, end)).find(isJson);
  if (start < 0 || answer === undefined) throw new Error('The page has no sample answer in JSON.');
  return answer;
}

/** The sample answers that the pages in `seeds/` print. */
export function loadSeedAnswers(): readonly Example[] {
  return readdirSync(join(__dirname, 'seeds')).map((file) => ({
    name: file.replace(/\.md$/, ''),
    action: file.replace(/\..*$/, ''),
    text: sampleAnswerOf(read('seeds', file)),
  }));
}
