import { operations } from '../operations';
import type { Operation, Product, Quota } from '../operations/operation';
import type { Encoding, Fields, Shape, ShapeKind } from '../operations/shapes';
import type { GeneratedFile } from './GeneratedFile';
import { operationTitle } from './operationTitle';

const typeInWords: Readonly<Record<ShapeKind, string>> = {
  text: 'text',
  flag: 'true or false',
  int32: '32-bit integer',
  count: '64-bit integer',
  accountId: 'account ID',
  epochMs: 'milliseconds since the epoch',
  epochMsText: 'milliseconds since the epoch, as text',
  isoTime: 'ISO 8601 time, UTC',
  jsonText: 'JSON text',
  json: 'any JSON',
  presence: 'text, of which only its presence is kept',
  hashes: 'object, of which names and keyed hashes of values are kept',
  list: 'list',
  object: 'object',
};

function encodingInWords({ encoding = 'plain', of }: Shape): string {
  const words: Readonly<Record<Encoding, string>> = {
    plain: '',
    flat: of && !of.fields ? 'flat (`Name.1`)' : 'flat (`Name.1.Key`)',
    json: 'JSON text',
    csv: 'comma-joined',
  };
  return words[encoding];
}

const code = (value: string | number | boolean) => `\`${value}\``;
const codes = (values: readonly (string | number)[]) => values.map(code).join(', ');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return ['None.'];
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

/** Every field with the dotted path that leads to it; `[]` marks the elements of a list. */
function flatten(fields: Fields, prefix = ''): { readonly path: string; readonly shape: Shape }[] {
  return Object.entries(fields).flatMap(([name, shape]) => {
    const path = `${prefix}${name}`;
    const members = shape.fields ?? shape.of?.fields ?? {};
    return [{ path, shape }, ...flatten(members, `${path}${shape.of ? '[]' : ''}.`)];
  });
}

function typeOf(shape: Shape): string {
  if (shape.of) return `list of ${shape.of.fields ? 'objects' : typeOf(shape.of)}`;
  return typeInWords[shape.kind];
}

function range({ min, max }: Shape): string | undefined {
  if (min === undefined) return max === undefined ? undefined : `at most ${max}`;
  return max === undefined ? `at least ${min}` : `${min} to ${max}`;
}

function lengthOf({ minLength, maxLength }: Shape): string | undefined {
  const length = range({ kind: 'text', min: minLength, max: maxLength });
  return length && `${length} characters`;
}

function valuesOf({ values, intValues }: Shape): string | undefined {
  const documented = values ?? intValues;
  return documented && codes(documented);
}

function constraintsOf(shape: Shape): string {
  return [
    shape.retired && 'retired, never sent',
    range(shape),
    valuesOf(shape),
    shape.maxItems !== undefined && `at most ${shape.maxItems} items`,
    lengthOf(shape),
    shape.pattern !== undefined && `of the form ${code(shape.pattern)}`,
    shape.default !== undefined && `default ${code(shape.default)}`,
  ]
    .filter(Boolean)
    .join('; ');
}

function wireOf(shape: Shape): string {
  return [
    valuesOf(shape),
    shape.wire && `a JSON ${[shape.wire, shape.wireAlso].filter(Boolean).join(' or ')}`,
    !shape.wire && shape.wireAlso && `also as a JSON ${shape.wireAlso}`,
    shape.aliases && `also spelled ${codes(shape.aliases)}`,
    shape.unread && 'never read',
    shape.lowerCaseKeys && 'keys inside also with a lower-case first letter',
  ]
    .filter(Boolean)
    .join('; ');
}

const quotaInWords = (quota: Quota) =>
  quota === 'unknown' ? 'not published' : `${quota.calls} calls in ${quota.windowSeconds} s`;

const hostsOf = ({ hosts, regionalHost }: Product) =>
  regionalHost === undefined ? [...new Set(Object.values(hosts))] : [regionalHost];

const vpcInWords = ({ vpcHosts }: Product) =>
  vpcHosts === undefined ? '' : `; in a VPC ${codes(Object.values(vpcHosts))}`;

const ramInWords = ({ ram }: Operation) =>
  ram === 'none' ? 'none needed' : `${code(ram.action)} on ${code(ram.resource)}`;

