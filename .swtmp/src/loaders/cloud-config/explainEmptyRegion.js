"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "explainEmptyRegion", {
    enumerable: true,
    get: function() {
        return explainEmptyRegion;
    }
});
const _RpcError = require("../../errors/RpcError");
/** Whether Cloud Config reads a resource that it lists without a region is not documented. */ const withoutRegion = {
    code: 'UPSTREAM_REJECTED',
    explanation: {
        en: 'Cloud Config lists this resource without a region, and refuses to read it by its key because that has none.',
        zh: '配置审计的资源列表中，该资源没有地域；由于缺少地域，配置审计拒绝按资源标识查询它。'
    }
};
const explainEmptyRegion = (rpc)=>({
        ...rpc,
        call: async (operation, request, options)=>{
            try {
                return await rpc.call(operation, request, options);
            } catch (error) {
                const hasNoRegion = 'Region' in request && request.Region === '';
                if (hasNoRegion && error instanceof _RpcError.RpcError && error.family === 'INVALID_PARAMETER') {
                    throw error.explained(withoutRegion);
                }
                throw error;
            }
        }
    });
