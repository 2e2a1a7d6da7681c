"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "Directories", {
    enumerable: true,
    get: function() {
        return Directories;
    }
});
const _nodecrypto = require("node:crypto");
const _WorldDefinition = require("../world/WorldDefinition");
const _Members = require("./Members");
let Directories = class Directories {
    /** @param generated members of the first directory besides those that it names. */ constructor(clock, definitions, generated){
        this.clock = clock;
        this.byManagementAccount = new Map();
        definitions.forEach((definition, index)=>{
            const { createTime, folders, members, ...rest } = definition;
            const createdAt = (0, _WorldDefinition.toEpochMs)(createTime);
            const directory = {
                ...rest,
                createdAt,
                folders: new Map(folders.map((folder)=>[
                        folder.folderId,
                        toFolder(folder, createdAt)
                    ])),
                members: new _Members.Members(clock, index === 0 ? generated : undefined)
            };
            this.byManagementAccount.set(directory.managementAccountId, directory);
            for (const member of members)directory.members.add((0, _Members.toMember)(member, directory.rootFolderId));
        });
    }
    /** The directory that an account owns. */ ownedBy(accountId) {
        return this.byManagementAccount.get(accountId);
    }
    /** The directory that an account is a member of, without owning it. */ joinedBy(accountId) {
        for (const directory of this.byManagementAccount.values()){
            if (directory.members.has(accountId)) return directory;
        }
        return undefined;
    }
    /** The directory that an account may read as a whole: as its owner, or as a delegated administrator. */ administeredBy(accountId) {
        const joined = this.ownedBy(accountId) ?? this.joinedBy(accountId);
        const mayRead = joined?.managementAccountId === accountId || joined?.delegatedAdministrators.includes(accountId);
        return mayRead === true ? joined : undefined;
    }
    /** Makes a directory with its root folder, owned by the account. */ create({ accountId, newDirectory }) {
        const createdAt = newDirectory?.createTime === undefined ? this.clock.now() : (0, _WorldDefinition.toEpochMs)(newDirectory.createTime);
        const directory = {
            resourceDirectoryId: newDirectory?.resourceDirectoryId ?? `rd-${shortId('directory', accountId)}`,
            rootFolderId: newDirectory?.rootFolderId ?? `r-${shortId('root', accountId)}`,
            managementAccountId: accountId,
            createdAt,
            controlPolicyStatus: 'Disabled',
            memberDeletionStatus: 'Disabled',
            folders: new Map(),
            memberRoles: [],
            delegatedAdministrators: [],
            members: new _Members.Members(this.clock)
        };
        this.byManagementAccount.set(accountId, directory);
        return directory;
    }
    /** Puts an account into the directory of a management account, as one of its members from now on. */ addMember(managementAccountId, { accountId, folderId, tags }) {
        const directory = this.byManagementAccount.get(managementAccountId);
        const now = this.clock.now();
        directory?.members.add({
            accountId,
            folderId: folderId ?? directory.rootFolderId,
            joinedAt: now,
            modifiedAt: now,
            emailStatus: '',
            tags: [
                ...tags
            ],
            missingRoles: []
        });
    }
};
const toFolder = ({ createTime, ...folder }, directoryCreatedAt)=>({
        ...folder,
        createdAt: createTime === undefined ? directoryCreatedAt : (0, _WorldDefinition.toEpochMs)(createTime)
    });
/** Six letters and digits that depend on nothing but their arguments: worlds are deterministic. */ function shortId(...parts) {
    const digest = (0, _nodecrypto.createHash)('sha256').update(parts.join('/')).digest('base64');
    return digest.replace(/[^A-Za-z0-9]/g, '').slice(0, 6);
}
