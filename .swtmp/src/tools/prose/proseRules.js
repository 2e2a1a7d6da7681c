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
    get maxWords () {
        return maxWords;
    },
    get wordRules () {
        return wordRules;
    }
});
/**
 * Words that may stand before "where": a place, or the verb of an indirect question ("shows where a page ends"). After
 * any other word, "where" is a condition.
 */ const places = [
    'place|places|point|position|line|file|page|folder|cursor|step|offset|there|elsewhere|everywhere|from|to|of|about',
    'is|be|see|sees|know|known|say|says|show|shows|find|finds|found|remember|record|decide|decides|report|reports'
].join('|');
const avoid = (words, instead)=>({
        pattern: new RegExp(`\\b(?:${words})\\b`, 'gi'),
        instead,
        in: [
            'prose',
            'comment'
        ]
    });
const avoidForReaders = (words, instead)=>({
        ...avoid(words, instead),
        in: [
            'prose'
        ]
    });
const wordRules = [
    {
        pattern: new RegExp(`(?<!\\b(?:${places}),?[\\s\\n]+)(?<=[\\w),;:][\\s\\n]+)where\\b`, 'gi'),
        instead: 'if, for a condition; when, for a time',
        in: [
            'prose'
        ]
    },
    {
        pattern: /(?<=^|[.!?]\s+)Where\b(?=[^.?]*,)(?![^.]*\?)/g,
        instead: 'If',
        in: [
            'prose'
        ]
    },
    {
        ...avoid('(?:null|undefined|absent|empty|omitted|missing) where', 'if'),
        in: [
            'comment'
        ]
    },
    avoid('dear|dearer|dearest', 'expensive, more expensive, most expensive'),
    avoid('whoever', 'the caller, or whom you mean'),
    avoid('as a rule', 'usually'),
    avoid('under way', 'in flight, running'),
    avoid('leaves? out|leaving out|left out', 'omit, omits, omitted'),
    avoid('(?<=[\\w,]\\s+)save (?:for|that|those|the|in|as|by|where|if|when)', 'except'),
    avoidForReaders('(?:is|are|was|were|be|been|being) told', 'receives, sees, or an active verb with its subject'),
    avoidForReaders('tells?', 'says, reports, returns, shows'),
    avoidForReaders('(?:is|are|was|were|be|been|being) asked', 'calls, reads, requests, with its subject'),
    avoidForReaders('held against', 'compared with, checked against'),
    avoid('(?:cannot|can not) be meant', 'is invalid'),
    avoidForReaders('wants|believes|cares', 'a verb for what the code does'),
    avoid('called off', 'canceled'),
    avoid('misspelt|enrolments?|organisations?|initialis\\w+|recognis\\w+|behaviours?', 'the American spelling')
];
const maxWords = 30;
