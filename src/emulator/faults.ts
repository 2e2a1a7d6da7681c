import { z } from 'zod';
import { shorten } from '../json/shorten';
import { operations } from '../operations';
import type { Operation } from '../operations/operation';
import type { Oddities } from './answer';
import { explainIssues } from './explainIssues';
import type { ListFault } from './listFaults';
import { carriesToken, listFaultKinds } from './listFaults';

/**
 * Faults on demand. They are for infrastructure, and for lists that are wrong: business errors come from the state of
 * the world.
 *
 * `when` says whether the handler has run when the fault strikes. `after` makes a write that took effect, but whose
 * caller gets no answer.
 */

const actions = [...new Set(operations.map(({ action }) => action))];
const versions = [...new Set(operations.map(({ product }) => product.version))];
const ms = z.number().int().min(0).max(3_600_000);
const hintMs = z.number().int().min(0).max(86_400_000);
const when = z.enum(['before', 'after']).default('before');
const status = z.number().int().min(200).max(599).default(200);

const common = {
  /** Only calls of this action; omitted or null: of any. */
  action: z.enum(actions).nullish(),
  /** Only calls to this version of a product; omitted or null: to any. Versions of one product share actions. */
  version: z.enum(versions).nullish(),
  /** Only calls by this account; omitted or null: by any. */
  accountId: z.string().min(1).nullish(),
  /** Only calls that carry each of these parameters with this very text; omitted: with any. */
  parameters: z.record(z.string().min(1), z.string()).optional(),
  /** So many calls and no more; omitted: every one until the rule is removed. */
  times: z.number().int().min(1).optional(),
  /** The share of the calls that are hit. */
  probability: z.number().gt(0).max(1).optional(),
};

const kinds = {
  latency: z.strictObject({ ...common, kind: z.literal('latency'), ms, when }),
  hang: z.strictObject({ ...common, kind: z.literal('hang'), when }),
  status: z.strictObject({
    ...common,
    kind: z.literal('status'),
    when,
    status: z.number().int().min(200).max(599).default(503),
    /** Omitted: a body without `Code`. */
    code: z.string().min(1).optional(),
    message: z.string().default('The request has failed due to a temporary failure of the server.'),
  }),
  throttle: z.strictObject({ ...common, kind: z.literal('throttle'), retryAfterMs: hintMs.optional() }),
  reset: z.strictObject({ ...common, kind: z.literal('reset'), when }),
  resetInBody: z.strictObject({ ...common, kind: z.literal('resetInBody') }),
  truncated: z.strictObject({ ...common, kind: z.literal('truncated') }),
  html: z.strictObject({ ...common, kind: z.literal('html'), when, status }),
  empty: z.strictObject({ ...common, kind: z.literal('empty'), when, status }),
  oddCasing: z.strictObject({ ...common, kind: z.literal('oddCasing') }),
  idsAs: z.strictObject({ ...common, kind: z.literal('idsAs'), as: z.enum(['number', 'string']) }),
  malformedTags: z.strictObject({ ...common, kind: z.literal('malformedTags') }),
  escapedJson: z.strictObject({ ...common, kind: z.literal('escapedJson') }),
  otherTagWrapper: z.strictObject({ ...common, kind: z.literal('otherTagWrapper') }),
  cutNames: z.strictObject({ ...common, kind: z.literal('cutNames') }),
  unknownEnum: z.strictObject({ ...common, kind: z.literal('unknownEnum'), value: z.string().default('UNDOCUMENTED') }),
  /** Strikes only pages that are requested by a token. */
  refusedToken: z.strictObject({
    ...common,
    kind: z.literal('refusedToken'),
    status: z.number().int().min(400).max(499).default(400),
    code: z.string().min(1).default('TokenInvalid'),
    message: z.string().default('The token is invalid.'),
  }),
  wrongCount: z.strictObject({ ...common, kind: z.literal('wrongCount'), ...listFaultKinds.wrongCount }),
  repeatedToken: z.strictObject({ ...common, kind: z.literal('repeatedToken'), ...listFaultKinds.repeatedToken }),
  emptyPages: z.strictObject({ ...common, kind: z.literal('emptyPages'), ...listFaultKinds.emptyPages }),
  repeatedRecord: z.strictObject({ ...common, kind: z.literal('repeatedRecord'), ...listFaultKinds.repeatedRecord }),
  shortPage: z.strictObject({ ...common, kind: z.literal('shortPage'), ...listFaultKinds.shortPage }),
  largeRecords: z.strictObject({ ...common, kind: z.literal('largeRecords'), ...listFaultKinds.largeRecords }),
};

type Kind = keyof typeof kinds;
type RuleOf<K extends Kind> = z.output<(typeof kinds)[K]>;

/** One rule, complete. */
export type FaultRule = RuleOf<Kind>;
/** One rule as it may be written: defaults omitted. */
export type FaultRuleInput = z.input<(typeof kinds)[Kind]>;

/** What a fault does to the whole of an answer. */
export type Breakage = RuleOf<
  'hang' | 'status' | 'throttle' | 'reset' | 'resetInBody' | 'truncated' | 'html' | 'empty' | 'refusedToken'
>;

/** Everything that the rules do to one call. */
export interface FaultPlan {
  readonly delayBeforeMs: number;
  readonly delayAfterMs: number;
  /** Strikes in place of the handler, or after it. */
  readonly breakage?: Breakage;
  readonly strikes: 'before' | 'after';
  readonly oddities: Oddities;
  /** In the order of their rules. */
  readonly lists: readonly ListFault[];
}

