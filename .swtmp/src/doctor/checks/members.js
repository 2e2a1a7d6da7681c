"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "membersCheck", {
    enumerable: true,
    get: function() {
        return membersCheck;
    }
});
const _ClientError = require("../../errors/ClientError");
const _operations = require("../../operations");
const _settings = require("../../settings");
const _Finding = require("../Finding");
const _diagnose = require("../diagnose");
const _explainRole = require("../explainRole");
const _reads = require("../reads");
/** So many members stand for all: the first, the last, and some between. */ const sampleSize = 20;
function sampleOf(all) {
    if (all.length <= sampleSize) return all;
    const step = (all.length - 1) / (sampleSize - 1);
    return Array.from({
        length: sampleSize
    }, (_, index)=>all[Math.round(index * step)]).filter((item)=>item !== undefined);
}
const membersCheck = {
    name: 'members',
    about: 'the role in a sample of members',
    run: async (probe)=>{
        const identity = await (0, _reads.identityOf)(probe);
        const standing = await (0, _reads.standingOf)(probe);
        if (!identity.answer || standing !== 'management' && standing !== 'delegated') {
            return [
                (0, _Finding.skipped)('No members can be listed with these credentials: see directory.')
            ];
        }
        const { AccountId: own, IdentityType } = identity.answer;
        const { Accounts, TotalCount } = (await (0, _reads.accountsOf)(probe)).answer ?? {
            Accounts: {}
        };
        const accounts = Accounts.Account ?? [];
        const members = accounts.map(({ AccountId })=>AccountId).filter((accountId)=>accountId !== own);
        if (members.length === 0) return [
            TotalCount === accounts.length ? noMembers : noneCame(TotalCount)
        ];
        if (IdentityType === 'Account') {
            return [
                unreadable(probe, {
                    message: `${wordsOf(probe).none}: the key is a root key, and root keys cannot assume roles.`,
                    remedy: 'Give the gateway a RAM user or role that may assume the role in members: npm run ram-policy -- members.'
                })
            ];
        }
        const tried = await tryMembers(probe, sampleOf(members));
        return [
            ...findingsOf(tried, probe),
            ...wideRoles(tried, probe)
        ];
    }
};
const noMembers = (0, _Finding.skipped)('The directory has no members.');
/** An empty page says nothing if the count does not. */ const noneCame = (count)=>(0, _Finding.warning)(`ListAccounts returned no member, ${count === undefined ? 'and no count' : `but counts ${count} accounts`}: so it is unknown whether the directory has any.`, 'Run doctor again. If the problem persists, compare with the accounts in the console of Resource Management.');
/** What is read of members by a role. */ const wordsOf = (probe)=>(0, _reads.readsThroughGroup)(probe) ? {
        none: 'No recorder, list or count of a member can be read',
        some: 'Members whose recorder, lists and counts can be read, by a role'
    } : {
        none: 'No member can be read',
        some: 'Members that can be read'
    };
/** That no member can be read by a role: it is needed, unless an account group does the most of it. */ const unreadable = (probe, { message, remedy })=>(0, _reads.readsThroughGroup)(probe) ? (0, _Finding.warning)(message, `If you do not need them, change nothing. Otherwise: ${remedy}`) : (0, _Finding.problem)(message, remedy);
/** Reads the recorder of each, which takes a session of the role there, and the right that every query needs. */ const tryMembers = (probe, members)=>Promise.all(members.map(async (accountId)=>({
            accountId,
            error: (await (0, _reads.recorderOf)(probe, {
                accountId
            })).error
        })));
function findingsOf(tried, probe) {
    const { some } = wordsOf(probe);
    const inactive = tried.filter(({ error })=>error?.family === 'NOT_ACTIVATED');
    const failures = tried.flatMap(({ accountId, error })=>error && error.family !== 'NOT_ACTIVATED' ? [
            {
                accountId,
                error
            }
        ] : []);
    if (failures.length === tried.length) {
        // It is not the members: one of each kind says what is the matter.
        const kinds = new Map(failures.map((failure)=>[
                `${failure.error.action} ${failure.error.code ?? failure.error.kind}`,
                failure
            ]));
        return [
            ...kinds.values()
        ].map((failure)=>{
            const { message, remedy } = explain(failure, probe);
            return unreadable(probe, {
                message: `${some}: none of ${tried.length} tried. ${message}`,
                remedy
            });
        });
    }
    const readable = `${some}: ${tried.length - failures.length} of ${tried.length} tried`;
    const without = inactive.map(({ accountId })=>accountId).join(', ');
    return [
        (0, _Finding.ok)(without === '' ? `${readable}.` : `${readable}; Cloud Config is not activated in ${without}.`),
        ...failures.map((failure)=>{
            const { message, remedy } = explain(failure, probe);
            return (0, _Finding.warning)(message, remedy);
        })
    ];
}
/** Why a member cannot be read, with its account and role, and what to do. */ function explain({ accountId, error }, probe) {
    if (error.action === _operations.AssumeRole.action && error.kind === 'CLIENT') {
        return (0, _explainRole.explainRole)(error, probe, {
            accountId,
            whereMissing: memberRole
        });
    }
    if (!(0, _diagnose.isDenied)(error)) {
        const { message, remedy = '' } = (0, _diagnose.diagnose)((0, _reads.recorderOperation)(probe), error, probe);
        return {
            message,
            remedy
        };
    }
    const narrowed = probe.settings.roles.sessionPolicy !== undefined;
    return {
        message: (0, _ClientError.toClientError)(error, 'en').message,
        remedy: `Give the role the policy of npm run ram-policy -- member-reader${narrowed ? ', and let ROLE_SESSION_POLICY allow as much' : ''} (docs/RAM-POLICIES.md).`
    };
}
const memberRole = 'Create the role there with the policies of npm run ram-policy -- member-reader and member-trust, or name another one for this account in MEMBER_ROLE_OVERRIDES (docs/RAM-POLICIES.md).';
/** The role that directories make in their members may do everything there. */ function wideRoles(tried, probe) {
    const { roles } = probe.settings;
    // It is named by default: where an account group does without, it says nothing as long as it opens no member.
    const entersNone = tried.every(({ error })=>error?.action === _operations.AssumeRole.action);
    if ((0, _reads.readsThroughGroup)(probe) && entersNone) return [];
    const wide = _settings.defaultRoles.memberRole;
    const names = [
        roles.memberRole,
        roles.memberWriteRole,
        ...roles.memberRoleOverrides.values(),
        ...roles.memberWriteRoleOverrides.values()
    ];
    if (!names.some((name)=>name.toLowerCase() === wide.toLowerCase())) return [];
    return [
        (0, _Finding.warning)(`The gateway reads members with the role ${wide}, which has full rights. Anyone who obtains the gateway’s credentials controls every member.`, 'Create a role in each member that may only read (npm run ram-policy -- member-reader), and set MEMBER_ROLE_NAME to it. For recorders, create another one and set MEMBER_WRITE_ROLE_NAME (docs/RAM-POLICIES.md).')
    ];
}
