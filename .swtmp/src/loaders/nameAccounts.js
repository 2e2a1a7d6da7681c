"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "nameAccounts", {
    enumerable: true,
    get: function() {
        return nameAccounts;
    }
});
const _RpcError = require("../errors/RpcError");
/** The parameters that name the one account that an operation is about. */ const subjects = [
    'ResourceAccountId',
    'AccountId',
    'AccountUid'
];
const nameAccounts = (rpc)=>({
        ...rpc,
        call: (operation, request, options)=>naming(rpc.call(operation, request, options), request, options),
        rehearse: (operation, request, options)=>naming(rpc.rehearse(operation, request, options), request, options)
    });
const naming = async (answer, request, options)=>{
    try {
        return await answer;
    } catch (error) {
        const accountId = accountOf(request, options);
        throw error instanceof _RpcError.RpcError && accountId !== undefined ? error.about(accountId) : error;
    }
};
const accountOf = (request, options)=>{
    if (options?.accountId !== undefined) return options.accountId;
    const parameters = new Map(Object.entries(request));
    return subjects.map((name)=>parameters.get(name)).find((value)=>typeof value === 'string');
};
