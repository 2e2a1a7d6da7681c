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
    get changeIdentityOf () {
        return changeIdentityOf;
    },
    get fingerprintOf () {
        return fingerprintOf;
    },
    get hasFingerprint () {
        return hasFingerprint;
    },
    get textFingerprintOf () {
        return textFingerprintOf;
    }
});
const _nodecrypto = require("node:crypto");
const _parseJsonText = require("../json/parseJsonText");
/** Characters of base64url: 60 bits, of which changes of one millisecond never share all by chance. */ const length = 10;
/** Stands between the parts of a fingerprint; base64url does not have it. */ const separator = '.';
const fingerprintOf = (record)=>{
    const { ResourceEventType: type = '', ConfigurationDiff: diff = '', RelationshipDiff: relationships = '' } = record;
    const configuration = digest(JSON.stringify([
        type,
        canonical(diff)
    ]));
    return relationships.trim() === '' ? configuration : configuration + separator + digest(canonical(relationships));
};
const textFingerprintOf = (...texts)=>digest(JSON.stringify(texts.map(canonical)));
const hasFingerprint = (record, fingerprint)=>{
    const [configuration, relationships] = fingerprintOf(record).split(separator);
    const [wantedConfiguration, wantedRelationships] = fingerprint.split(separator);
    if (configuration !== wantedConfiguration) return false;
    return relationships === undefined || wantedRelationships === undefined || relationships === wantedRelationships;
};
const changeIdentityOf = ({ ResourceEventType, ConfigurationDiff })=>fingerprintOf({
        ResourceEventType,
        ConfigurationDiff
    });
const digest = (text)=>(0, _nodecrypto.createHash)('sha256').update(text).digest('base64url').slice(0, length);
/** The value of a JSON text with sorted keys; the text itself if it is no JSON. */ const canonical = (text)=>{
    const value = (0, _parseJsonText.parseJsonText)(text);
    if (value === null) return text.trim();
    try {
        return canonicalText(value);
    } catch  {
        // Nested deeper than the stack.
        return text;
    }
};
const canonicalText = (value)=>{
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
    const entries = Object.entries(value).sort(([a], [b])=>a < b ? -1 : 1);
    return `{${entries.map(([key, member])=>`${JSON.stringify(key)}:${canonicalText(member)}`).join(',')}}`;
};
