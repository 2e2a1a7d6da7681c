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
    get GeneratedHistory () {
        return GeneratedHistory;
    },
    get momentOf () {
        return momentOf;
    }
});
const _History = require("../../cloud-config/History");
/** Every so many changes, two are captured in one millisecond. */ const tieEvery = 97;
let GeneratedHistory = class GeneratedHistory {
    constructor(plan){
        this.plan = plan;
        this.properties = Object.entries(plan.kind.properties);
    }
    get resource() {
        return this.plan.resource;
    }
    get length() {
        return this.plan.length;
    }
    slice(from, to) {
        const changes = [];
        for(let position = Math.max(0, from); position < Math.min(to, this.length); position++){
            changes.push(this.change(position));
        }
        return changes;
    }
    between(start, end) {
        const timeAt = (position)=>this.timeAt(position);
        const from = (0, _History.firstAtOrAfter)(this.length, timeAt, start);
        return {
            from,
            to: Math.max(from, (0, _History.firstAtOrAfter)(this.length, timeAt, end + 1))
        };
    }
    configurationAfter(count) {
        const configuration = new Map();
        if (count < 1 || this.isRemoval(count - 1)) return configuration;
        this.properties.forEach(([name], property)=>{
            const value = this.valueAfter(property, count - 1);
            if (value !== null) configuration.set(name, value);
        });
        return configuration;
    }
    change(position) {
        const { resource, tags } = this.plan;
        const diff = JSON.stringify(Object.fromEntries(this.diff(position)));
        const type = position === 0 ? 'DISCOVERED' : this.isRemoval(position) ? 'REMOVE' : 'MODIFY';
        return {
            capturedAt: this.timeAt(position),
            type,
            diff,
            tags,
            resourceName: resource.resourceName
        };
    }
    diff(position) {
        if (position === 0) return this.properties.map(([name], property)=>[
                name,
                [
                    null,
                    this.valueAfter(property, 0)
                ]
            ]);
        if (this.isRemoval(position)) {
            return this.properties.map(([name], property)=>[
                    name,
                    [
                        this.valueAfter(property, position - 1),
                        null
                    ]
                ]);
        }
        const property = this.propertyAt(position);
        const name = this.properties[property]?.[0] ?? '';
        return [
            [
                name,
                [
                    this.valueAfter(property, position - 1),
                    this.valueAfter(property, position)
                ]
            ]
        ];
    }
    isRemoval(position) {
        return this.plan.removed && position > 0 && position === this.length - 1;
    }
    /** Which property changes at a position; the first position discovers them all. */ propertyAt(position) {
        return (position - 1) % this.properties.length;
    }
    /** What a property is after the discovery and so many changes. */ valueAfter(property, changes) {
        const values = this.properties[property]?.[1] ?? [];
        const turns = changes <= property ? 0 : Math.floor((changes - 1 - property) / this.properties.length) + 1;
        return values[turns % values.length];
    }
    timeAt(position) {
        return momentOf(this.plan, position);
    }
};
function momentOf({ start, stepMs, mix }, position) {
    const moment = position % tieEvery === 2 ? position - 1 : position;
    return start + moment * stepMs + mix(moment) % Math.max(1, Math.floor(stepMs * 0.8));
}
