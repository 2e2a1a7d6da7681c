"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "createResources", {
    enumerable: true,
    get: function() {
        return createResources;
    }
});
const _kinds = require("../demo/kinds");
const _GeneratedHistory = require("./GeneratedHistory");
const _mixing = require("./mixing");
const _names = require("./names");
/** Kinds, what their ids begin with, and whether they sit in a zone. */ const kinds = [
    {
        kind: _kinds.ecsInstance,
        prefix: 'i-bp1',
        zoned: true
    },
    {
        kind: _kinds.disk,
        prefix: 'd-bp1',
        zoned: true
    },
    {
        kind: _kinds.securityGroup,
        prefix: 'sg-bp1',
        zoned: false
    },
    {
        kind: _kinds.database,
        prefix: 'rm-bp1',
        zoned: true
    },
    {
        kind: _kinds.loadBalancer,
        prefix: 'lb-bp1',
        zoned: true
    },
    {
        kind: _kinds.bucket,
        prefix: 'assets-',
        zoned: false
    },
    {
        kind: _kinds.vpc,
        prefix: 'vpc-bp1',
        zoned: false
    },
    {
        kind: _kinds.ramUser,
        prefix: '27',
        zoned: false
    }
];
const regions = [
    'cn-hangzhou',
    'cn-shanghai',
    'cn-beijing',
    'cn-shenzhen',
    'cn-hongkong',
    'ap-southeast-1',
    'eu-central-1'
];
/** An account has fewer than so many resources. */ const maxResources = 128;
/** The last of every so many resources of an account was deleted. */ const removedEvery = 11;
const isRemoved = (ordinal)=>ordinal % removedEvery === removedEvery - 1;
const idLength = 10;
const dayMs = 24 * 60 * 60_000;
/** The account whose bucket has a name of its own, and histories as long as they get. */ const showcase = 0;
const showcaseId = '__proto__';
function createResources(seed, epoch, owners) {
    const mix = (0, _mixing.createMix)(`${seed}/resources`);
    const scatter = (0, _mixing.createScatter)(`${seed}/resources`);
    const isShown = (owner)=>owner === showcase || owner === owners.managementIndex;
    const countOf = (owner)=>80 + mix(owner) % 41;
    const resourceAt = (accountId, owner, ordinal)=>{
        const { kind, prefix, zoned } = planOf(owner, ordinal);
        const region = regionOf(owner, ordinal, kind);
        const start = startOf(owner, ordinal);
        const unit = (0, _mixing.pick)(_names.units, mix(owner));
        const { length, stepMs, from } = paceOf(owner, ordinal, start);
        return new _GeneratedHistory.GeneratedHistory({
            resource: {
                accountId,
                region,
                resourceType: kind.resourceType,
                resourceId: idAt(owner, ordinal, prefix),
                resourceName: nameOf(owner, ordinal),
                availabilityZone: zoned ? `${region}-${(0, _mixing.pick)([
                    'a',
                    'b',
                    'h'
                ], mix(owner, ordinal, 3))}` : undefined,
                createTime: new Date(start - 60_000).toISOString()
            },
            kind,
            length,
            start: from,
            stepMs,
            removed: isRemoved(ordinal),
            tags: JSON.stringify({
                unit: [
                    unit
                ],
                ordinal: [
                    String(ordinal)
                ]
            }),
            mix: (...numbers)=>mix(owner, ordinal, ...numbers)
        });
    };
    const planOf = (owner, ordinal)=>{
        if (isShown(owner) && ordinal < 3) return {
            kind: ordinal === 0 ? _kinds.bucket : _kinds.ecsInstance,
            prefix: 'i-bp1',
            zoned: ordinal > 0
        };
        return (0, _mixing.pick)(kinds, mix(owner, ordinal));
    };
    const nameOf = (owner, ordinal)=>`${(0, _mixing.pick)(_names.units, mix(owner))} ${String(ordinal + 1).padStart(3, '0')}`;
    const startOf = (owner, ordinal)=>epoch - (330 - mix(owner, ordinal, 2) % 200) * dayMs;
    const regionOf = (owner, ordinal, kind)=>kind === _kinds.ramUser ? 'global' : (0, _mixing.pick)(regions, mix(owner, ordinal, 1));
    const idAt = (owner, ordinal, prefix)=>{
        if (isShown(owner) && ordinal === 0) return showcaseId;
        return prefix + scatter.to(owner * maxResources + ordinal).toString(36).padStart(idLength, '0');
    };
    /** Most histories are short; that of the second resource of the shown accounts has 100,000 changes in a month. */ const paceOf = (owner, ordinal, start)=>{
        const long = ordinal === 1 ? isShown(owner) ? 100_000 : owner % 50 === 0 ? 20_000 : 0 : 0;
        const length = ordinal === 2 && isShown(owner) ? 2_500 : long;
        if (length > 0) return {
            length,
            stepMs: Math.floor(29 * dayMs / length),
            from: epoch - 29 * dayMs
        };
        // What was removed was discovered before.
        const short = Math.max(isRemoved(ordinal) ? 2 : 1, 1 + mix(owner, ordinal, 4) % 20);
        return {
            length: short,
            stepMs: Math.floor((epoch - dayMs - start) / short),
            from: start
        };
    };
    const ordinalOf = (owner, resourceId)=>{
        if (resourceId === showcaseId) return isShown(owner) ? 0 : undefined;
        const digits = resourceId.slice(-idLength);
        if (!/^[0-9a-z]{10}$/.test(digits)) return undefined;
        const ordinal = scatter.from(fromBase36(digits)) - owner * maxResources;
        return ordinal >= 0 && ordinal < countOf(owner) ? ordinal : undefined;
    };
    /** No two resources of an account share an id. */ const find = (accountId, resourceId)=>{
        const owner = owners.indexOf(accountId);
        const ordinal = owner === undefined ? undefined : ordinalOf(owner, resourceId);
        if (owner === undefined || ordinal === undefined) return undefined;
        const history = resourceAt(accountId, owner, ordinal);
        return history.resource.resourceId === resourceId ? history : undefined;
    };
    return {
        get ({ accountId, region, resourceType, resourceId }) {
            const history = find(accountId, resourceId);
            const isSame = history?.resource.region === region && history.resource.resourceType === resourceType;
            return isSame ? history : undefined;
        },
        find,
        *of (accountId) {
            const owner = owners.indexOf(accountId);
            if (owner === undefined) return;
            for(let ordinal = 0; ordinal < countOf(owner); ordinal++)yield resourceAt(accountId, owner, ordinal);
        },
        outlines (accountId, deleted) {
            const owner = owners.indexOf(accountId);
            if (owner === undefined) return undefined;
            const removedCount = Math.floor(countOf(owner) / removedEvery);
            return {
                settledAt: epoch,
                all: {
                    length: deleted ? removedCount : countOf(owner) - removedCount,
                    at (index) {
                        const present = index + Math.floor(index / (removedEvery - 1));
                        const ordinal = deleted ? (index + 1) * removedEvery - 1 : present;
                        const { kind } = planOf(owner, ordinal);
                        return {
                            resourceType: kind.resourceType,
                            region: regionOf(owner, ordinal, kind),
                            resourceName: ()=>nameOf(owner, ordinal),
                            updatedAt () {
                                const { length, stepMs, from } = paceOf(owner, ordinal, startOf(owner, ordinal));
                                return (0, _GeneratedHistory.momentOf)({
                                    start: from,
                                    stepMs,
                                    mix: (...numbers)=>mix(owner, ordinal, ...numbers)
                                }, length - 1);
                            },
                            history: ()=>resourceAt(accountId, owner, ordinal)
                        };
                    }
                }
            };
        }
    };
}
const fromBase36 = (digits)=>Array.from(digits).reduce((number, digit)=>number * 36n + BigInt(parseInt(digit, 36)), 0n);
