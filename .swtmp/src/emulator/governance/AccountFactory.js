"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "AccountFactory", {
    enumerable: true,
    get: function() {
        return AccountFactory;
    }
});
const _nodecrypto = require("node:crypto");
const _Sequence = require("../Sequence");
const _WorldDefinition = require("../world/WorldDefinition");
const _Enrollment = require("./Enrollment");
const _LandingZone = require("./LandingZone");
const _mergeBaselineItems = require("./mergeBaselineItems");
let AccountFactory = class AccountFactory {
    constructor(clock, accounts, definitions, generated){
        this.clock = clock;
        this.accounts = accounts;
        this.generated = generated;
        this.enrollments = new Map();
        this.made = 0;
        this.zones = new Map(definitions.map((definition)=>[
                definition.managementAccountId,
                new _LandingZone.LandingZone(definition)
            ]));
        for (const { managementAccountId, enrollments } of definitions){
            for (const enrollment of enrollments)this.restore(managementAccountId, enrollment);
        }
    }
    /** What a management account has set up. */ zoneOf(managementAccountId) {
        return this.zones.get(managementAccountId);
    }
    enrollment(accountId) {
        return this.enrollments.get(accountId) ?? this.generated?.get(accountId);
    }
    /** What a management account has enrolled, in the order in which each enrollment first began. */ enrollmentsOf(managementAccountId) {
        const generated = this.generated?.managementAccountId === managementAccountId ? this.generated : undefined;
        const held = [
            ...this.enrollments.values()
        ].filter((enrollment)=>enrollment.managementAccountId === managementAccountId && !generated?.get(enrollment.accountId));
        if (!generated) return held;
        const current = (0, _Sequence.mapped)(generated.all, (enrollment)=>this.enrollments.get(enrollment.accountId) ?? enrollment);
        return (0, _Sequence.concat)(current, held);
    }
    progress(accountId) {
        const enrollment = this.enrollment(accountId);
        return enrollment && (0, _Enrollment.progressOf)(enrollment, this.clock.now());
    }
    /** Makes a resource account; nothing but the order of calls decides its id. */ createAccount({ accountNamePrefix = '', displayName = '' }, managementAccountId) {
        let accountId;
        do accountId = newAccountId(managementAccountId, ++this.made);
        while (this.accounts.get(accountId))
        this.accounts.add({
            accountId,
            name: `${accountNamePrefix}@${accountId}.aliyunid.com`,
            displayName,
            site: this.accounts.get(managementAccountId)?.site ?? 'china',
            type: 'resource',
            verification: 'none',
            enterpriseName: '',
            status: 'active',
            serviceLinkedRole: 'creatable'
        });
        return accountId;
    }
    /** Begins an enrollment, or begins it again. */ enroll(order, now = this.clock.now(), stepMs = _Enrollment.defaultStepMs) {
        const { accountId, baselineId, inputs, managementAccountId } = order;
        const zone = this.zones.get(managementAccountId);
        const items = (0, _mergeBaselineItems.mergeBaselineItems)(zone?.baseline(baselineId) ?? [], inputs.items);
        this.enrollments.set(accountId, {
            managementAccountId,
            accountId,
            baselineId,
            items,
            inputs,
            createdAt: this.enrollment(accountId)?.createdAt ?? now,
            startedAt: now,
            stepMs,
            outcome: this.outcome(order, items)
        });
    }
    outcome(order, items) {
        const { accountId, managementAccountId, inputs } = order;
        const parties = [
            accountId,
            inputs.payerAccountId ?? accountId
        ];
        const suspended = parties.find((party)=>this.accounts.get(party)?.status === 'suspended');
        if (suspended !== undefined) {
            const message = `Account ${suspended} is suspended because of an overdue payment.`;
            return {
                kind: 'not scheduled',
                failure: failure(accountId, {
                    code: 'AccountSuspended',
                    message,
                    recommend: ''
                })
            };
        }
        const inapplicable = this.zones.get(managementAccountId)?.inapplicable(items, accountId);
        if (!inapplicable) return {
            kind: 'finished'
        };
        return {
            kind: 'failed',
            item: inapplicable.name,
            failure: failure(accountId, inapplicable)
        };
    }
    restore(managementAccountId, definition) {
        const { accountId, accountNamePrefix, payerAccountId, tags } = definition;
        const items = definition.items.map(_mergeBaselineItems.toBaselineItem);
        const displayName = this.accounts.get(accountId)?.displayName;
        const existing = accountNamePrefix === undefined ? accountId : undefined;
        const inputs = {
            accountNamePrefix,
            accountId: existing,
            displayName,
            payerAccountId,
            items,
            tags
        };
        const baselineId = definition.baselineId ?? this.zones.get(managementAccountId)?.defaultBaselineId ?? '';
        const order = {
            managementAccountId,
            accountId,
            baselineId,
            inputs
        };
        this.enroll(order, (0, _WorldDefinition.toEpochMs)(definition.startedAt), definition.stepSeconds * 1000);
    }
};
function failure(accountId, { code, message, recommend }) {
    return {
        code,
        message,
        recommend,
        requestId: uuid(`${accountId}/${code}`)
    };
}
/** 16 digits that begin with 1, as account ids do; below 2^53. */ function newAccountId(managementAccountId, ordinal) {
    const digest = digestOf(`${managementAccountId}/${ordinal}`);
    return `1${(digest.readBigUInt64BE() % 10n ** 15n).toString().padStart(15, '0')}`;
}
/** An upper-case UUID that depends on nothing but its seed. */ function uuid(seed) {
    const hex = digestOf(seed).toString('hex').toUpperCase();
    return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `5${hex.slice(13, 16)}`,
        `A${hex.slice(17, 20)}`,
        hex.slice(20, 32)
    ].join('-');
}
const digestOf = (seed)=>(0, _nodecrypto.createHash)('sha256').update(seed).digest();
