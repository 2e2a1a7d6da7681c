"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "openProbe", {
    enumerable: true,
    get: function() {
        return openProbe;
    }
});
const _endpoints = require("../rpc/endpoints");
const _upstream = require("../upstream");
const _Probe = require("./Probe");
function openProbe({ settings, wallTime = Date.now, onAnswer, ...access }) {
    const emulatorUrl = access.emulatorUrl ?? settings.emulatorUrl ?? '';
    let clockSkewMs;
    const watch = (operation, answer)=>{
        const told = Date.parse(answer.headers.date ?? '');
        // The header counts whole seconds: on average the upstream is half of one further.
        if (!Number.isNaN(told)) clockSkewMs = told + 500 - wallTime();
        onAnswer?.(operation, answer);
    };
    // Nothing is remembered: each question is to be answered by the upstream.
    const options = {
        ...settings,
        cacheMaxBytes: 0,
        clock: access.clock,
        wallTime,
        onAnswer: watch
    };
    const upstream = settings.upstream === 'alibaba-cloud' ? (0, _upstream.alibabaCloudUpstream)({
        ...options,
        credentials: access.credentials
    }) : (0, _upstream.emulatorUpstream)({
        ...options,
        url: emulatorUrl,
        accessKeyId: settings.emulatorAccessKeyId,
        accessKeySecret: settings.emulatorAccessKeySecret
    });
    const probe = new _Probe.Probe({
        settings,
        rpc: upstream.rpc,
        wallTime,
        clockSkewMs: ()=>clockSkewMs,
        endpointOf: (product)=>settings.upstream === 'emulator' ? emulatorUrl : (0, _endpoints.endpointOf)(product, {
                site: settings.site,
                ...settings.network
            })
    });
    return {
        probe,
        close: ()=>upstream.rpc.close()
    };
}
