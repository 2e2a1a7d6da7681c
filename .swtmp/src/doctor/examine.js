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
    get examine () {
        return examine;
    },
    get inWords () {
        return inWords;
    }
});
const _checks = require("./checks");
async function examine(probe, checks = _checks.checks) {
    const findings = [];
    for (const check of checks){
        for (const finding of (await make(check, probe)))findings.push({
            check: check.name,
            ...finding
        });
    }
    const has = (status)=>findings.some((finding)=>finding.status === status);
    return {
        outcome: has('problem') ? 'problems' : has('warning') ? 'warnings' : 'ok',
        findings
    };
}
async function make(check, probe) {
    try {
        return await check.run(probe);
    } catch (error) {
        // Its text is not ours: it may repeat what was answered.
        const name = error instanceof Error ? error.name : 'something that is no error';
        return [
            {
                status: 'problem',
                message: `This check itself failed (${name}), because of a mistake in doctor.`,
                remedy: 'Report it, with the output of doctor --json.'
            }
        ];
    }
}
const labels = {
    ok: 'ok',
    warning: 'WARN',
    problem: 'FAIL',
    skipped: 'skip'
};
const counted = (count, one, more)=>`${count} ${count === 1 ? one : more}`;
function inWords({ findings }) {
    const width = Math.max(...findings.map(({ check })=>check.length));
    const indent = ' '.repeat(width + 8);
    const lines = findings.flatMap(({ check, status, message, remedy })=>[
            `${labels[status].padEnd(4)}  ${check.padEnd(width)}  ${message}`,
            ...remedy === undefined ? [] : [
                `${indent}-> ${remedy}`
            ]
        ]);
    const count = (wanted)=>findings.filter(({ status })=>status === wanted).length;
    const [problems, warnings, unseen] = [
        count('problem'),
        count('warning'),
        count('skipped')
    ];
    const verdict = [
        problems > 0 && counted(problems, 'thing is wrong', 'things are wrong'),
        warnings > 0 && counted(warnings, 'warning', 'warnings'),
        unseen > 0 && `${unseen} not examined`
    ].filter(Boolean);
    const rest = problems === 0 ? [
        'Nothing is wrong',
        ...verdict
    ] : verdict;
    return `${lines.join('\n')}\n\n${rest.join(', ')}.\n`;
}
