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
    get answerAge () {
        return answerAge;
    },
    get routes () {
        return routes;
    },
    get shortened () {
        return shortened;
    }
});
/** Adds a member to the extensions of an answer, unless there is nothing to say. */ const extension = (name, read)=>({
        requestDidStart: async ({ contextValue })=>({
                willSendResponse: async ({ response: { body } })=>{
                    const told = body.kind === 'single' ? read(contextValue) : undefined;
                    if (body.kind !== 'single' || told === undefined) return;
                    body.singleResult.extensions = {
                        ...body.singleResult.extensions,
                        [name]: told
                    };
                }
            })
    });
const answerAge = ()=>extension('cache', ({ trace: { cached, oldestAgeMs = 0 } })=>cached === 0 ? undefined : {
            answers: cached,
            oldestAgeMs: Math.round(oldestAgeMs)
        });
const routes = ()=>extension('routes', ({ trace })=>trace.routes);
const shortened = ()=>extension('access', ({ access })=>access.shortened.size === 0 ? undefined : {
            shortened: [
                ...access.shortened
            ].sort()
        });
