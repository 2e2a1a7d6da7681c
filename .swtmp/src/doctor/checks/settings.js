"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "settingsCheck", {
    enumerable: true,
    get: function() {
        return settingsCheck;
    }
});
const _nodecrypto = require("node:crypto");
const _loopback = require("../../process/loopback");
const _readCertificates = require("../../settings/readCertificates");
const _Finding = require("../Finding");
const settingsCheck = {
    name: 'settings',
    about: 'what the settings mean together',
    run: (probe)=>Promise.resolve([
            upstream(probe),
            ...mutations(probe),
            ...certificates(probe)
        ])
};
function upstream({ settings }) {
    return settings.upstream === 'emulator' ? (0, _Finding.warning)(`UPSTREAM is the emulator${settings.emulatorUrl === undefined ? ', started for this examination' : ` at ${settings.emulatorUrl}`}: demo data only.`, 'Set UPSTREAM=alibaba-cloud to examine a real account.') : (0, _Finding.ok)(`UPSTREAM is Alibaba Cloud, the ${settings.site} site; mutations are ${settings.mutations ? 'on' : 'off'}.`);
}
function mutations({ settings }) {
    const exposed = !(0, _loopback.isLoopbackName)(settings.host);
    if (settings.upstream === 'emulator' || !settings.mutations || !exposed) return [];
    return [
        (0, _Finding.warning)(`Mutations are on, and the gateway listens on ${settings.host}. Anyone who reaches it can change the account.`, 'Put a proxy that authenticates callers in front of it, or set MUTATIONS=off.')
    ];
}
function certificates({ settings: { network }, wallTime }) {
    if (network.caFile === undefined) return [];
    let all;
    try {
        all = (0, _readCertificates.readCertificates)(network.caFile).map((text)=>new _nodecrypto.X509Certificate(text));
    } catch (error) {
        return [
            (0, _Finding.problem)(error.message, 'Name a file with the certificate authority in PEM, or unset CA_FILE.')
        ];
    }
    const now = wallTime();
    const expired = all.filter(({ validTo })=>Date.parse(validTo) < now);
    return expired.length === 0 ? [
        (0, _Finding.ok)(`CA_FILE has ${all.length} certificate${all.length === 1 ? '' : 's'}, none of them expired.`)
    ] : [
        (0, _Finding.warning)(`CA_FILE has ${expired.length} expired certificates of ${all.length}, the first since ${expired[0]?.validTo ?? ''}.`, 'Ask the operator of the proxy for its present certificate authority.')
    ];
}
