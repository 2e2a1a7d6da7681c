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
    get isHealthCheck () {
        return isHealthCheck;
    },
    get serveHealth () {
        return serveHealth;
    }
});
const live = '/livez';
const ready = '/readyz';
const serveHealth = (app, readiness, upstream)=>{
    app.get(live, async ()=>({
            status: 'ok'
        }));
    app.get(ready, async (_request, reply)=>readiness.isStopping ? reply.status(503).send({
            status: 'stopping',
            upstream
        }) : {
            status: 'ok',
            upstream
        });
};
const isHealthCheck = ({ routeOptions: { url } })=>url === live || url === ready;
