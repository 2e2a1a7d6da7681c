"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "Timelines", {
    enumerable: true,
    get: function() {
        return Timelines;
    }
});
const _ResourceKey = require("./ResourceKey");
const _Timeline = require("./Timeline");
let Timelines = class Timelines {
    constructor(resources, generated){
        this.generated = generated;
        this.byAccount = new Map();
        this.byKey = new Map(resources.map(({ changes, ...resource })=>[
                (0, _ResourceKey.toResourceKeyText)(resource),
                new _Timeline.Timeline(resource, changes)
            ]));
        for (const timeline of this.byKey.values()){
            const { accountId } = timeline.resource;
            const own = this.byAccount.get(accountId);
            if (own) own.push(timeline);
            else this.byAccount.set(accountId, [
                timeline
            ]);
        }
    }
    get(key) {
        return this.byKey.get((0, _ResourceKey.toResourceKeyText)(key)) ?? this.generated?.get(key);
    }
    /** The histories of the resources of an account, in the order of the world. */ *of(accountId) {
        yield* this.held(accountId);
        yield* this.generated?.of(accountId) ?? [];
    }
    /** Those of an account that have an id; it may stand for several, of other types or regions. */ *named(accountId, resourceId) {
        yield* this.held(accountId).filter(({ resource })=>resource.resourceId === resourceId);
        const generated = this.generated?.find(accountId, resourceId);
        if (generated) yield generated;
    }
    /** The generated resources that an account has, or had, without their histories. */ outlines(accountId, deleted) {
        return this.generated?.outlines(accountId, deleted);
    }
    /** Has the first scan of an account, at a time, find what the account has. */ discover(accountId, at) {
        for (const timeline of this.held(accountId))timeline.discover(at);
    }
    /** Those of the definition that an account has. */ held(accountId) {
        return this.byAccount.get(accountId) ?? [];
    }
    /** Those of the definition; generated ones are never held, all together. */ all() {
        return [
            ...this.byKey.values()
        ];
    }
};
