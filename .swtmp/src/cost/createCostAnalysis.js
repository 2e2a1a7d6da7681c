"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "createCostAnalysis", {
    enumerable: true,
    get: function() {
        return createCostAnalysis;
    }
});
const _operations = require("../operations");
const _pageSize = require("../pagination/pageSize");
const _estimateCost = require("./estimateCost");
const _knownSizesOf = require("./knownSizesOf");
const createCostAnalysis = ({ schema, maxCalls, calling })=>{
    const sizes = new WeakMap();
    const sizesOf = (lists)=>{
        const known = sizes.get(lists) ?? (0, _knownSizesOf.knownSizesOf)(lists);
        sizes.set(lists, known);
        return known;
    };
    /** Kept as long as the parsed document is: Apollo Server keeps a bounded number of these. */ const plans = new WeakMap();
    const planOf = (document, operation)=>{
        const plan = plans.get(operation) ?? (0, _estimateCost.planOperation)(schema, document, operation);
        plans.set(operation, plan);
        return plan;
    };
    return {
        maxCalls,
        costOf: (document, operation, variables, lists)=>(0, _estimateCost.estimateCost)(planOf(document, operation), variables, {
                schema,
                maxCalls,
                calling,
                known: sizesOf(lists)
            }),
        learnSizes: async ({ unknown }, { resourceManager, accountGroups })=>{
            const reads = [];
            if (unknown.has(_operations.ListAccounts) || unknown.has(_operations.ListEnrolledAccounts)) {
                reads.push(resourceManager.accountsPage.load({
                    PageNumber: 1,
                    PageSize: _pageSize.maxPageSize
                }));
            }
            if (unknown.has(_operations.ListAggregators)) reads.push(accountGroups.groupsPage.load({
                MaxResults: _pageSize.maxPageSize
            }));
            await Promise.allSettled(reads);
            return reads.length > 0;
        }
    };
};
