"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "writeRecord", {
    enumerable: true,
    get: function() {
        return writeRecord;
    }
});
const _emulator = require("../../emulator");
const _everyRead = require("../everyRead");
const _Settle = require("./Settle");
const _ShapeRecord = require("./ShapeRecord");
const _describeValue = require("./describeValue");
const _settleReadings = require("./settleReadings");
const noOccasion = 'not settled: this account has no suitable data';
const notByReads = 'not settled: reads through this client cannot show it';
async function writeRecord(probe, record) {
    const known = await (0, _settleReadings.canSettle)(probe);
    if (known) await (0, _everyRead.everyRead)(probe);
    const openPoints = [];
    for (const reading of Object.keys(_emulator.readingValues)){
        const choices = _emulator.readingValues[reading];
        const settle = _settleReadings.settlements[reading];
        const found = known && settle ? await settle(probe, record) : undefined;
        openPoints.push({
            reading,
            about: _emulator.readingSubjects[reading],
            choices,
            assumed: choices[0] ?? '',
            settled: found === _Settle.neither ? 'none of the choices' : found ?? (settle ? noOccasion : notByReads)
        });
    }
    const seen = record.operations();
    return {
        about: 'Shapes of responses, for the maintainers of this gateway: paths, types and counts. It contains no ID, no name, and only documented values.',
        upstream: probe.settings.upstream === 'emulator' ? 'emulator' : `alibaba-cloud, ${probe.settings.site} site`,
        operations: seen.map((each)=>({
                operation: (0, _ShapeRecord.titleOf)(each),
                answers: each.answers,
                refusals: Object.fromEntries([
                    ...each.refusals
                ].sort()),
                differences: differencesIn(each),
                fields: Object.fromEntries([
                    ...each.fields
                ].map(([path, field])=>[
                        path,
                        inWords(field)
                    ]))
            })),
        notSeen: seen.filter(({ answers })=>answers === 0).map(_ShapeRecord.titleOf),
        openPoints
    };
}
const counted = (counts)=>[
        ...counts
    ].map(([name, count])=>`${name} ×${count}`).join(', ');
const listed = (values)=>[
        ...values
    ].sort().join(', ');
function inWords(field) {
    const { chances, types, spellings, documented, otherForms } = field;
    return [
        `${(0, _ShapeRecord.timesPresent)(field)} of ${chances}`,
        counted(types),
        spellings.size > 0 && `spelled ${counted(spellings)}`,
        documented.size > 0 && `documented values ${listed(documented)}`,
        otherForms.size > 0 && `other forms ${listed(otherForms)}`
    ].filter(Boolean).join('; ');
}
function differencesIn({ fields }) {
    return [
        ...fields
    ].flatMap(([path, field])=>{
        const { shape, chances, types, spellings, otherForms } = field;
        const at = (what)=>({
                path,
                what
            });
        if (!shape) return [
            at(`unknown field: ${counted(types)}`)
        ];
        const present = (0, _ShapeRecord.timesPresent)(field);
        const wrong = (0, _ShapeRecord.unexpectedTypes)(field);
        return [
            ...!shape.optional && present < chances ? [
                at(`missing: ${present} of ${chances}, expected always`)
            ] : [],
            ...wrong.length > 0 ? [
                at(`type: ${wrong.join(', ')}; expected ${(0, _describeValue.expectedTypes)(shape).join(' or ')}`)
            ] : [],
            ...spellings.size > 0 ? [
                at(`spelled ${counted(spellings)}`)
            ] : [],
            ...otherForms.size > 0 ? [
                at(`${shape.values ?? shape.intValues ? 'undocumented values' : 'no time'} of the form ${listed(otherForms)}`)
            ] : []
        ];
    });
}
