"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "explainIssues", {
    enumerable: true,
    get: function() {
        return explainIssues;
    }
});
const _zod = require("zod");
const _shorten = require("../json/shorten");
const explainIssues = (issues)=>issues.map((issue)=>{
        const path = _zod.z.core.toDotPath(issue.path);
        return `${path === '' ? '' : `${path}: `}${issue.message}${cameOf(issue)}.`.toWellFormed();
    });
/** In two cases zod's own message names what came. */ const cameOf = ({ code, input })=>code === 'invalid_type' || code === 'unrecognized_keys' ? '' : `, but got ${(0, _shorten.shorten)(input === undefined ? 'nothing' : JSON.stringify(input), 60, '...')}`;
