"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "KnownLists", {
    enumerable: true,
    get: function() {
        return KnownLists;
    }
});
const _clock = require("../rpc/clock");
const _KnownFolders = require("./KnownFolders");
const _PageSizes = require("./PageSizes");
const _SeenKeys = require("./SeenKeys");
const _TimelineCounts = require("./TimelineCounts");
/** What was read one by one so long ago says nothing any more: the pages of a list are not remembered longer. */ const recentMs = 60_000;
/** What was learned of a list so long ago says nothing any more: it may have become longer, or shorter. */ const learnedMs = 600_000;
/** Of so many account groups the number of resources is kept. */ const maxGroups = 1_000;
let KnownLists = class KnownLists {
    /** @param omitsAccounts whether those who read them may not see all accounts: then pages are read on until they are full. */ constructor(clock = _clock.systemClock, omitsAccounts = false){
        this.clock = clock;
        this.omitsAccounts = omitsAccounts;
        this.lengths = new Map();
        this.ends = new Map();
        this.singles = new Map();
        this.fewest = new Map();
        this.pageSizes = new _PageSizes.PageSizes(clock);
        this.timelineCounts = new _TimelineCounts.TimelineCounts(clock);
        this.folders = new _KnownFolders.KnownFolders(clock, learnedMs);
        this.seen = new _SeenKeys.SeenKeys(clock, learnedMs);
    }
    /** Undefined if the list was not lately read to its end. */ lengthOf(list) {
        return this.valueOf(this.lengths.get(list));
    }
    learnLength(list, length) {
        this.lengths.set(list, {
            at: this.clock.now(),
            value: length
        });
    }
    /** Whether a timeline was lately listed with an older change before a newer one: its pages then take more calls. */ get areTimelinesOldestFirst() {
        return this.valueOf(this.oldestFirst) ?? false;
    }
    learnOldestFirst() {
        this.oldestFirst = {
            at: this.clock.now(),
            value: true
        };
    }
    /** How the lists of an operation end. Undefined if none was lately read to its end. */ endOf(operation) {
        return this.valueOf(this.ends.get(operation));
    }
    /** An empty page at the end, once seen, may come again. */ learnEnd(operation, end) {
        if (end === 'RECORDS' && this.endOf(operation) === 'EMPTY_PAGE') return;
        this.ends.set(operation, {
            at: this.clock.now(),
            value: end
        });
    }
    /** How many records were read one by one within the last minute or so, and since the list was last read. */ recentSingles(list) {
        return this.recent(list).count;
    }
    noteSingles(list, count) {
        const { since, count: before } = this.recent(list);
        this.singles.set(list, {
            since,
            count: before + count
        });
    }
    noteSweep(list) {
        this.singles.delete(list);
    }
    /** The account of the gateway's own credentials. Undefined if it was not read yet. */ get ownAccountId() {
        return this.own;
    }
    learnOwnAccount(accountId) {
        this.own = accountId;
    }
    /** The account group of the whole directory was found. */ learnDirectoryGroup(accountGroupId) {
        this.directoryGroup = {
            at: this.clock.now(),
            value: accountGroupId
        };
    }
    /** How many resources the members of an account group have at least. */ learnFewestResources(accountGroupId, count) {
        const known = this.valueOf(this.fewest.get(accountGroupId)) ?? 0;
        if (count < known) return;
        if (this.fewest.size >= maxGroups) this.fewest.clear();
        this.fewest.set(accountGroupId, {
            at: this.clock.now(),
            value: count
        });
    }
    /** How many resources the members of the group of the whole directory have at least, as was lately read. */ fewestResources() {
        const group = this.valueOf(this.directoryGroup);
        return (group === undefined ? undefined : this.valueOf(this.fewest.get(group))) ?? 0;
    }
    /** After a write: lists may have become longer or shorter, and what is read next is read for the first time. */ clear() {
        this.lengths.clear();
        this.singles.clear();
    }
    valueOf(learned) {
        return learned !== undefined && this.clock.now() - learned.at < learnedMs ? learned.value : undefined;
    }
    recent(list) {
        const now = this.clock.now();
        const singles = this.singles.get(list);
        const counts = singles !== undefined && singles.count > 0 && now - singles.since < recentMs;
        return counts ? singles : {
            since: now,
            count: 0
        };
    }
};
