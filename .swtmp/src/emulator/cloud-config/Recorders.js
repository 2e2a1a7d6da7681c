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
    get Recorders () {
        return Recorders;
    },
    get buildMs () {
        return buildMs;
    }
});
const _WorldDefinition = require("../world/WorldDefinition");
const _RecorderEntry = require("./RecorderEntry");
const _supportedResourceTypes = require("./supportedResourceTypes");
const buildMs = 5 * 60_000;
let Recorders = class Recorders {
    constructor(clock, accounts, generated){
        this.clock = clock;
        this.generated = generated;
        /** Those of the definition, and those of a generated world that were changed. */ this.entries = new Map();
        this.organizations = new Map();
        for (const account of accounts){
            const { accountId, organization } = account;
            const entry = (0, _RecorderEntry.toRecorderEntry)(account);
            if (entry) this.entries.set(accountId, entry);
            if (organization) {
                this.organizations.set(accountId, {
                    status: organization.status,
                    since: (0, _WorldDefinition.toEpochMs)(organization.since)
                });
            }
        }
    }
    /** Whether Cloud Config knows the account at all. */ isActivated(accountId) {
        return this.entry(accountId) !== undefined;
    }
    /** Whether the account's recorder was stopped, and not started since. */ isStopped(accountId) {
        return this.entry(accountId)?.stopped === true;
    }
    status(accountId) {
        const entry = this.entry(accountId);
        return entry ? this.at(entry.recorder) : 'REGISTRABLE';
    }
    organizationStatus(accountId) {
        const entered = this.organizations.get(accountId);
        return entered ? this.at(entered) : 'REGISTRABLE';
    }
    resourceTypes(accountId) {
        return this.entry(accountId)?.resourceTypes ?? _supportedResourceTypes.supportedResourceTypes;
    }
    /** When the account did not record a type, in order. */ gaps(accountId, resourceType) {
        return this.entry(accountId)?.gaps.get(resourceType) ?? [];
    }
    /** When the account did not record what, if it is recording at all. */ recording(accountId) {
        const entry = this.entry(accountId);
        return entry && this.at(entry.recorder) !== 'REGISTRABLE' ? entry.gaps : undefined;
    }
    /**
   * Starts to build the recorder, or to rebuild it if there is one.
   *
   * @returns when it will be done.
   */ build(accountId) {
        const status = this.status(accountId) === 'REGISTERED' ? 'REBUILDING' : 'BUILDING';
        const since = this.clock.now();
        const doneAt = since + buildMs;
        const resourceTypes = this.resourceTypes(accountId);
        const entry = this.entry(accountId);
        const before = entry?.gaps ?? this.gapsBefore(accountId, doneAt);
        const gaps = entry?.stopped ? (0, _RecorderEntry.withGaps)(before, [], resourceTypes, since, doneAt) : before;
        this.entries.set(accountId, {
            recorder: {
                status,
                since
            },
            resourceTypes,
            gaps
        });
        return doneAt;
    }
    /** Stops the recorder. What it had is erased: the next start finds everything anew. */ stop(accountId) {
        this.entries.set(accountId, {
            recorder: {
                status: 'REGISTRABLE',
                since: this.clock.now()
            },
            resourceTypes: _supportedResourceTypes.supportedResourceTypes,
            gaps: (0, _RecorderEntry.gapsBeforeScan)(Infinity),
            stopped: true
        });
    }
    /**
   * Chooses what is recorded: what is omitted from now on no more, what is added as soon as a rebuild is done.
   *
   * @param status what the recorder is from now on.
   * @returns when what it is being built or rebuilt for will be done.
   */ choose(accountId, resourceTypes, status) {
        const since = this.clock.now();
        const doneAt = since + buildMs;
        const entry = this.entry(accountId);
        if (entry?.stopped && status === 'REGISTRABLE') {
            // Kept for the next start, before which there is nothing.
            this.entries.set(accountId, {
                ...entry,
                resourceTypes
            });
            return doneAt;
        }
        const before = entry?.gaps ?? this.gapsBefore(accountId, doneAt);
        const recorded = entry?.stopped ? [] : this.resourceTypes(accountId);
        const gaps = (0, _RecorderEntry.withGaps)(before, recorded, resourceTypes, since, doneAt);
        this.entries.set(accountId, {
            recorder: {
                status,
                since
            },
            resourceTypes,
            gaps
        });
        return doneAt;
    }
    /** Starts the upgrade of an organization to the enterprise edition. */ upgradeOrganization(managementAccountId) {
        this.organizations.set(managementAccountId, {
            status: 'BUILDING',
            since: this.clock.now()
        });
    }
    entry(accountId) {
        const entry = this.entries.get(accountId);
        if (entry) return entry;
        const account = this.generated?.account(accountId);
        return account && (0, _RecorderEntry.toRecorderEntry)(account);
    }
    /** Generated histories begin whenever they like; a recorder that is started now knows nothing of what was before. */ gapsBefore(accountId, scannedAt) {
        return this.generated?.account(accountId) ? (0, _RecorderEntry.gapsBeforeScan)(scannedAt) : _RecorderEntry.noGaps;
    }
    at({ status, since }) {
        const building = status === 'BUILDING' || status === 'REBUILDING';
        return building && this.clock.now() >= since + buildMs ? 'REGISTERED' : status;
    }
};
