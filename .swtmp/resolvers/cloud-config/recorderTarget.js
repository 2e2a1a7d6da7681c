"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "targetOf", {
    enumerable: true,
    get: function() {
        return targetOf;
    }
});
const _currentAccount = require("../currentAccount");
const _outcomes = require("../writing/outcomes");
const targetOf = (context, input)=>{
    const field = [
        'input',
        'accountId'
    ];
    let accountId;
    return {
        get accountId () {
            return accountId;
        },
        field: input.accountId == null ? undefined : field,
        settle: async ()=>accountId = await (0, _currentAccount.accountOrCurrent)(context, input.accountId, field),
        shownFor: ({ outcome })=>(0, _outcomes.hasSomethingToShow)(outcome) ? accountId : undefined
    };
};
