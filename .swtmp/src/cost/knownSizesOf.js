"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "knownSizesOf", {
    enumerable: true,
    get: function() {
        return knownSizesOf;
    }
});
const _operations = require("../operations");
const _Keys = require("./Keys");
/** So many keys at once may be read by their list, if others were lately read one by one. */ const fewestOfPage = 10;
const names = new Map([
    [
        _operations.ListAccounts,
        'accounts'
    ],
    [
        _operations.ListEnrolledAccounts,
        'enrolledAccounts'
    ],
    [
        _operations.ListAccountFactoryBaselines,
        'accountFactoryBaselines'
    ],
    [
        _operations.ListAggregators,
        'accountGroups'
    ]
]);
/** The list that has every object of a type. */ const lists = new Map([
    [
        'AccountFactoryBaseline',
        _operations.ListAccountFactoryBaselines
    ],
    [
        'AccountGroup',
        _operations.ListAggregators
    ],
    [
        'ResourceDirectoryFolder',
        _operations.ListFoldersForParent
    ]
]);
/** How the key of a resource of the gateway's own account starts. */ const ownKeyStart = JSON.stringify([
    _Keys.ownId
]).slice(0, -1);
const knownSizesOf = (known)=>{
    const lengthOf = (list)=>{
        const name = names.get(list);
        return name && known.lengthOf(name);
    };
    /** The list may omit the gateway's own account. */ const accounts = ()=>{
        const length = known.lengthOf('accounts');
        return length === undefined ? undefined : length + 1;
    };
    return {
        lengthOf: (list)=>{
            if (list === _operations.ListAccounts || list === _operations.ListAccountsForParent) return accounts();
            if (list === _operations.ListFoldersForParent) return known.folders.count();
            // One page holds them all, as soon as one was the last.
            if (list === _operations.ListSupportedProducts) return known.endOf(list) === 'RECORDS' ? 1 : undefined;
            // An account is enrolled once.
            return list === _operations.ListEnrolledAccounts ? lengthOf(list) ?? accounts() : lengthOf(list);
        },
        lengthAt: (list, depth)=>list === _operations.ListFoldersForParent ? known.folders.countAt(depth) : undefined,
        isLonger: (list, length)=>!known.omitsAccounts && (lengthOf(list) ?? 0) > length,
        fewestOf: (list)=>list === _operations.ListAggregateDiscoveredResources && !known.omitsAccounts ? known.fewestResources() : 0,
        hasSeen: (key)=>{
            const own = known.ownAccountId;
            if (!key.startsWith(ownKeyStart) && key !== _Keys.ownId) return known.seen.has(key);
            return own !== undefined && known.seen.has(key.replace(_Keys.ownId, own));
        },
        endsWithRecords: (list)=>known.endOf(list) === 'RECORDS',
        omitsAccounts: known.omitsAccounts,
        areTimelinesOldestFirst: ()=>known.areTimelinesOldestFirst,
        callsToJudgeCounts: ()=>known.timelineCounts.callsToJudge,
        listOf: (typeName)=>lists.get(typeName),
        lengthFrom: (list)=>list === _operations.ListEnrolledAccounts ? [
                _operations.ListAccounts,
                list
            ] : [
                list
            ],
        singlesBefore: (list, keys)=>{
            const name = names.get(list);
            return name === undefined || keys < fewestOfPage ? 0 : known.recentSingles(name);
        }
    };
};
