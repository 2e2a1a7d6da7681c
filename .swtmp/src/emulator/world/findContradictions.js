"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "findContradictions", {
    enumerable: true,
    get: function() {
        return findContradictions;
    }
});
const _zod = require("zod");
const _baselineItems = require("../governance/baselineItems");
/** A directory is at most so many folder levels deep (Resource Management 2020-03-31, ListFoldersForParent). */ const maxLevels = 5;
const { toDotPath } = _zod.z.core;
function findContradictions(world) {
    const problems = [];
    const accounts = new Set(world.accounts.map(({ accountId })=>accountId));
    const refer = (path, value, known, what)=>{
        if (value === undefined || known.has(value)) return;
        problems.push(`${toDotPath(path)}: expected ${what}, but got ${JSON.stringify(value)}.`);
    };
    const once = (path, field, values)=>{
        values.forEach((value, index)=>{
            const first = values.indexOf(value);
            if (first === index) return;
            const [here, there] = [
                toDotPath([
                    ...path,
                    index
                ]),
                toDotPath([
                    ...path,
                    first
                ])
            ];
            problems.push(`${here}: expected another ${field} than ${there}, but both have ${JSON.stringify(value)}.`);
        });
    };
    const anAccount = 'the accountId of an account in accounts';
    once([
        'accounts'
    ], 'accountId', world.accounts.map(({ accountId })=>accountId));
    once([
        'keys'
    ], 'id', world.keys.map(({ id })=>id));
    once([
        'directories'
    ], 'managementAccountId', world.directories.map(({ managementAccountId })=>managementAccountId));
    once([
        'governance'
    ], 'managementAccountId', world.governance.map(({ managementAccountId })=>managementAccountId));
    once([
        'resources'
    ], 'accountId, region, resourceType and resourceId', world.resources.map(({ accountId, region, resourceType, resourceId })=>`${accountId}/${region}/${resourceType}/${resourceId}`));
    world.keys.forEach(({ accountId }, k)=>{
        refer([
            'keys',
            k,
            'accountId'
        ], accountId, accounts, anAccount);
    });
    once([
        'roles'
    ], 'accountId and name', world.roles.map(({ accountId, name })=>`${accountId}/${name.toLowerCase()}`));
    world.roles.forEach(({ accountId }, r)=>{
        refer([
            'roles',
            r,
            'accountId'
        ], accountId, accounts, anAccount);
    });
    world.resources.forEach(({ accountId }, r)=>{
        refer([
            'resources',
            r,
            'accountId'
        ], accountId, accounts, anAccount);
    });
    const homes = new Map();
    world.directories.forEach((directory, d)=>{
        const at = [
            'directories',
            d
        ];
        const folders = new Set([
            directory.rootFolderId,
            ...directory.folders.map(({ folderId })=>folderId)
        ]);
        refer([
            ...at,
            'managementAccountId'
        ], directory.managementAccountId, accounts, anAccount);
        once([
            ...at,
            'folders'
        ], 'folderId', directory.folders.map(({ folderId })=>folderId));
        directory.folders.forEach(({ parentFolderId }, f)=>{
            refer([
                ...at,
                'folders',
                f,
                'parentFolderId'
            ], parentFolderId, folders, 'the rootFolderId or a folderId of this directory');
        });
        const parents = new Map(directory.folders.map(({ folderId, parentFolderId })=>[
                folderId,
                parentFolderId
            ]));
        directory.folders.forEach(({ folderId }, f)=>{
            if (levelOf(folderId, parents) <= maxLevels) return;
            const path = toDotPath([
                ...at,
                'folders',
                f,
                'parentFolderId'
            ]);
            problems.push(`${path}: expected a tree of at most ${maxLevels} levels, but this folder is deeper, or in a circle.`);
        });
        directory.members.forEach(({ accountId, folderId }, m)=>{
            const path = [
                ...at,
                'members',
                m
            ];
            refer([
                ...path,
                'accountId'
            ], accountId, accounts, anAccount);
            refer([
                ...path,
                'folderId'
            ], folderId, folders, 'the rootFolderId or a folderId of this directory');
        });
        const members = new Set(directory.members.map(({ accountId })=>accountId));
        directory.delegatedAdministrators.forEach((accountId, a)=>{
            refer([
                ...at,
                'delegatedAdministrators',
                a
            ], accountId, members, 'the accountId of a member of this directory');
        });
        for (const [index, accountId] of [
            directory.managementAccountId,
            ...directory.members.map((m)=>m.accountId)
        ].entries()){
            const path = toDotPath(index === 0 ? [
                ...at,
                'managementAccountId'
            ] : [
                ...at,
                'members',
                index - 1,
                'accountId'
            ]);
            const home = homes.get(accountId);
            if (home === undefined) homes.set(accountId, path);
            else problems.push(`${path}: expected an account in no other place of a directory, but ${JSON.stringify(accountId)} is also at ${home}.`);
        }
    });
    world.directories.forEach(({ members }, d)=>{
        members.forEach(({ payerAccountId }, m)=>{
            refer([
                'directories',
                d,
                'members',
                m,
                'payerAccountId'
            ], payerAccountId, accounts, anAccount);
        });
    });
    once([
        'accountGroups'
    ], 'accountGroupId', world.accountGroups.map(({ accountGroupId })=>accountGroupId));
    world.accountGroups.forEach(({ ownerAccountId, type, folderId, accountIds }, g)=>{
        const at = [
            'accountGroups',
            g
        ];
        const directory = world.directories.find(({ managementAccountId, members })=>[
                managementAccountId,
                ...members.map((m)=>m.accountId)
            ].includes(ownerAccountId));
        const folders = new Set(directory && [
            directory.rootFolderId,
            ...directory.folders.map((f)=>f.folderId)
        ]);
        refer([
            ...at,
            'ownerAccountId'
        ], ownerAccountId, homes, 'the accountId of an account of a directory');
        if (type === 'FOLDER') refer([
            ...at,
            'folderId'
        ], folderId ?? '', folders, 'a folderId of the directory');
        accountIds.forEach((accountId, a)=>{
            refer([
                ...at,
                'accountIds',
                a
            ], accountId, accounts, anAccount);
        });
    });
    world.governance.forEach((zone, g)=>{
        const at = [
            'governance',
            g
        ];
        const baselines = new Set(zone.baselines.map(({ baselineId })=>baselineId));
        refer([
            ...at,
            'managementAccountId'
        ], zone.managementAccountId, accounts, anAccount);
        refer([
            ...at,
            'defaultBaselineId'
        ], zone.defaultBaselineId, baselines, 'a baselineId of these baselines');
        zone.baselines.forEach(({ items }, b)=>{
            items.forEach(({ name }, i)=>{
                refer([
                    ...at,
                    'baselines',
                    b,
                    'items',
                    i,
                    'name'
                ], name, _baselineItems.knownBaselineItems, 'the name of a known baseline item');
            });
        });
        zone.inapplicableItems.forEach(({ name }, i)=>{
            refer([
                ...at,
                'inapplicableItems',
                i,
                'name'
            ], name, _baselineItems.knownBaselineItems, 'the name of a known baseline item');
        });
        zone.enrollments.forEach(({ accountId, baselineId, payerAccountId }, e)=>{
            const path = [
                ...at,
                'enrollments',
                e
            ];
            refer([
                ...path,
                'accountId'
            ], accountId, accounts, anAccount);
            refer([
                ...path,
                'baselineId'
            ], baselineId, baselines, 'a baselineId of these baselines');
            refer([
                ...path,
                'payerAccountId'
            ], payerAccountId, accounts, anAccount);
        });
    });
    return problems;
}
/** How far below the root folder a folder is; stops counting where it is too far anyway. */ function levelOf(folderId, parents) {
    let level = 0;
    for(let at = folderId; at !== undefined && parents.has(at) && level <= maxLevels; level++){
        at = parents.get(at);
    }
    return level;
}
