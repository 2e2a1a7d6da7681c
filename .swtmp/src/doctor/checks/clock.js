"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "clockCheck", {
    enumerable: true,
    get: function() {
        return clockCheck;
    }
});
const _Finding = require("../Finding");
const _reads = require("../reads");
/** Signatures are refused from 15 minutes on; a minute already says that nobody keeps the clock. */ const toleranceMs = 60_000;
const clockCheck = {
    name: 'clock',
    about: 'this machine’s clock against the upstream’s',
    run: async (probe)=>{
        await (0, _reads.identityOf)(probe);
        const skewMs = probe.clockSkewMs();
        if (skewMs === undefined) return [
            (0, _Finding.skipped)('The upstream returned no time: its responses, if any, have no Date header.')
        ];
        const seconds = Math.round(Math.abs(skewMs) / 1000);
        if (Math.abs(skewMs) <= toleranceMs) return [
            (0, _Finding.ok)(`The clock is right within a minute (off by ${seconds} s).`)
        ];
        return [
            (0, _Finding.problem)(`The clock of this machine is ${seconds} s ${skewMs > 0 ? 'behind' : 'ahead of'} the upstream’s. Beyond 15 minutes the upstream rejects every call (InvalidTimeStamp.Expired). Time ranges are already wrong.`, 'Set the clock and keep it right with NTP (timedatectl set-ntp true).')
        ];
    }
};
