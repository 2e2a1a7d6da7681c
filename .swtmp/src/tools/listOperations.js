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
    get operationsPage () {
        return operationsPage;
    },
    get renderOperations () {
        return renderOperations;
    }
});
const _operations = require("../operations");
const _operationTitle = require("./operationTitle");
const typeInWords = {
    text: 'text',
    flag: 'true or false',
    int32: '32-bit integer',
    count: '64-bit integer',
    accountId: 'account ID',
    epochMs: 'milliseconds since the epoch',
    epochMsText: 'milliseconds since the epoch, as text',
    isoTime: 'ISO 8601 time, UTC',
    jsonText: 'JSON text',
    list: 'list',
    object: 'object'
};
function encodingInWords({ encoding = 'plain', of }) {
    const words = {
        plain: '',
        flat: of && !of.fields ? 'flat (`Name.1`)' : 'flat (`Name.1.Key`)',
        json: 'JSON text',
        csv: 'comma-joined'
    };
    return words[encoding];
}
const code = (value)=>`\`${value}\``;
const codes = (values)=>values.map(code).join(', ');
function table(head, rows) {
    if (rows.length === 0) return [
        'None.'
    ];
    const line = (cells)=>`| ${cells.map((cell)=>cell.replaceAll('|', '\\|')).join(' | ')} |`;
    return [
        line(head),
        line(head.map(()=>'---')),
        ...rows.map(line)
    ];
}
/** Every field with the dotted path that leads to it; `[]` marks the elements of a list. */ function flatten(fields, prefix = '') {
    return Object.entries(fields).flatMap(([name, shape])=>{
        const path = `${prefix}${name}`;
        const members = shape.fields ?? shape.of?.fields ?? {};
        return [
            {
                path,
                shape
            },
            ...flatten(members, `${path}${shape.of ? '[]' : ''}.`)
        ];
    });
}
function typeOf(shape) {
    if (shape.of) return `list of ${shape.of.fields ? 'objects' : typeOf(shape.of)}`;
    return typeInWords[shape.kind];
}
function range({ min, max }) {
    if (min === undefined) return max === undefined ? undefined : `at most ${max}`;
    return max === undefined ? `at least ${min}` : `${min} to ${max}`;
}
function lengthOf({ minLength, maxLength }) {
    const length = range({
        kind: 'text',
        min: minLength,
        max: maxLength
    });
    return length && `${length} characters`;
}
function valuesOf({ values, intValues }) {
    const documented = values ?? intValues;
    return documented && codes(documented);
}
function constraintsOf(shape) {
    return [
        shape.retired && 'retired, never sent',
        range(shape),
        valuesOf(shape),
        shape.maxItems !== undefined && `at most ${shape.maxItems} items`,
        lengthOf(shape),
        shape.pattern !== undefined && `of the form ${code(shape.pattern)}`,
        shape.default !== undefined && `default ${code(shape.default)}`
    ].filter(Boolean).join('; ');
}
function wireOf(shape) {
    return [
        valuesOf(shape),
        shape.wire && `a JSON ${[
            shape.wire,
            shape.wireAlso
        ].filter(Boolean).join(' or ')}`,
        !shape.wire && shape.wireAlso && `also as a JSON ${shape.wireAlso}`,
        shape.aliases && `also spelled ${codes(shape.aliases)}`,
        shape.lowerCaseKeys && 'keys inside also with a lower-case first letter'
    ].filter(Boolean).join('; ');
}
const quotaInWords = (quota)=>quota === 'unknown' ? 'not published' : `${quota.calls} calls in ${quota.windowSeconds} s`;
const vpcInWords = ({ vpcHosts })=>vpcHosts === undefined ? '' : `; in a VPC ${codes(Object.values(vpcHosts))}`;
const ramInWords = ({ ram })=>ram === 'none' ? 'none needed' : `${code(ram.action)} on ${code(ram.resource)}`;
function cacheInWords({ kind, cache }) {
    const kept = (ttlMs)=>ttlMs === 0 ? 'not at all' : `${ttlMs / 1000} s`;
    if (kind === 'write') return 'not at all; it clears related cached responses';
    if (!cache) return kept(0);
    const { ttlMs, closedRange } = cache;
    const closed = closedRange && [
        `; ${kept(closedRange.ttlMs)} if ${code(closedRange.endParameter)}`,
        `lies more than ${closedRange.settlesAfterMs / 60_000} minutes in the past`
    ];
    return `${kept(ttlMs)}${closed?.join(' ') ?? ''}`;
}
function pagingInWords({ paging }) {
    if (!paging) return undefined;
    const { items, total, limitParameter, min, max } = paging;
    const next = paging.style === 'token' ? `${code(paging.next)} is the next ${code(paging.tokenParameter)}` : `${code(paging.pageParameter)} counts them from 1`;
    const counted = total === undefined ? '' : `, ${code(total)} counts all`;
    return `pages of ${min} to ${max} (${code(limitParameter)}) of ${code(items)}; ${next}${counted}`;
}
function renderOperation(operation) {
    const { product, summary, methods, kind, async: answersEarly, retry, quota, source } = operation;
    const paging = pagingInWords(operation);
    return [
        `## ${(0, _operationTitle.operationTitle)(operation)}`,
        '',
        summary,
        '',
        `- ${product.code} ${product.version}; hosts ${codes([
            ...new Set(Object.values(product.hosts))
        ])}${vpcInWords(product)}`,
        `- ${methods.join(', ')}; a ${kind}${answersEarly ? ' that returns before the work is done' : ''}`,
        `- retry: ${retry}${kind === 'write' ? '; the gateway never retries it' : ''}`,
        `- quota: ${quotaInWords(quota)}`,
        `- RAM action: ${ramInWords(operation)}`,
        `- response cached: ${cacheInWords(operation)}`,
        ...paging === undefined ? [] : [
            `- ${paging}`
        ],
        `- source: ${source}`,
        '',
        '### Parameters',
        '',
        ...table([
            'Name',
            'Type',
            'Required',
            'In',
            'Encoding',
            'Constraints'
        ], flatten(operation.parameters).map(({ path, shape })=>[
                code(path),
                typeOf(shape),
                shape.optional ? '' : 'yes',
                shape.in ?? '',
                encodingInWords(shape),
                constraintsOf(shape)
            ])),
        '',
        '### Response',
        '',
        ...table([
            'Field',
            'Type',
            'Always present',
            'On the wire'
        ], flatten(operation.response).map(({ path, shape })=>[
                code(path),
                typeOf(shape),
                shape.optional ? '' : 'yes',
                wireOf(shape)
            ])),
        '',
        '### Errors',
        '',
        ...table([
            'HTTP',
            'Upstream code',
            '`code`',
            'Retryable',
            'Explanation'
        ], Object.entries(operation.errors).map(([upstreamCode, error])=>[
                String(error.status),
                code(upstreamCode),
                code(error.code),
                error.retryable ? 'yes' : '',
                error.explanation.en
            ])),
        ''
    ];
}
function renderOperations(listed = _operations.operations) {
    return [
        '<!-- Generated by `npm run generate` from src/operations. Do not edit. -->',
        '',
        '# Operations',
        '',
        'Every upstream operation that the gateway calls and the emulator serves. Every response has a `RequestId`.',
        'Codes that are common to all products (signature, flow control) are not repeated here.',
        '',
        ...table([
            'Operation',
            'Product',
            'Kind',
            'Quota'
        ], listed.map((operation)=>[
                `[${(0, _operationTitle.operationTitle)(operation)}](#${(0, _operationTitle.operationTitle)(operation).toLowerCase().replaceAll(' ', '-')})`,
                `${operation.product.code} ${operation.product.version}`,
                operation.kind,
                quotaInWords(operation.quota)
            ])),
        '',
        ...listed.flatMap(renderOperation)
    ].join('\n').trimEnd().concat('\n');
}
const operationsPage = ()=>({
        path: 'docs/OPERATIONS.md',
        content: renderOperations()
    });
