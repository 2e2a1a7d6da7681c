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
    get nothing () {
        return nothing;
    },
    get policyOf () {
        return policyOf;
    }
});
const _nodecrypto = require("node:crypto");
const nothing = {
    'default-src': [
        "'none'"
    ],
    'base-uri': [
        "'none'"
    ],
    'form-action': [
        "'none'"
    ],
    'frame-ancestors': [
        "'none'"
    ]
};
const policyOf = (html, { 'script-src': scripts = [], ...directives })=>Object.entries({
        ...nothing,
        'script-src': [
            ...scripts,
            ...inlineScripts(html)
        ],
        ...directives
    }).map(([name, sources])=>`${name} ${sources.join(' ')}`).join('; ');
const inlineScripts = (html)=>[
        ...html.matchAll(/<script>([^]*?)<\/script>/g)
    ].map(([, text = ''])=>`'sha256-${(0, _nodecrypto.createHash)('sha256').update(text).digest('base64')}'`);
