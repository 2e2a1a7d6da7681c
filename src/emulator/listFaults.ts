import { z } from 'zod';
import type { Operation } from '../operations/operation';
import type { WireObject, WireValue } from './answer';
import { isWireObject } from './answer';
import type { WireParameters } from './wireParameters';

/**
 * Faults of lists: the upstream is not down but wrong. They change one page of any operation whose catalogue entry has
 * `paging`, and leave every other response alone.
 */

const count = z.number().int().min(0);

/** The members of each kind of rule, those that every rule has excepted. */
export const listFaultKinds = {
  wrongCount: {
    /** A number, or the number of records on the page. */
    count: z.union([count, z.literal('page')]).optional(),
    plus: z.number().int().optional(),
    atMost: count.optional(),
  },
  repeatedToken: {},
  emptyPages: { pages: z.number().int().min(1).max(10_000).default(1) },
  repeatedRecord: {},
  shortPage: { records: count.default(0) },
  largeRecords: { bytes: z.number().int().min(1).max(10_000_000) },
};

type Kinds = typeof listFaultKinds;
type MembersOf<K extends keyof Kinds> = keyof Kinds[K] extends never ? unknown : z.output<z.ZodObject<Kinds[K]>>;

/** What one rule does to a page. */
export type ListFault = { [K in keyof Kinds]: { readonly kind: K } & MembersOf<K> }[keyof Kinds];

/** Whether a request asks for a page by a token. */
export const carriesToken = ({ paging }: Operation, parameters: WireParameters): boolean =>
  paging?.style === 'token' && (parameters.get(paging.tokenParameter) ?? '') !== '';

/** A token that leads to `left` more empty pages, and then to the page that `token` leads to. */
const emptyPageToken = /^emptyPages-(\d+)-(.*)$/s;

/** Plays the faults of lists. It remembers the last record before each token, so that a page can repeat it. */
export class ListFaults {
  private readonly lastRecords = new Map<string, WireValue>();

  /** The request as the handler gets it: tokens that {@link change} made up lead back to real ones. */
  request({ paging }: Operation, parameters: WireParameters, faults: readonly ListFault[]): WireParameters {
    if (paging?.style !== 'token') return parameters;
    const { tokenParameter, limitParameter } = paging;
    const sent = parameters.get(tokenParameter) ?? '';
    const token = emptyPageToken.exec(sent)?.[2] ?? sent;
    const changed = new Map(parameters).set(tokenParameter, token);
    const limit = Number(parameters.get(limitParameter) ?? paging.default);
    if (faults.some(({ kind }) => kind === 'repeatedRecord') && this.lastRecords.has(token) && limit > paging.min) {
      changed.set(limitParameter, String(limit - 1));
    }
    return changed;
  }

  /** The response after the faults. */
  change(operation: Operation, parameters: WireParameters, faults: readonly ListFault[], body: WireObject): WireObject {
    if (operation.paging === undefined) return body;
    return faults.reduce((changed, fault) => this.play(fault, operation.paging, parameters, changed), body);
  }

  clear(): void {
    this.lastRecords.clear();
  }

  private play(fault: ListFault, paging: Operation['paging'], sent: WireParameters, body: WireObject): WireObject {
    if (paging === undefined) return body;
    const found = valueAt(body, paging.items);
    const records: readonly WireValue[] = Array.isArray(found) ? found : [];
    const token = paging.style === 'token' ? (sent.get(paging.tokenParameter) ?? '') : '';
    switch (fault.kind) {
      case 'wrongCount':
        return paging.total === undefined
          ? body
          : withValueAt(body, paging.total, wrongCount(fault, valueAt(body, paging.total), records.length));
      case 'repeatedToken':
        return paging.style === 'token' && token !== '' ? withValueAt(body, paging.next, token) : body;
      case 'emptyPages': {
        if (paging.style !== 'token') return body;
        const [, left = String(fault.pages), real = token] = emptyPageToken.exec(token) ?? [];
        if (left === '0') return body;
        const empty = withValueAt(body, paging.items, []);
        return withValueAt(empty, paging.next, `emptyPages-${Number(left) - 1}-${real}`);
      }
      case 'repeatedRecord': {
        if (paging.style !== 'token') return body;
        const next = valueAt(body, paging.next);
        const [last] = records.slice(-1);
        if (typeof next === 'string' && next !== '' && last !== undefined) this.lastRecords.set(next, last);
        const before = this.lastRecords.get(token);
        return before === undefined ? body : withValueAt(body, paging.items, [before, ...records]);
      }
      case 'shortPage':
        return withValueAt(body, paging.items, records.slice(0, fault.records));
      case 'largeRecords': {
        const padding = 'x'.repeat(fault.bytes);
        const padded = records.map((record) => (isWireObject(record) ? { ...record, Padding: padding } : record));
        return withValueAt(body, paging.items, padded);
      }
    }
  }
}

function wrongCount(
  { count: fixed, plus = 0, atMost = Infinity }: Extract<ListFault, { kind: 'wrongCount' }>,
  right: WireValue | undefined,
  records: number,
): WireValue | undefined {
  const base = fixed === 'page' ? records : (fixed ?? right);
  // Without a member the count is omitted.
  if (typeof base !== 'number' || (fixed === undefined && plus === 0 && atMost === Infinity)) return undefined;
  return Math.min(Math.max(0, base + plus), atMost);
}

/** The name of a member as the response spells it: letter case may be odd. */
const spelled = (object: WireObject, name: string): string =>
  Object.keys(object).find((key) => key.toLowerCase() === name.toLowerCase()) ?? name;

function valueAt(object: WireValue | undefined, path: string): WireValue | undefined {
  return path
    .split('.')
    .reduce<WireValue | undefined>(
      (value, name) => (value !== undefined && isWireObject(value) ? value[spelled(value, name)] : undefined),
      object,
    );
}

/** The same object with another value at a dotted path, or without one. */
function withValueAt(object: WireObject, path: string, value: WireValue | undefined): WireObject {
  const [name = '', ...rest] = path.split('.');
  const key = spelled(object, name);
  if (rest.length > 0) {
    const member = object[key];
    const inner = member !== undefined && isWireObject(member) ? member : {};
    return { ...object, [key]: withValueAt(inner, rest.join('.'), value) };
  }
  const { [key]: _, ...others } = object;
  return value === undefined ? others : { ...object, [key]: value };
}
