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
    get Members () {
        return Members;
    },
    get toMember () {
        return toMember;
    }
});
const _Sequence = require("../Sequence");
const _WorldDefinition = require("../world/WorldDefinition");
const none = {
    all: [],
    get: ()=>undefined,
    in: ()=>[]
};
function toMember(definition, rootFolderId) {
    const { folderId, joinTime, modifyTime, leaveTime, ...rest } = definition;
    return {
        ...rest,
        folderId: folderId ?? rootFolderId,
        joinedAt: (0, _WorldDefinition.toEpochMs)(joinTime),
        modifiedAt: (0, _WorldDefinition.toEpochMs)(modifyTime ?? joinTime),
        leftAt: leaveTime === undefined ? undefined : (0, _WorldDefinition.toEpochMs)(leaveTime)
    };
}
let Members = class Members {
    constructor(clock, generated = none){
        this.clock = clock;
        this.generated = generated;
        this.joined = new Map();
    }
    get size() {
        return this.all().length;
    }
    get(accountId) {
        const member = this.joined.get(accountId) ?? this.generated.get(accountId);
        return member && this.isPresent(member) ? member : undefined;
    }
    has(accountId) {
        return this.get(accountId) !== undefined;
    }
    *keys() {
        for (const { accountId } of (0, _Sequence.each)(this.all()))yield accountId;
    }
    all() {
        return (0, _Sequence.concat)(this.generated.all, [
            ...this.joined.values()
        ].filter((member)=>this.isPresent(member)));
    }
    /** Those directly in a folder. */ in(folderId) {
        return (0, _Sequence.concat)(this.generated.in(folderId), [
            ...this.joined.values()
        ].filter((member)=>member.folderId === folderId && this.isPresent(member)));
    }
    add(member) {
        this.joined.set(member.accountId, member);
    }
    isPresent({ leftAt = Infinity }) {
        return this.clock.now() < leftAt;
    }
};
