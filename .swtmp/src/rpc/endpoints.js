"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "endpointOf", {
    enumerable: true,
    get: function() {
        return endpointOf;
    }
});
function endpointOf({ service, hosts, vpcHosts = {} }, choice) {
    const { site, vpcRegion, endpoints } = choice;
    const named = endpoints?.get(service);
    if (named !== undefined) return named.replace(/\/$/, '');
    const vpcHost = vpcRegion === undefined ? undefined : vpcHosts[vpcRegion] ?? vpcHosts['{region}'];
    return `https://${vpcHost?.replace('{region}', vpcRegion ?? '') ?? hosts[site]}`;
}
