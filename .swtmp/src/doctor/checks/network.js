"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "networkCheck", {
    enumerable: true,
    get: function() {
        return networkCheck;
    }
});
const _operations = require("../../operations");
const _product = require("../../operations/sts/product");
const _noProxy = require("../../rpc/noProxy");
const _Finding = require("../Finding");
const _diagnose = require("../diagnose");
const _reads = require("../reads");
const networkCheck = {
    name: 'network',
    about: 'the way to the upstream: proxy, certificates, hosts',
    run: async (probe)=>{
        const { proxyUrl, noProxy, caFile, vpcRegion } = probe.settings.network;
        const { protocol, host, origin } = new URL(probe.endpointOf(_product.Sts));
        const way = [
            // The URL of a proxy may hold a password: its host alone is told.
            proxyUrl === undefined || protocol !== 'https:' || (0, _noProxy.bypassesProxy)(origin, noProxy ?? '') ? 'directly' : `through the proxy ${new URL(proxyUrl).host}${noProxy === undefined ? '' : ` (except for ${noProxy})`}`,
            ...caFile === undefined ? [] : [
                'with the certificates of CA_FILE'
            ],
            ...vpcRegion === undefined ? [] : [
                `to VPC hosts in ${vpcRegion}, if they exist`
            ]
        ].join(', ');
        const { error, durationMs } = await (0, _reads.identityOf)(probe);
        if (error && [
            'NOT_SENT',
            'CONNECTION',
            'TIMEOUT',
            'BAD_RESPONSE'
        ].includes(error.kind)) {
            const { message, ...finding } = (0, _diagnose.diagnose)(_operations.GetCallerIdentity, error, probe);
            return [
                {
                    ...finding,
                    message: `The first call went ${way}. ${message}`
                }
            ];
        }
        if (error?.kind === 'CREDENTIALS') return [
            {
                status: 'skipped',
                message: 'Nothing was sent: there are no credentials.'
            }
        ];
        return [
            (0, _Finding.ok)(`${host} answers, called ${way} (first call ${Math.round(durationMs)} ms).`)
        ];
    }
};
