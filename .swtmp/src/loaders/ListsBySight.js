"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "ListsBySight", {
    enumerable: true,
    get: function() {
        return ListsBySight;
    }
});
const _lrucache = require("lru-cache");
const _KnownLists = require("./KnownLists");
/** For so many different sights it is remembered what was read. */ const maxSights = 200;
let ListsBySight = class ListsBySight {
    /** @param ofAll for those who see every account. */ constructor(ofAll){
        this.ofAll = ofAll;
        this.lists = new _lrucache.LRUCache({
            max: maxSights
        });
    }
    of({ seesAll, sight }) {
        if (seesAll) return this.ofAll;
        const known = this.lists.get(sight) ?? new _KnownLists.KnownLists(undefined, true);
        this.lists.set(sight, known);
        return known;
    }
    /** After a write: see {@link KnownLists.clear}. */ clear() {
        for (const known of [
            this.ofAll,
            ...this.lists.values()
        ])known.clear();
    }
};
