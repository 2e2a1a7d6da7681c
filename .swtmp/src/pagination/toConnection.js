"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "toConnection", {
    enumerable: true,
    get: function() {
        return toConnection;
    }
});
const toConnection = (page, cursors, after, toNode)=>{
    const edges = page.edges.map(({ record, position })=>({
            get cursor () {
                return cursors.encode(position);
            },
            node: toNode(record)
        }));
    const lastCursor = page.hasNextPage ? cursors.encode(page.end) : edges.at(-1)?.cursor;
    return {
        edges,
        nodes: edges.map(({ node })=>node),
        pageInfo: {
            hasNextPage: page.hasNextPage,
            hasPreviousPage: after != null,
            startCursor: edges[0]?.cursor ?? null,
            endCursor: lastCursor ?? null
        },
        totalCount: page.totalCount ?? null
    };
};
