"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "reckonCalls", {
    enumerable: true,
    get: function() {
        return reckonCalls;
    }
});
const _costs = require("../../schema/costs");
const _operations = require("../operations");
const _Page = require("../pagination/Page");
const _isWithinOnePage = require("../pagination/isWithinOnePage");
const _pageSize = require("../pagination/pageSize");
const _Keys = require("./Keys");
const _LoadTally = require("./LoadTally");
const _readArguments = require("./readArguments");
const _selections = require("./selections");
const reckonCalls = (fields, reckoning)=>{
    const reckoner = new Reckoner(reckoning);
    reckoner.visit(fields, _Keys.root);
    return reckoner.tally;
};
/** A class, so that an evaluation makes no closures: it runs for each request. */ let Reckoner = class Reckoner {
    constructor(reckoning){
        this.reckoning = reckoning;
        /** Tells the loads of one root field of a mutation from those of the next. */ this.scope = '';
        this.tally = new _LoadTally.LoadTally(reckoning.known);
        this.sizes = noting(reckoning);
    }
    visit(some, parent) {
        for (const field of some){
            if (field.conditions !== undefined && !(0, _selections.isIncluded)(field.conditions, this.reckoning.variables)) continue;
            if (this.reckoning.isSerial && parent === _Keys.root) this.scope = `${field.id}`;
            const { costs } = field;
            if (costs === undefined) {
                this.visitBelow(field, parent);
                continue;
            }
            const args = field.argumentsFor(this.reckoning.variables, this.reckoning.problems);
            if (args === undefined) continue;
            if (costs.keys === undefined) this.visitOne(field, costs, args, parent);
            else this.visitNamed(field, costs, args, parent);
        }
    }
    visitBelow({ below }, objects) {
        for (const fields of below.values())this.visit(fields, objects);
    }
    visitOne(field, costs, args, parent) {
        const objects = objectsBehind(field, costs, args, parent, this.sizes);
        const around = {
            parent,
            objects,
            moments: parent.moments
        };
        const isInside = this.isInside(field, costs, args);
        for (const load of costs.loads ?? []){
            if (load.atEnd !== true || !isInside) this.addLoad(field.path, load, args, around);
        }
        if (costs.page !== undefined) this.addPage(field, costs, args, {
            parent,
            objects
        });
        if (costs.details !== undefined && this.isDetailed(field) && !this.endsBehind(field, costs, args)) {
            const later = {
                parent,
                objects,
                moments: objects.moments
            };
            for (const load of costs.details)this.addLoad(field.path, load, args, later);
        }
        // The payload of a dry run has no objects.
        const isTried = this.reckoning.isSerial && parent === _Keys.root && (0, _costs.isDryRun)(args);
        if (!isTried) this.visitBelow(field, objects);
    }
    visitNamed(field, { keys: keysCosts, size = Infinity }, args, parent) {
        if (keysCosts === undefined) return;
        const { argument, read } = keysCosts;
        const values = [
            args[argument]
        ].flat();
        // The field itself refuses more keys than it takes.
        if (values.length > size) return;
        const byType = new Map();
        for (const value of values){
            const named = read(value);
            if (named === undefined) continue;
            const { typeName, key, accountId, loads } = named;
            let ofType = byType.get(typeName);
            if (ofType === undefined) byType.set(typeName, ofType = {
                keys: new Set(),
                accountIds: new Set(),
                loads
            });
            ofType.keys.add(key);
            if (accountId !== undefined) ofType.accountIds.add(accountId);
        }
        for (const [typeName, { keys, accountIds, loads }] of byType){
            const self = (0, _Keys.namedKeys)([
                ...keys
            ]);
            const account = accountIds.size === 0 ? undefined : (0, _Keys.namedKeys)([
                ...accountIds
            ]);
            const objects = {
                self,
                account,
                isOwn: false,
                moments: self.count
            };
            for (const load of loads)this.addLoad(field.path, load, args, {
                parent,
                objects,
                moments: 1
            });
            this.visit(field.below.get(typeName) ?? [], objects);
        }
    }
    /** What a list omits stands at its end: a page that certainly ends before that needs nothing for it. */ endsBehind({ defaultSize }, { page, details = [] }, args) {
        return page !== undefined && details.every(({ per })=>per === 'own' || per === 'document') && args.after == null && args.filter == null && this.reckoning.known.isLonger(page.list, (0, _readArguments.sizeOf)(args, defaultSize));
    }
    /** Whether a page certainly ends before its list does, and nothing has to be counted behind it. */ isInside({ defaultSize, countConditions }, { page }, args) {
        if (page === undefined || args.filter != null || (0, _selections.isIncluded)(countConditions, this.reckoning.variables)) return false;
        const passed = (0, _isWithinOnePage.recordsBefore)(args.after);
        return passed !== undefined && this.reckoning.known.fewestOf(page.list) > passed + (0, _readArguments.sizeOf)(args, defaultSize);
    }
    /** Only timelines are read in pieces. */ isSearched({ isReadInPieces = false }) {
        return isReadInPieces && this.reckoning.known.areTimelinesOldestFirst();
    }
    omitsAccounts({ account }) {
        return account === 'directory' && this.reckoning.known.omitsAccounts;
    }
    isDetailed({ detailConditions }) {
        return detailConditions === undefined || (0, _selections.isIncluded)(detailConditions, this.reckoning.variables);
    }
    addPage({ path, defaultSize }, costs, args, around) {
        const { page, filter } = costs;
        if (page === undefined) return;
        const size = (0, _readArguments.sizeOf)(args, defaultSize);
        const list = this.reckoning.calling.calledFor(page.list, args, around.objects.isOwn);
        const isByToken = list.paging?.style === 'token';
        // A later page may begin in one upstream page, and end in the next.
        const isLater = args.after != null;
        const isWithinOne = isLater && isByToken && (0, _isWithinOnePage.isWithinOnePage)(args.after, size);
        const isLong = size >= (page.peeksFrom ?? _pageSize.maxPageSize) && !isWithinOne;
        const peeks = isByToken && (isLong || !this.reckoning.known.endsWithRecords(list)) ? 1 : 0;
        const calls = 1 + peeks + (isLater && !isWithinOne ? 1 : 0);
        const isFiltered = args.filter != null && filter !== undefined;
        const readsOn = isFiltered && filter.readsOn === true || this.omitsAccounts(costs) || this.isSearched(page);
        const most = readsOn ? _Page.maxUpstreamPages : calls;
        const shared = isByToken && page.isReadInPieces !== true ? (0, _readArguments.upstreamPageIn)(args) : args;
        this.addLoad(path, {
            operation: page.list,
            per: 'arguments',
            calls: most
        }, shared, {
            ...around,
            moments: 1
        });
        if (args.after == null && costs.ifEmpty !== undefined) {
            this.addInPlace(path, costs.ifEmpty, most - 1, args, {
                ...around,
                moments: 1
            });
        }
        if (!isFiltered) return;
        const { checksOf, checks = [], members = {} } = filter;
        const needed = [
            ...checksOf === undefined || (0, _readArguments.valuesIn)(args.filter, checksOf).length > 0 ? checks : [],
            ...Object.entries(members).flatMap(([name, loads])=>loadsFor(loads, (0, _readArguments.valuesIn)(args.filter, name)))
        ];
        for (const one of needed)this.addLoad(path, one, args, {
            ...around,
            moments: 1
        });
    }
    /** Loads that are made in place of so many calls, which are counted already. */ addInPlace(field, loads, counted, args, around) {
        let rest = counted;
        for (const load of loads){
            const { calls = 1 } = load;
            if (this.isSeen(load, around.parent, around.objects)) continue;
            if (calls > rest) this.addLoad(field, {
                ...load,
                calls: calls - rest
            }, args, around);
            rest = Math.max(0, rest - calls);
        }
    }
    addLoad(field, load, args, { parent, objects, moments }) {
        const { operation, per, calls: usually = 1, untilJudged = 0, orList, isOlder = false, inGroup, about = '' } = load;
        if (load.onlyIf?.(args) === false) return;
        if (this.isSeen(load, parent, objects)) return;
        const isOwn = per === 'own' || (per === 'parent' || per === 'page' ? parent.isOwn : objects.isOwn);
        const usual = this.reckoning.calling.calledFor(operation, args, isOwn, inGroup);
        const toJudge = Math.min(untilJudged, this.reckoning.known.callsToJudgeCounts());
        // If the older version is used anyway, the page itself brings what only that version has.
        if (isOlder && per === 'page' && usual === operation && toJudge === 0) return;
        const most = usually + toJudge;
        const called = isOlder ? operation : usual;
        const calls = per === 'arguments' ? most : Math.min(most, pagesOf(called, this.reckoning.known));
        const keys = keysOf(per, parent, objects);
        const group = this.tally.add({
            operation: called,
            args: per === 'arguments' ? this.scope + (0, _readArguments.textOf)(args) + about : per === 'page' ? `${this.scope} page` : this.scope,
            calls,
            keys,
            orList,
            moments
        });
        const accountId = per === 'document' ? undefined : objects.accountId ?? parent.accountId;
        this.reckoning.caused?.push({
            field,
            operation: called,
            accountId,
            keys,
            calls,
            group
        });
        const lookUp = this.reckoning.calling.lookUps.get(called);
        if (lookUp !== undefined) this.addLookUp(lookUp);
    }
    isSeen({ unlessSeen }, parent, objects) {
        if (unlessSeen === undefined) return false;
        return keysOf(unlessSeen, parent, objects).named?.every((key)=>this.reckoning.known.hasSeen(key)) ?? false;
    }
    addLookUp(lookUp) {
        const [operation] = lookUp;
        if (operation === undefined) return;
        const calls = Math.min(lookUp.length, pagesOf(operation, this.reckoning.known));
        const load = {
            operation,
            args: this.scope,
            calls,
            keys: once,
            moments: 1
        };
        const group = this.tally.add(load);
        this.reckoning.caused?.push({
            ...load,
            field: '',
            group
        });
    }
};
const keysOf = (per, parent, objects)=>{
    switch(per){
        case 'document':
            return once;
        case 'own':
            return _Keys.ownKey;
        case 'object':
            return objects.self;
        case 'page':
            return parent.page ?? parent.self;
        case 'parent':
        case 'arguments':
            return parent.self;
    }
};
const noting = ({ known, unknown, assumedLength = Infinity })=>{
    const lengthOf = (list)=>{
        const length = known.lengthOf(list);
        if (length === undefined) unknown.add(list);
        return length;
    };
    return {
        longest: (list)=>(list && lengthOf(list)) ?? assumedLength,
        distinct: (list, depth)=>{
            if (list === undefined) return Infinity;
            return (depth === undefined ? undefined : known.lengthAt(list, depth)) ?? lengthOf(list) ?? Infinity;
        },
        listOf: (typeName)=>known.listOf(typeName),
        assumed: (size)=>Math.min(size, assumedLength)
    };
};
const loadsFor = (loads, values)=>loads.filter(({ having, except })=>values.some((value)=>(having === undefined || value === having) && except?.(value) !== true));
/** The key of what there is once. */ const once = _Keys.root.self;
/** How many pages a list has at most, as far as its length is known. */ const pagesOf = (list, known)=>{
    const length = known.lengthOf(list);
    if (list.paging === undefined) return 1;
    if (length === undefined) return Infinity;
    return Math.max(1, Math.ceil(length / _pageSize.maxPageSize)) + (known.endsWithRecords(list) ? 0 : 1);
};
/** What is behind a field of one or more parents, as far as the document says it. */ const objectsBehind = (field, { page, loads, size = 1, object = 'each', level, account = field.isKeyedByAccount ? 'any' : 'parent' }, args, parent, known)=>{
    const isPage = field.defaultSize !== undefined;
    const length = isPage ? Math.min((0, _readArguments.sizeOf)(args, field.defaultSize), known.longest(page?.list)) : known.assumed(size);
    const each = (kind, list, depth)=>{
        const source = `${parent.self.source}/${field.name}${isPage ? (0, _readArguments.textOf)(args) : ''}${kind}`;
        return {
            source,
            count: Math.min(parent.self.count * length, known.distinct(list, depth)),
            list,
            depth
        };
    };
    const whose = whoseIs(account, args, parent, each);
    const self = object === 'parent' ? parent.self : object === 'arguments' ? (0, _Keys.namedKeys)([
        (0, _readArguments.keyIn)(args, field.keyArgument)
    ]) : field.isKeyedByAccount && whose.account !== undefined ? whose.account : each('', known.listOf(field.objectType), depthOf(level, parent.self));
    const isLoaded = loads !== undefined || page !== undefined;
    return {
        ...whose,
        self,
        page: isPage ? {
            source: `${parent.self.source}/${field.name}${(0, _readArguments.textOf)(args)}`,
            count: parent.self.count
        } : undefined,
        moments: isLoaded ? Math.max(parent.moments, parent.self.count) : parent.moments
    };
};
const depthOf = (level, { depth })=>{
    if (level === 'root') return 0;
    return level === undefined || depth === undefined ? undefined : depth + 1;
};
const whoseIs = (account, args, parent, each)=>{
    if (account === 'parent') return {
        account: parent.account,
        accountId: parent.accountId,
        isOwn: parent.isOwn
    };
    if (account === 'directory') return {
        account: each('@', _operations.ListAccounts),
        isOwn: false
    };
    if (account === 'any') return {
        account: each('@', undefined),
        isOwn: false
    };
    const accountId = account === 'own' ? undefined : (0, _readArguments.accountIn)(args);
    return accountId === undefined ? {
        account: _Keys.ownKey,
        isOwn: true
    } : {
        account: (0, _Keys.namedKeys)([
            accountId
        ]),
        accountId,
        isOwn: false
    };
};
