"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "unknownSettings", {
    enumerable: true,
    get: function() {
        return unknownSettings;
    }
});
const _fastestlevenshtein = require("fastest-levenshtein");
const _Setting = require("./Setting");
/** First words of our names that the variables of other programs have, too. */ const commonWords = new Set([
    'ALIBABA',
    'CA',
    'CACHE',
    'CLOUD',
    'CONNECT',
    'ENDPOINT',
    'HTTP',
    'HTTPS',
    'LOG',
    'MAX',
    'NO',
    'NODE'
].concat([
    'PUBLIC',
    'READ',
    'REQUEST',
    'ROLE',
    'SERVER',
    'WRITE'
]));
/** Variables of other programs that look like ours. */ const othersNames = [
    /^HTTP_PROXY$/,
    // Kubernetes and Docker describe every service of the neighborhood, one that is called `emulator`, too.
    /_SERVICE_(HOST|PORT)(_|$)/,
    /_PORT_\d{1,5}_(TCP|UDP|SCTP)(_|$)/
];
function unknownSettings(environment, tables) {
    const known = tables.flatMap(_Setting.settingsIn).flatMap(({ names })=>names);
    const prefixes = ownPrefixes(known);
    return Object.entries(environment).filter(([name, value])=>value?.trim() && /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(name) && !known.includes(name)).map(([name])=>name).filter((name)=>!othersNames.some((pattern)=>pattern.test(name))).filter((name)=>known.some((one)=>isSlip(name, one)) || prefixes.some((prefix)=>name.startsWith(prefix))).map((name)=>`${name} is not a setting. Did you mean ${nearestTo(name, known)}? If not, unset it.`);
}
/** What at least two settings begin with, in whole words. */ function ownPrefixes(known) {
    const counts = new Map();
    for (const name of known){
        const words = name.split('_');
        for(let count = 1; count < words.length; count++){
            const prefix = `${words.slice(0, count).join('_')}_`;
            counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
        }
    }
    return [
        ...counts
    ].filter(([prefix, count])=>count > 1 && !commonWords.has(prefix.slice(0, -1))).map(([prefix])=>prefix);
}
const isSlip = (name, known)=>(0, _fastestlevenshtein.distance)(name, known) <= lettersThatMayDiffer(known) || isPartOf(name, known);
/** None in short names, which are like many others. */ const lettersThatMayDiffer = ({ length })=>length < 6 ? 0 : length < 8 ? 1 : length < 16 ? 2 : 3;
/** Whether a name has the first word of another and more of its words, in their order. */ function isPartOf(name, known) {
    const words = name.split('_');
    const pattern = new RegExp(`^${words.join('_(\\w+_)?')}(_|$)`);
    return words.length > 1 && pattern.test(known);
}
const nearestTo = (name, known)=>known.reduce((nearest, one)=>steps(name, one) < steps(name, nearest) ? one : nearest);
/** Missing words count less than wrong letters. */ const steps = (name, known)=>(isPartOf(name, known) ? 0 : 1000) + (0, _fastestlevenshtein.distance)(name, known);