function cacheInWords({ kind, cache }: Operation): string {
  const kept = (ttlMs: number) => (ttlMs === 0 ? 'not at all' : `${ttlMs / 1000} s`);
  if (kind === 'write') return 'not at all; it clears related cached responses';
  if (!cache) return kept(0);
  const { ttlMs, closedRange } = cache;
  const closed = closedRange && [
    `; ${kept(closedRange.ttlMs)} if ${code(closedRange.endParameter)}`,
    `lies more than ${closedRange.settlesAfterMs / 60_000} minutes in the past`,
  ];
  return `${kept(ttlMs)}${closed?.join(' ') ?? ''}`;
}

function pagingInWords({ paging }: Operation): string | undefined {
  if (!paging) return undefined;
  const { items, total, limitParameter, min, max } = paging;
  const next =
    paging.style === 'token'
      ? `${code(paging.next)} is the next ${code(paging.tokenParameter)}`
      : `${code(paging.pageParameter)} counts them from 1`;
  const counted = total === undefined ? '' : `, ${code(total)} counts all`;
  return `pages of ${min} to ${max} (${code(limitParameter)}) of ${code(items)}; ${next}${counted}`;
}

function renderOperation(operation: Operation): string[] {
  const { product, summary, methods, kind, async: answersEarly, retry, quota, source } = operation;
  const paging = pagingInWords(operation);
  return [
    `## ${operationTitle(operation)}`,
    '',
    summary,
    '',
    `- ${product.code} ${product.version}; hosts ${codes(hostsOf(product))}${vpcInWords(product)}`,
    `- ${methods.join(', ')}; a ${kind}${answersEarly ? ' that returns before the work is done' : ''}`,
    `- retry: ${retry}${kind === 'write' ? '; the gateway never retries it' : ''}`,
    `- quota: ${quotaInWords(quota)}`,
    `- RAM action: ${ramInWords(operation)}`,
    `- response cached: ${cacheInWords(operation)}`,
    ...(paging === undefined ? [] : [`- ${paging}`]),
    `- source: ${source}`,
    '',
    '### Parameters',
    '',
    ...table(
      ['Name', 'Type', 'Required', 'In', 'Encoding', 'Constraints'],
      flatten(operation.parameters).map(({ path, shape }) => [
        code(path),
        typeOf(shape),
        shape.optional ? '' : 'yes',
        shape.in ?? '',
        encodingInWords(shape),
        constraintsOf(shape),
      ]),
    ),
    '',
    '### Response',
    '',
    ...table(
      ['Field', 'Type', 'Always present', 'On the wire'],
      flatten(operation.response).map(({ path, shape }) => [
        code(path),
        typeOf(shape),
        shape.optional ? '' : 'yes',
        wireOf(shape),
      ]),
    ),
    '',
    '### Errors',
    '',
    ...table(
      ['HTTP', 'Upstream code', '`code`', 'Retryable', 'Explanation'],
      Object.entries(operation.errors).map(([upstreamCode, error]) => [
        String(error.status),
        code(upstreamCode),
        code(error.code),
        error.retryable ? 'yes' : '',
        error.explanation.en,
      ]),
    ),
    '',
  ];
}

/** The catalogue as a page for people: one section an operation, in the order given. */
export function renderOperations(listed: readonly Operation[] = operations): string {
  return [
    '<!-- Generated by `npm run generate` from src/operations. Do not edit. -->',
    '',
    '# Operations',
    '',
    'Every upstream operation that the gateway calls and the emulator serves. Every response has a `RequestId`.',
    'Codes that are common to all products (signature, flow control) are not repeated here.',
    '',
    ...table(
      ['Operation', 'Product', 'Kind', 'Quota'],
      listed.map((operation) => [
        `[${operationTitle(operation)}](#${operationTitle(operation).toLowerCase().replaceAll(' ', '-')})`,
        `${operation.product.code} ${operation.product.version}`,
        operation.kind,
        quotaInWords(operation.quota),
      ]),
    ),
    '',
    ...listed.flatMap(renderOperation),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

/** `docs/OPERATIONS.md`, for `npm run generate`. */
export const operationsPage = (): GeneratedFile => ({
  path: 'docs/OPERATIONS.md',
  content: renderOperations(),
});
