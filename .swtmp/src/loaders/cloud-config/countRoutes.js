"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "countRoutes", {
    enumerable: true,
    get: function() {
        return countRoutes;
    }
});
const countRoutes = (rpc, count)=>({
        ...rpc,
        call: (operation, request, options)=>{
            const { kind, parameters } = operation;
            if (kind === 'read' && 'ResourceAccountId' in parameters) count('accountGroup');
            else if (kind === 'read' && options?.accountId !== undefined) count('member');
            return rpc.call(operation, request, options);
        }
    });
