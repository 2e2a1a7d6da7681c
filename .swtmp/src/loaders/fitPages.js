"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "fitPages", {
    enumerable: true,
    get: function() {
        return fitPages;
    }
});
const _RpcError = require("../errors/RpcError");
const _valueAt = require("./valueAt");
const fitPages = (rpc, sizes)=>({
        ...rpc,
        call: async (operation, request, options)=>{
            const { paging } = operation;
            if (operation.kind !== 'read' || paging === undefined) return rpc.call(operation, request, options);
            const list = listOf(operation, request, options);
            const wanted = numberOf(request, paging.limitParameter) ?? paging.default ?? paging.max;
            const read = (size)=>{
                if (size >= wanted) return rpc.call(operation, request, options);
                const page = (fields)=>rpc.call(operation, {
                        ...request,
                        ...fields
                    }, options);
                return paging.style === 'token' ? page({
                    [paging.limitParameter]: size
                }) : joinPieces({
                    first: ((numberOf(request, paging.pageParameter) ?? 1) - 1) * wanted,
                    wanted,
                    size
                }, paging, page);
            };
            for(let size = sizes.sizeOf(list) ?? wanted;;){
                try {
                    return await read(size);
                } catch (error) {
                    const asked = Math.min(size, wanted);
                    if (!isTooLarge(error) || asked <= paging.min) throw error;
                    size = Math.max(paging.min, Math.floor(asked / 2));
                    sizes.learnSize(list, size);
                }
            }
        }
    });
const isTooLarge = (error)=>error instanceof _RpcError.RpcError && error.tooLarge !== undefined;
/** Names a list: account, operation, and the texts that the list is asked with, the token excepted. */ const listOf = ({ product, action, parameters, paging }, request, options)=>{
    const token = paging?.style === 'token' ? paging.tokenParameter : undefined;
    const texts = Object.entries(request).filter(([name])=>parameters[name]?.kind === 'text' && name !== token);
    return JSON.stringify([
        options?.accountId,
        product.code,
        product.version,
        action,
        texts
    ]);
};
const numberOf = (request, name)=>{
    const value = new Map(Object.entries(request)).get(name);
    return typeof value === 'number' ? value : undefined;
};
/** Reads the pages of another size that cover a stretch of a numbered list, and joins them to one response. */ const joinPieces = async ({ first, wanted, size }, { limitParameter, pageParameter, items, total }, page)=>{
    const records = [];
    for(let index = Math.floor(first / size);; index += 1){
        const response = await page({
            [pageParameter]: index + 1,
            [limitParameter]: size
        });
        const start = index * size;
        const piece = (0, _valueAt.valueAt)(response, items) ?? [];
        records.push(...piece.slice(Math.max(0, first - start), Math.max(0, first + wanted - start)));
        const count = total === undefined ? undefined : (0, _valueAt.valueAt)(response, total);
        // A count that is lower than what was seen is wrong, and ends nothing.
        const isCounted = typeof count === 'number' && count >= start + piece.length;
        const end = Math.min(first + wanted, isCounted ? count : Infinity);
        if (start + size >= end) return withValueAt(response, items, records);
    }
};
/** The same object with another value at a dotted path. */ const withValueAt = (object, path, value)=>{
    const [name = '', ...rest] = path.split('.');
    const fields = object;
    return {
        ...fields,
        [name]: rest.length === 0 ? value : withValueAt(fields?.[name], rest.join('.'), value)
    };
};
