"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
function _export(target, all) {
    for(var name in all)Object.defineProperty(target, name, {
        enumerable: true,
        get: Object.getOwnPropertyDescriptor(all, name).get
    });
}
_export(exports, {
    get FaultRuleError () {
        return FaultRuleError;
    },
    get Faults () {
        return Faults;
    },
    get parseFaultRule () {
        return parseFaultRule;
    }
});
const _zod = require("zod");
const _shorten = require("../json/shorten");
const _operations = require("../operations");
const _explainIssues = require("./explainIssues");
const _listFaults = require("./listFaults");
/**
 * Faults on demand. They are for infrastructure, and for lists that are wrong: business errors come from the state of the
 * world.
 *
 * `when` tells whether the handler has run when the fault strikes. `after` makes a write that took effect and whose
 * caller was not told.
 */ const actions = [
    ...new Set(_operations.operations.map(({ action })=>action))
];
const versions = [
    ...new Set(_operations.operations.map(({ product })=>product.version))
];
const ms = _zod.z.number().int().min(0).max(3_600_000);
const when = _zod.z.enum([
    'before',
    'after'
]).default('before');
const status = _zod.z.number().int().min(200).max(599).default(200);
const common = {
    /** Only calls of this action; omitted or null: of any. */ action: _zod.z.enum(actions).nullish(),
    /** Only calls to this version of a product; omitted or null: to any. Versions of one product share actions. */ version: _zod.z.enum(versions).nullish(),
    /** Only calls by this account; omitted or null: by any. */ accountId: _zod.z.string().min(1).nullish(),
    /** Only calls that carry each of these parameters with this very text; omitted: with any. */ parameters: _zod.z.record(_zod.z.string().min(1), _zod.z.string()).optional(),
    /** So many calls and no more; omitted: every one until the rule is removed. */ times: _zod.z.number().int().min(1).optional(),
    /** The share of the calls that are hit. */ probability: _zod.z.number().gt(0).max(1).optional()
};
const kinds = {
    latency: _zod.z.strictObject({
        ...common,
        kind: _zod.z.literal('latency'),
        ms,
        when
    }),
    hang: _zod.z.strictObject({
        ...common,
        kind: _zod.z.literal('hang'),
        when
    }),
    status: _zod.z.strictObject({
        ...common,
        kind: _zod.z.literal('status'),
        when,
        status: _zod.z.number().int().min(200).max(599).default(503),
        /** Omitted: a body without `Code`. */ code: _zod.z.string().min(1).optional(),
        message: _zod.z.string().default('The request has failed due to a temporary failure of the server.')
    }),
    throttle: _zod.z.strictObject({
        ...common,
        kind: _zod.z.literal('throttle'),
        retryAfterMs: ms.optional()
    }),
    reset: _zod.z.strictObject({
        ...common,
        kind: _zod.z.literal('reset'),
        when
    }),
    resetInBody: _zod.z.strictObject({
        ...common,
        kind: _zod.z.literal('resetInBody')
    }),
    truncated: _zod.z.strictObject({
        ...common,
        kind: _zod.z.literal('truncated')
    }),
    html: _zod.z.strictObject({
        ...common,
        kind: _zod.z.literal('html'),
        when,
        status
    }),
    empty: _zod.z.strictObject({
        ...common,
        kind: _zod.z.literal('empty'),
        when,
        status
    }),
    oddCasing: _zod.z.strictObject({
        ...common,
        kind: _zod.z.literal('oddCasing')
    }),
    idsAs: _zod.z.strictObject({
        ...common,
        kind: _zod.z.literal('idsAs'),
        as: _zod.z.enum([
            'number',
            'string'
        ])
    }),
    malformedTags: _zod.z.strictObject({
        ...common,
        kind: _zod.z.literal('malformedTags')
    }),
    escapedJson: _zod.z.strictObject({
        ...common,
        kind: _zod.z.literal('escapedJson')
    }),
    otherTagWrapper: _zod.z.strictObject({
        ...common,
        kind: _zod.z.literal('otherTagWrapper')
    }),
    cutNames: _zod.z.strictObject({
        ...common,
        kind: _zod.z.literal('cutNames')
    }),
    unknownEnum: _zod.z.strictObject({
        ...common,
        kind: _zod.z.literal('unknownEnum'),
        value: _zod.z.string().default('UNDOCUMENTED')
    }),
    /** Strikes only pages that are asked for by a token. */ refusedToken: _zod.z.strictObject({
        ...common,
        kind: _zod.z.literal('refusedToken'),
        status: _zod.z.number().int().min(400).max(499).default(400),
        code: _zod.z.string().min(1).default('TokenInvalid'),
        message: _zod.z.string().default('The token is invalid.')
    }),
    wrongCount: _zod.z.strictObject({
        ...common,
        kind: _zod.z.literal('wrongCount'),
        ..._listFaults.listFaultKinds.wrongCount
    }),
    repeatedToken: _zod.z.strictObject({
        ...common,
        kind: _zod.z.literal('repeatedToken'),
        ..._listFaults.listFaultKinds.repeatedToken
    }),
    emptyPages: _zod.z.strictObject({
        ...common,
        kind: _zod.z.literal('emptyPages'),
        ..._listFaults.listFaultKinds.emptyPages
    }),
    repeatedRecord: _zod.z.strictObject({
        ...common,
        kind: _zod.z.literal('repeatedRecord'),
        ..._listFaults.listFaultKinds.repeatedRecord
    }),
    shortPage: _zod.z.strictObject({
        ...common,
        kind: _zod.z.literal('shortPage'),
        ..._listFaults.listFaultKinds.shortPage
    }),
    largeRecords: _zod.z.strictObject({
        ...common,
        kind: _zod.z.literal('largeRecords'),
        ..._listFaults.listFaultKinds.largeRecords
    })
};
let FaultRuleError = class FaultRuleError extends Error {
};
function parseFaultRule(input) {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
        throw new FaultRuleError(`A fault rule must be an object, but got ${shown(input)}.`);
    }
    const kind = new Map(Object.entries(input)).get('kind');
    const names = Object.keys(kinds);
    if (typeof kind !== 'string' || !isKind(kind)) {
        throw new FaultRuleError(`kind must be one of ${names.join(', ')}, but got ${shown(kind)}.`);
    }
    const parsed = kinds[kind].safeParse(input, {
        reportInput: true
    });
    if (parsed.success) return parsed.data;
    const problems = (0, _explainIssues.explainIssues)(parsed.error.issues);
    throw new FaultRuleError(`A fault rule of kind ${kind} is not valid: ${problems.join(' ')}`);
}
const isKind = (name)=>Object.hasOwn(kinds, name);
const shown = (value)=>value === undefined ? 'nothing' : (0, _shorten.shorten)(JSON.stringify(value), 100);
let Faults = class Faults {
    /** @param random uniform in [0, 1): decides about rules with a probability. */ constructor(random){
        this.random = random;
        this.active = [];
    }
    /** Adds one rule. @throws FaultRuleError if it is not valid; then nothing is added. */ add(input) {
        this.addParsed(parseFaultRule(input));
    }
    /** Adds a rule that was read before. */ addParsed(rule) {
        this.active.push({
            rule,
            left: rule.times ?? Infinity,
            hits: 0
        });
    }
    /** The rules that still have calls to hit, each with the number it has hit and, in `times`, those left. */ list() {
        return this.active.map(({ rule, left, hits })=>({
                ...rule,
                ...rule.times !== undefined && {
                    times: left
                },
                hits
            }));
    }
    clear() {
        this.active = [];
    }
    /**
   * What happens to a call. Delays add up and oddities are combined; of the rules that break the answer the first
   * wins, and the others keep their `times`. A rule counts the call as hit here, whatever comes of it.
   */ planFor(operation, accountId, parameters = new Map()) {
        let delayBeforeMs = 0;
        let delayAfterMs = 0;
        let breakage;
        let oddities = {};
        const lists = [];
        for (const entry of this.active){
            const { rule } = entry;
            if (isBreakage(rule) && breakage) continue;
            if (!this.matches(entry, operation, accountId, parameters)) continue;
            entry.left -= 1;
            entry.hits += 1;
            if (isBreakage(rule)) breakage = rule;
            else if (isListFault(rule)) lists.push(rule);
            else if (rule.kind !== 'latency') oddities = {
                ...oddities,
                ...oddityOf(rule)
            };
            else if (rule.when === 'before') delayBeforeMs += rule.ms;
            else delayAfterMs += rule.ms;
        }
        this.active = this.active.filter(({ left })=>left > 0);
        return {
            delayBeforeMs,
            delayAfterMs,
            ...breakage && {
                breakage
            },
            strikes: breakage ? strikesOf(breakage) : 'before',
            oddities,
            lists
        };
    }
    matches({ rule, left }, operation, accountId, parameters) {
        const { action, product } = operation;
        const isMeant = (rule.kind !== 'refusedToken' || (0, _listFaults.carriesToken)(operation, parameters)) && (rule.action ?? action) === action && (rule.version ?? product.version) === product.version && (rule.accountId ?? accountId) === accountId && Object.entries(rule.parameters ?? {}).every(([name, value])=>parameters.get(name) === value);
        if (left <= 0 || !isMeant) return false;
        return rule.probability === undefined || this.random() < rule.probability;
    }
};
const breakages = new Set([
    'hang',
    'status',
    'throttle',
    'reset',
    'resetInBody',
    'truncated',
    'html',
    'empty',
    'refusedToken'
]);
const isBreakage = (rule)=>breakages.has(rule.kind);
const isListFault = (rule)=>Object.hasOwn(_listFaults.listFaultKinds, rule.kind);
/** A refused call never reaches the handler; a body that breaks off needs the handler's answer first. */ function strikesOf(rule) {
    if ('when' in rule) return rule.when;
    return rule.kind === 'throttle' || rule.kind === 'refusedToken' ? 'before' : 'after';
}
function oddityOf(rule) {
    switch(rule.kind){
        case 'oddCasing':
            return {
                oddCasing: true
            };
        case 'idsAs':
            return {
                idsAs: rule.as
            };
        case 'malformedTags':
        case 'escapedJson':
        case 'otherTagWrapper':
        case 'cutNames':
            return {
                [rule.kind]: true
            };
        case 'unknownEnum':
            return {
                unknownEnum: rule.value
            };
    }
}
