"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "describeCosts", {
    enumerable: true,
    get: function() {
        return describeCosts;
    }
});
const _graphql = require("graphql");
const _costs = require("../../schema/costs");
const _pageSize = require("../pagination/pageSize");
const describeCosts = (field)=>{
    const costs = (0, _costs.costsOf)(field);
    if (costs === undefined || (0, _costs.weightOf)(costs) === 0) return undefined;
    const { page, ifEmpty, keys, details } = costs;
    const loads = [
        ...page ? [
            {
                operation: page.list,
                per: 'arguments'
            }
        ] : [],
        ...costs.loads ?? keys?.most ?? []
    ];
    const isPage = field.args.some(({ name })=>name === 'first');
    const ofDetails = details && listOf(details);
    if (loads.length === 0) return ofDetails && `Selecting more than its ID costs at most ${ofDetails}.`;
    const isByKeys = keys !== undefined && (0, _graphql.isListType)((0, _graphql.getNullableType)(field.type));
    const subject = isByKeys ? `Each of \`${keys.argument}\`` : isPage ? 'A page' : 'It';
    const ofType = keys === undefined ? '' : 'what the most expensive type does, ';
    const peeksFrom = page?.peeksFrom ?? _pageSize.maxPageSize;
    const from = peeksFrom === _pageSize.maxPageSize ? `${peeksFrom}` : `${peeksFrom} or more`;
    const peeks = page ? (0, _costs.peeksOf)(page) : 0;
    const peeked = peeks === 0 ? '' : ` (${ifEmpty === undefined ? `${numberOf(peeks)} more` : 'another'} if \`first\` is ${from})`;
    return [
        `${subject} costs at most ${ofType}${listOf(loads, peeked)}.`,
        ofDetails && `${isPage ? 'What the list omits' : 'Selecting more than its ID'} adds at most ${ofDetails}.`,
        ifEmpty && `An empty first page instead adds at most ${listOf(ifEmpty)}.`
    ].filter((sentence)=>sentence !== undefined).join(' ');
};
/**
 * "one call of A, one of B and two of C".
 *
 * @param note follows the first.
 */ const listOf = (loads, note = '')=>{
    const counts = new Map();
    for (const { operation, calls = 1, untilJudged = 0 } of loads){
        counts.set(operation.action, (counts.get(operation.action) ?? 0) + calls + untilJudged);
    }
    const counted = [
        ...counts
    ].map(([action, count], index)=>{
        if (index > 0) return `${numberOf(count)} of ${action}`;
        return `${numberOf(count)} ${count === 1 ? 'call' : 'calls'} of ${action}${note}`;
    });
    const last = counted.pop() ?? '';
    return counted.length === 0 ? last : `${counted.join(', ')} and ${last}`;
};
const numberOf = (count)=>[
        'no',
        'one',
        'two',
        'three'
    ][count] ?? `${count}`;
