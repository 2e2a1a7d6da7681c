"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "KnownFolders", {
    enumerable: true,
    get: function() {
        return KnownFolders;
    }
});
/** So many folders are kept: more than a directory may have. */ const maxFolders = 10_000;
let KnownFolders = class KnownFolders {
    /** @param learnedMs how long a list that was read says how many folders there are. */ constructor(clock, learnedMs){
        this.clock = clock;
        this.learnedMs = learnedMs;
        this.children = new Map();
        this.isWhole = false;
        /** When the oldest list ends to count. */ this.until = Infinity;
    }
    /** How many folders the directory has, its root folder included. Undefined unless all of them were listed. */ count() {
        const levels = this.currentLevels();
        return this.isWhole ? levels.reduce((total, count)=>total + count, 0) : undefined;
    }
    /** How many folders are `depth` levels below the root folder. Undefined unless all above these were listed. */ countAt(depth) {
        const levels = this.currentLevels();
        return levels[depth] ?? (this.isWhole ? 0 : undefined);
    }
    /** @param isFirst whether these are the first children in the list of the parent. */ learn(parentId, ids, total, isFirst) {
        const before = isFirst ? undefined : this.children.get(parentId);
        if (this.children.size >= maxFolders) this.children.clear();
        const since = before?.since ?? this.clock.now();
        this.children.set(parentId, {
            ids: new Set([
                ...before?.ids ?? [],
                ...ids
            ]),
            total,
            since
        });
        this.levels = undefined;
    }
    currentLevels() {
        const now = this.clock.now();
        if (now >= this.until) this.forgetBefore(now - this.learnedMs);
        return this.levels ??= this.countLevels();
    }
    forgetBefore(end) {
        for (const [parentId, { since }] of this.children)if (since <= end) this.children.delete(parentId);
        this.levels = undefined;
    }
    countLevels() {
        const levels = [];
        this.until = Math.min(...[
            ...this.children.values()
        ].map(({ since })=>since)) + this.learnedMs;
        let level = [
            ...this.children.keys()
        ].filter(isRoot);
        this.isWhole = level.length === 1;
        while(level.length > 0 && (levels.length > 0 || this.isWhole)){
            levels.push(level.length);
            const lists = level.map((folderId)=>this.children.get(folderId));
            if (lists.some((list)=>list === undefined || list.ids.size < list.total)) {
                this.isWhole = false;
                break;
            }
            level = lists.flatMap((list)=>[
                    ...list?.ids ?? []
                ]);
        }
        return levels;
    }
};
/** The ID of a root folder begins with `r-`: Resource Management 2020-03-31. */ const isRoot = (folderId)=>folderId.startsWith('r-');