/** A rule that cannot be understood; the message says what was expected and what came. */
export class FaultRuleError extends Error {}

/** Reads one rule. @throws FaultRuleError */
export function parseFaultRule(input: unknown): FaultRule {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new FaultRuleError(`A fault rule must be an object, but got ${shown(input)}.`);
  }
  const kind: unknown = new Map(Object.entries(input)).get('kind');
  const names = Object.keys(kinds);
  if (typeof kind !== 'string' || !isKind(kind)) {
    throw new FaultRuleError(`kind must be one of ${names.join(', ')}, but got ${shown(kind)}.`);
  }
  const parsed = kinds[kind].safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  const problems = explainIssues(parsed.error.issues);
  throw new FaultRuleError(`A fault rule of kind ${kind} is not valid: ${problems.join(' ')}`);
}

const isKind = (name: string): name is Kind => Object.hasOwn(kinds, name);

const shown = (value: unknown): string => (value === undefined ? 'nothing' : shorten(JSON.stringify(value), 100));

interface ActiveRule {
  readonly rule: FaultRule;
  left: number;
  hits: number;
}

/** A rule as the emulator reports it. */
export type ReportedRule = FaultRule & { readonly hits: number };

/** The rules in force, in the order in which they were added. */
export class Faults {
  private active: ActiveRule[] = [];

  /** @param random uniform in [0, 1): decides about rules with a probability. */
  constructor(private readonly random: () => number) {}

  /** Adds one rule. @throws FaultRuleError if it is not valid; then nothing is added. */
  add(input: FaultRuleInput): void {
    this.addParsed(parseFaultRule(input));
  }

  /** Adds a rule that was read before. */
  addParsed(rule: FaultRule): void {
    this.active.push({ rule, left: rule.times ?? Infinity, hits: 0 });
  }

  /** The rules that still have calls to hit, each with the number it has hit and, in `times`, those left. */
  list(): readonly ReportedRule[] {
    return this.active.map(({ rule, left, hits }) => ({
      ...rule,
      ...(rule.times !== undefined && { times: left }),
      hits,
    }));
  }

  clear(): void {
    this.active = [];
  }

  /**
   * What happens to a call. Delays add up and oddities are combined; of the rules that break the answer the first
   * wins, and the others keep their `times`. A rule counts the call as hit here, whatever comes of it.
   */
  planFor(operation: Operation, accountId: string, parameters: ReadonlyMap<string, string> = new Map()): FaultPlan {
    let delayBeforeMs = 0;
    let delayAfterMs = 0;
    let breakage: Breakage | undefined;
    let oddities: Oddities = {};
    const lists: ListFault[] = [];
    for (const entry of this.active) {
      const { rule } = entry;
      if (isBreakage(rule) && breakage) continue;
      if (!this.matches(entry, operation, accountId, parameters)) continue;
      entry.left -= 1;
      entry.hits += 1;
      if (isBreakage(rule)) breakage = rule;
      else if (isListFault(rule)) lists.push(rule);
      else if (rule.kind !== 'latency') oddities = { ...oddities, ...oddityOf(rule) };
      else if (rule.when === 'before') delayBeforeMs += rule.ms;
      else delayAfterMs += rule.ms;
    }
    this.active = this.active.filter(({ left }) => left > 0);
    return {
      delayBeforeMs,
      delayAfterMs,
      ...(breakage && { breakage }),
      strikes: breakage ? strikesOf(breakage) : 'before',
      oddities,
      lists,
    };
  }

  private matches(
    { rule, left }: ActiveRule,
    operation: Operation,
    accountId: string,
    parameters: ReadonlyMap<string, string>,
  ): boolean {
    const { action, product } = operation;
    const isMeant =
      (rule.kind !== 'refusedToken' || carriesToken(operation, parameters)) &&
      (rule.action ?? action) === action &&
      (rule.version ?? product.version) === product.version &&
      (rule.accountId ?? accountId) === accountId &&
      Object.entries(rule.parameters ?? {}).every(([name, value]) => parameters.get(name) === value);
    if (left <= 0 || !isMeant) return false;
    return rule.probability === undefined || this.random() < rule.probability;
  }
}

const breakages: ReadonlySet<Kind> = new Set<Breakage['kind']>([
  'hang',
  'status',
  'throttle',
  'reset',
  'resetInBody',
  'truncated',
  'html',
  'empty',
  'refusedToken',
]);

const isBreakage = (rule: FaultRule): rule is Breakage => breakages.has(rule.kind);

const isListFault = (rule: FaultRule): rule is RuleOf<ListFault['kind']> => Object.hasOwn(listFaultKinds, rule.kind);

/** A refused call never reaches the handler; a body that breaks off needs the handler's answer first. */
function strikesOf(rule: Breakage): 'before' | 'after' {
  if ('when' in rule) return rule.when;
  return rule.kind === 'throttle' || rule.kind === 'refusedToken' ? 'before' : 'after';
}

function oddityOf(rule: RuleOf<Exclude<Kind, Breakage['kind'] | ListFault['kind'] | 'latency'>>): Oddities {
  switch (rule.kind) {
    case 'oddCasing':
      return { oddCasing: true };
    case 'idsAs':
      return { idsAs: rule.as };
    case 'malformedTags':
    case 'escapedJson':
    case 'otherTagWrapper':
    case 'cutNames':
      return { [rule.kind]: true };
    case 'unknownEnum':
      return { unknownEnum: rule.value };
  }
}
