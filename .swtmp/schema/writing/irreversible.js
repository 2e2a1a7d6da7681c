"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "Irreversible", {
    enumerable: true,
    get: function() {
        return Irreversible;
    }
});
const _typegraphql = require("type-graphql");
const _costs = require("../costs");
const Irreversible = (when = ()=>true)=>{
    const isIrreversible = (args)=>!(0, _costs.isDryRun)(args) && when(args);
    return (0, _typegraphql.Extensions)({
        isIrreversible
    });
};
