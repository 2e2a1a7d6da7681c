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
    get Timeline () {
        return Timeline;
    },
    get textOf () {
        return textOf;
    }
});
const _WorldDefinition = require("../world/WorldDefinition");
const _History = require("./History");
let Timeline = class Timeline {
    constructor(resource, changes){
        this.resource = resource;
        this.sorted = inOrder(resource, changes);
    }
    get changes() {
        return this.sorted;
    }
    get length() {
        return this.sorted.length;
    }
    slice(from, to) {
        return this.sorted.slice(from, to);
    }
    /** Has the first scan of the account, at a time, find the resource: its history begins there (2019-01-08). */ discover(at) {
        const { foundAs } = this.resource;
        if (!foundAs || this.sorted.length > 0) return;
        const diff = Object.fromEntries(Object.entries(foundAs).map(([name, value])=>[
                name,
                [
                    null,
                    value
                ]
            ]));
        this.sorted = inOrder(this.resource, [
            {
                at: new Date(at).toISOString(),
                type: 'DISCOVERED',
                diff
            }
        ]);
    }
    between(start, end) {
        const from = this.firstAtOrAfter(start);
        return {
            from,
            to: Math.max(from, this.firstAtOrAfter(end + 1))
        };
    }
    configurationAfter(count) {
        const configuration = new Map(Object.entries(this.resource.configuration ?? {}));
        for (const { diff } of this.sorted.slice(0, count))(0, _History.applyDiff)(configuration, diff);
        return configuration;
    }
    firstAtOrAfter(time) {
        return (0, _History.firstAtOrAfter)(this.length, (position)=>this.sorted[position]?.capturedAt ?? Infinity, time);
    }
};
/** Carries tags and name along: a change tells the resource as it was from then on. */ function inOrder(resource, definitions) {
    let tags = textOf(resource.tags);
    let { resourceName } = resource;
    return definitions.map((definition)=>({
            definition,
            capturedAt: (0, _WorldDefinition.toEpochMs)(definition.at)
        })).sort((a, b)=>a.capturedAt - b.capturedAt).map(({ definition, capturedAt })=>{
        tags = textOf(definition.tags) ?? tags;
        resourceName = definition.resourceName ?? resourceName;
        return {
            capturedAt,
            type: definition.type,
            diff: textOf(definition.diff),
            tags,
            resourceName,
            relationship: textOf(definition.relationship),
            relationshipDiff: textOf(definition.relationshipDiff)
        };
    });
}
function textOf(value) {
    return value === undefined || typeof value === 'string' ? value : JSON.stringify(value);
}
