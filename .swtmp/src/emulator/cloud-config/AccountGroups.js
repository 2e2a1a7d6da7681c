"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "AccountGroups", {
    enumerable: true,
    get: function() {
        return AccountGroups;
    }
});
const _Sequence = require("../Sequence");
const _WorldDefinition = require("../world/WorldDefinition");
const _Recorders = require("./Recorders");
let AccountGroups = class AccountGroups {
    constructor(clock, definitions, directories){
        this.clock = clock;
        this.directories = directories;
        this.groups = definitions.map(({ createTime, ...rest })=>({
                ...rest,
                createdAt: (0, _WorldDefinition.toEpochMs)(createTime)
            }));
    }
    /** The groups of an account, which are there by now. */ ownedBy(accountId) {
        return this.existing().filter(({ ownerAccountId })=>ownerAccountId === accountId);
    }
    /** Whether an account is in any group. */ hold(accountId, readings) {
        return this.existing().some((group)=>this.has(group, accountId, readings));
    }
    /** Whether its members have been gathered; that takes as long as a recorder is built. */ isReady({ createdAt }) {
        return this.clock.now() >= createdAt + _Recorders.buildMs;
    }
    /** The accounts of a group, in the order of the directory or of the group. None is made before it is asked for. */ accountIds(group, readings) {
        const { folderId = '', type, accountIds } = group;
        const directory = this.directoryOf(group);
        if (!directory) return [];
        if (type === 'CUSTOM') return accountIds.filter((accountId)=>this.has(group, accountId, readings));
        if (type === 'FOLDER') return (0, _Sequence.mapped)(directory.members.in(folderId), ({ accountId })=>accountId);
        const members = (0, _Sequence.mapped)(directory.members.all(), ({ accountId })=>accountId);
        return readings.accountGroupManagement === 'present' ? (0, _Sequence.concat)([
            directory.managementAccountId
        ], members) : members;
    }
    /** Whether an account is in a group. */ has(group, accountId, { accountGroupManagement }) {
        const directory = this.directoryOf(group);
        const isManagement = accountId === directory?.managementAccountId;
        const member = directory?.members.get(accountId);
        switch(group.type){
            case 'RD':
                return isManagement ? accountGroupManagement === 'present' : member !== undefined;
            case 'FOLDER':
                return member !== undefined && member.folderId === group.folderId;
            case 'CUSTOM':
                return (isManagement || member !== undefined) && group.accountIds.includes(accountId);
        }
    }
    /** The directory that its members are of. */ directoryOf({ ownerAccountId }) {
        return this.directories.ownedBy(ownerAccountId) ?? this.directories.joinedBy(ownerAccountId);
    }
    /** The folder that a member sits in. */ folderIdOf(group, accountId) {
        return this.directoryOf(group)?.members.get(accountId)?.folderId;
    }
    existing() {
        return this.groups.filter(({ createdAt })=>createdAt <= this.clock.now());
    }
};
