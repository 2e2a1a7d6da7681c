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
    get Costs () {
        return Costs;
    },
    get accountLoads () {
        return accountLoads;
    },
    get costsOf () {
        return costsOf;
    },
    get countCalls () {
        return countCalls;
    },
    get directoryLoad () {
        return directoryLoad;
    },
    get filterWeightOf () {
        return filterWeightOf;
    },
    get inDryRun () {
        return inDryRun;
    },
    get inputHas () {
        return inputHas;
    },
    get isDryRun () {
        return isDryRun;
    },
    get lookedUp () {
        return lookedUp;
    },
    get ownAccountLoads () {
        return ownAccountLoads;
    },
    get peeksOf () {
        return peeksOf;
    },
    get weightOf () {
        return weightOf;
    },
    get written () {
        return written;
    }
});
const _typegraphql = require("type-graphql");
const _operations = require("../src/operations");
const _Page = require("../src/pagination/Page");
const _pageSize = require("../src/pagination/pageSize");
const Costs = (costs)=>(0, _typegraphql.Extensions)({
        costs
    });
const costsOf = ({ extensions })=>extensions.costs;
const inputHas = (name, value)=>({ input })=>{
        const member = input?.[name];
        return value === undefined ? member != null : member === value;
    };
const isDryRun = inputHas('dryRun', true);
const written = (operation)=>({
        operation,
        per: 'arguments',
        onlyIf: (args)=>!isDryRun(args)
    });
const lookedUp = (...operations)=>operations.map((operation)=>({
            operation,
            per: 'arguments'
        }));
const inDryRun = (...operations)=>operations.map((operation)=>({
            operation,
            per: 'arguments',
            onlyIf: isDryRun
        }));
const directoryLoad = {
    operation: _operations.GetResourceDirectory,
    per: 'document'
};
const accountLoads = [
    {
        operation: _operations.GetAccount,
        per: 'object',
        orList: _operations.ListAccounts
    },
    {
        ...directoryLoad,
        unlessSeen: 'object'
    }
];
const ownAccountLoads = [
    {
        operation: _operations.GetAccount,
        per: 'own'
    },
    {
        ...directoryLoad,
        unlessSeen: 'own'
    }
];
const countCalls = (loads = [])=>loads.reduce((total, { calls = 1, untilJudged = 0, weight = calls + untilJudged })=>total + weight, 0);
const peeksOf = ({ list: { action, paging }, peeks })=>{
    if (paging === undefined || paging.max < _pageSize.maxPageSize) throw new Error(`${action} does not page as connections do.`);
    return peeks ?? (paging.style === 'token' ? 1 : 0);
};
/**
 * How many calls a page can take for one parent, filters and cursors aside: either it is read to its end, or something
 * is made in place of that.
 */ const pageWeightOf = ({ page, ifEmpty })=>page === undefined ? 0 : 1 + Math.max(peeksOf(page), countCalls(ifEmpty));
const weightOf = (costs)=>countCalls(costs.loads) + pageWeightOf(costs) + countCalls(costs.details) + countCalls(costs.keys?.most);
const filterWeightOf = ({ page, filter })=>(filter?.readsOn === true && page ? _Page.maxUpstreamPages - 1 - peeksOf(page) : 0) + countCalls(filter?.checks);
