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
    get createMembers () {
        return createMembers;
    },
    get joinedAt () {
        return joinedAt;
    },
    get lacksRoles () {
        return lacksRoles;
    },
    get statusOf () {
        return statusOf;
    }
});
const _Sequence = require("../../Sequence");
const _Roles = require("../../sts/Roles");
const _narrowRoles = require("../narrowRoles");
const _mixing = require("./mixing");
const _names = require("./names");
const statuses = [
    'CreateSuccess',
    'CreateSuccess',
    'InviteSuccess',
    'CreateSuccess',
    'PromoteSuccess',
    'CreateSuccess',
    'PromoteVerifying',
    'CreateSuccess',
    'PromoteFailed',
    'PromoteExpired',
    'PromoteCancelled'
];
const statusOf = (index)=>(0, _mixing.pick)(statuses, index);
const hourMs = 60 * 60_000;
const joinedAt = ({ since, size }, index)=>since + index * Math.min(3 * hourMs, Math.floor(1000 * 24 * hourMs / size));
function createMembers(plan) {
    const { size, folderIds, mix } = plan;
    const crowded = folderIds.length > 3 ? 3 : 0;
    const dealtCount = size - Math.ceil(size / 4);
    const folderOf = (index)=>{
        const dealt = Math.floor(index / 4) * 3 + index % 4 - 1;
        return (index % 4 === 0 ? folderIds[crowded] : folderIds[dealt % folderIds.length]) ?? folderIds[0];
    };
    const memberAt = (index)=>{
        const status = statusOf(index);
        const joined = joinedAt(plan, index);
        const paysItself = status === 'InviteSuccess' || status === 'PromoteSuccess';
        return {
            accountId: plan.accountId(index),
            folderId: folderOf(index),
            joinedAt: joined,
            modifiedAt: joined + mix(index, 1) % (90 * 24) * hourMs,
            status,
            emailStatus: emailStatusOf(index),
            payerAccountId: paysItself ? undefined : plan.managementAccountId,
            tags: tagsOf(index, mix),
            missingRoles: lacksRoles(index) ? [
                _Roles.accessRoleName,
                _narrowRoles.readerRole.name
            ] : []
        };
    };
    return {
        all: {
            length: size,
            at: (index)=>index >= 0 && index < size ? memberAt(index) : undefined
        },
        get (accountId) {
            const index = plan.indexOf(accountId);
            return index !== undefined && index < size ? memberAt(index) : undefined;
        },
        in (folderId) {
            const folder = folderIds.indexOf(folderId);
            if (folder < 0) return [];
            const dealt = {
                length: Math.max(0, Math.ceil((dealtCount - folder) / folderIds.length)),
                at (position) {
                    const ordinal = folder + position * folderIds.length;
                    return memberAt(Math.floor(ordinal / 3) * 4 + ordinal % 3 + 1);
                }
            };
            const crowd = {
                length: Math.ceil(size / 4),
                at: (position)=>memberAt(position * 4)
            };
            return folder === crowded ? (0, _Sequence.concat)(crowd, dealt) : dealt;
        }
    };
}
const lacksRoles = (index)=>index % 20 === 13;
function emailStatusOf(index) {
    if (index % 13 !== 5) return '';
    return (0, _mixing.pick)([
        'WAIT_MODIFY',
        'CANCELLED',
        'EXPIRED'
    ], index);
}
/** Two tags that can be asked for, and one of the odd ones here and there. */ function tagsOf(index, mix) {
    if (index % 10 === 7) return [];
    const odd = index % 5 === 0 ? _names.oddTags[index / 5 % _names.oddTags.length] : undefined;
    return [
        {
            key: 'unit',
            value: (0, _mixing.pick)(_names.units, mix(index))
        },
        {
            key: 'env',
            value: (0, _mixing.pick)(_names.stages, mix(index, 2))
        },
        ...odd ? [
            {
                key: odd[0],
                value: odd[1]
            }
        ] : []
    ];
}
