"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "learnEnds", {
    enumerable: true,
    get: function() {
        return learnEnds;
    }
});
const _valueAt = require("./valueAt");
const learnEnds = (rpc, lists)=>({
        call: async (operation, request, options)=>{
            const response = await rpc.call(operation, request, options);
            learnEnd(lists, operation, request, response);
            return response;
        },
        check: (operation, request)=>{
            rpc.check(operation, request);
        },
        rehearse: (operation, options)=>rpc.rehearse(operation, options)
    });
/** The last page of a list has no token. Either it has the last records, or a page with these and a token went before. */ const learnEnd = (lists, operation, request, response)=>{
    const { paging } = operation;
    if (paging?.style !== 'token' || Boolean((0, _valueAt.valueAt)(response, paging.next))) return;
    const records = (0, _valueAt.valueAt)(response, paging.items);
    const isEmpty = !Array.isArray(records) || records.length === 0;
    if (!isEmpty) lists.learnEnd(operation, 'RECORDS');
    else if ((0, _valueAt.valueAt)(request, paging.tokenParameter) !== undefined) lists.learnEnd(operation, 'EMPTY_PAGE');
};
