"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "namedParameter", {
    enumerable: true,
    get: function() {
        return namedParameter;
    }
});
/** Longer messages are none of the documented ones. */ const maxMessageLength = 1000;
function namedParameter({ errors, parameters }, code, message, sent) {
    const error = code !== undefined && Object.hasOwn(errors, code) ? errors[code] : undefined;
    if (error?.gaps === undefined || typeof message !== 'string' || message.length > maxMessageLength) return undefined;
    const found = templateOf(error.message).exec(message.trim())?.slice(1) ?? [];
    for (const [index, gap] of error.gaps.entries()){
        const text = found[index];
        if (text === undefined) continue;
        const name = gap === 'name of a parameter' ? spelled(parameters, text.split('.')) : senderOf(text, gap.valueOf, sent);
        if (name !== undefined) return name;
    }
    return undefined;
}
function templateOf(message) {
    const parts = message.split('%s').map((part)=>part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('(.{1,200}?)')}$`);
}
/** A path into the parameters in the catalogue's spelling: the upstream's letter case may differ. */ function spelled(fields, [first = '', ...rest]) {
    const entry = Object.entries(fields).find(([name])=>name.toLowerCase() === first.toLowerCase());
    if (entry === undefined) return undefined;
    const [name, shape] = entry;
    if (rest.length === 0) return name;
    const [position = ''] = rest;
    const isListed = shape.kind === 'list' && /^[1-9]\d{0,3}$/.test(position);
    const below = isListed ? rest.slice(1) : rest;
    const path = isListed ? `${name}.${position}` : name;
    if (below.length === 0) return path;
    const member = spelled((shape.kind === 'list' ? shape.of?.fields : shape.fields) ?? {}, below);
    return member && `${path}.${member}`;
}
/** The parameter of this name, positions of list items omitted, that was sent with this very text. */ function senderOf(text, name, sent) {
    return Object.keys(sent).find((key)=>sent[key] === text && key.replace(/\.\d+(?=\.|$)/g, '') === name);
}
