import { randomUUID } from 'node:crypto';
import type { Operation } from '../operations/operation';
import type { OpenCall } from './CallLog';
import type { Cloud } from './Cloud';
import { Refusal } from './Refusal';
import { noteCall } from './actiontrail/noteCall';
import { encodeAnswer } from './answer';
import { authenticate } from './authentication';
import { brokenReply } from './breakage';
import type { FaultPlan } from './faults';
import { fillIn, gatewayError, refuse } from './gatewayErrors';
import { BusinessError, type HandlerContext } from './handler';
import { decodeRequest } from './parameters';
import type { Format } from './print';
import { errorReply, printed, type Reply, type ReplyContext } from './reply';
import { productOf, routeOf, type Route } from './routing';
import { unitedParameters, type WireParameters } from './wireParameters';
import type { AccessKey } from './world/AccessKey';

/** One HTTP request to the RPC endpoint. */
export interface RpcRequest {
  readonly method: string;
  readonly path: string;
  /** Without the question mark, undecoded. */
  readonly query: string;
  /** A form; undefined if it was larger than the endpoint takes. */
  readonly body: Uint8Array | undefined;
  /** The host that was called. */
  readonly host: string;
  /** What the client calls itself. Empty if it does not say. */
  readonly userAgent: string;
}

/** The most that a POST body may have. STS documents it; whether the other products share it is not known. */
export const maxBodyBytes = 10 * 1024 * 1024;

/** The most that the query of a GET may have: documented for STS, and enforced for it alone. */
const maxStsQueryBytes = 4096;

const formats: ReadonlyMap<string, Format> = new Map([
  ['JSON', 'JSON'],
  ['json', 'JSON'],
  ['XML', 'XML'],
  ['xml', 'XML'],
]);

/**
 * Answers one RPC request, notes it in the call log, and applies the faults that hit it. Rejects only if the
 * emulator stops while the request waits.
 */
export async function answerRpc(request: RpcRequest, cloud: Cloud, closing: AbortSignal): Promise<Reply> {
  const requestId = randomUUID().toUpperCase();
  const call = cloud.calls.open(new Date(cloud.options.wallClock()).toISOString(), requestId);
  let context: ReplyContext = {
    requestId,
    host: request.host,
    format: cloud.readingsFor().defaultFormat,
    product: undefined,
  };
  try {
    const parameters = parametersOf(request);
    const product = productOf(parameters);
    cloud.calls.name(call, parameters.get('Version'), parameters.get('Action'));
    call.product = product?.code ?? null;
    context = { ...context, product, format: formatOf(parameters) ?? context.format };
    if (request.path !== '/') throw refuse('InvalidAction.NotFound');
    const route = routeOf(request.method, parameters);
    if (product?.service === 'sts' && request.method === 'GET' && request.query.length > maxStsQueryBytes) {
      throw refuse('RequestTooLarge', String(maxStsQueryBytes));
    }
    const key = authenticate(
      { method: request.method, parameters },
      { world: cloud.world, nonces: cloud.nonces, wallClock: cloud.options.wallClock },
    );
    cloud.calls.sign(call, key.caller, parameters.get('SignatureNonce'));
    if (cloud.options.quotas) {
      const isByAccount = cloud.readingsFor(key).trailQuota === 'account';
      const region =
        isByAccount || product?.regionalHost === undefined ? undefined : regionOf(context.host, parameters);
      cloud.quotas.count(key.caller.accountId, route.operation, region);
    }
    const { userAgent } = request;
    return await answerWithFaults({ route, parameters, key, call, context, userAgent }, cloud, closing);
  } catch (error) {
    if (closing.aborted) throw error;
    const refusal = error instanceof Refusal ? error : bug(error, cloud);
    return noted(call, errorReply(refusal, context), refusal.code);
  }
}

function parametersOf({ query, body }: RpcRequest): WireParameters {
  if (!body) throw refuse('RequestTooLarge', String(maxBodyBytes));
  return unitedParameters(query, body);
}

function formatOf(parameters: WireParameters): Format | undefined {
  const word = parameters.get('Format') ?? '';
  const format = formats.get(word);
  if (!format && word !== '') throw refuse('InvalidParameter.Format');
  return format;
}

interface AuthenticCall {
  readonly route: Route;
  readonly parameters: WireParameters;
  readonly key: AccessKey;
  readonly call: OpenCall;
  readonly context: ReplyContext;
  readonly userAgent: string;
}

async function answerWithFaults(authentic: AuthenticCall, cloud: Cloud, closing: AbortSignal): Promise<Reply> {
  const { call, context, key, parameters, route } = authentic;
  const { sleep } = cloud.options;
  const plan = cloud.faults.planFor(route.operation, key.caller.accountId, parameters);
  const { breakage } = plan;

  if (plan.delayBeforeMs > 0) await sleep(plan.delayBeforeMs, closing);
  if (breakage && plan.strikes === 'before') {
    return noted(call, brokenReply(breakage, undefined, context), codeOf(breakage));
  }
  const [reply, code] = handle(authentic, plan, cloud);
  if (plan.delayAfterMs > 0) await sleep(plan.delayAfterMs, closing);
  if (!breakage) return noted(call, reply, code);
  const keepsAnswer = breakage.kind === 'truncated' || breakage.kind === 'resetInBody';
  return noted(call, brokenReply(breakage, reply, context), keepsAnswer ? code : codeOf(breakage));
}

const codeOf = (breakage: { readonly kind: string; readonly code?: string | undefined }): string | null =>
  breakage.kind === 'throttle' ? 'Throttling.User' : (breakage.code ?? null);

/** The answer of the world, or its refusal; and the code of the latter. */
function handle(authentic: AuthenticCall, { oddities, lists }: FaultPlan, cloud: Cloud): [Reply, string | null] {
  const { route, parameters, key, call, context } = authentic;
  const { operation } = route;
  const readings = cloud.readingsFor(key);
  let request: object = {};
  const note = (refusal?: Refusal): void => {
    if (operation.kind !== 'write') return;
    const region = regionOf(context.host, parameters);
    noteCall({ operation, request, caller: key.caller, region, userAgent: authentic.userAgent, refusal }, cloud.world);
  };
  try {
    request = decodeRequest(operation, cloud.listFaults.request(operation, parameters, lists), readings);
    const answer = handlerOf(route, cloud)(request, {
      world: cloud.world,
      caller: key.caller,
      readings,
      region: regionOf(context.host, parameters),
      effect(description) {
        call.effect = call.effect === null ? description : `${call.effect}; ${description}`;
      },
    });
    note();
    const escapedQuotes = context.format === 'XML' && readings.embeddedJsonInXml === 'escaped';
    const body = encodeAnswer(operation, answer, context.requestId, readings, { ...oddities, escapedQuotes });
    const changed = cloud.listFaults.change(operation, parameters, lists, body);
    return [printed(200, `${operation.action}Response`, changed, context), null];
  } catch (error) {
    const refusal = refusalOf(error, operation, cloud);
    note(refusal);
    return [errorReply(refusal, context, oddities.oddCasing), refusal.code];
  }
}

/** The region of a regional host, `<product>.<region>.aliyuncs.com`; in a VPC, the product has a suffix. */
const regionalHost = /^[a-z]+(?:-vpc)?\.([a-z]{2,}(?:-[a-z0-9]+)+)\.aliyuncs\.com$/;

function regionOf(host: string, parameters: WireParameters): string {
  const parameter = parameters.get('RegionId') ?? '';
  return regionalHost.exec(host)?.[1] ?? (parameter === '' ? 'cn-hangzhou' : parameter);
}

/** The request was decoded by the same table that the handler's type is derived from, which no compiler can see. */
const handlerOf = ({ name }: Route, { options }: Cloud): ((request: object, context: HandlerContext) => object) =>
  options.handlers[name] as (request: object, context: HandlerContext) => object;

function refusalOf(error: unknown, operation: Operation, cloud: Cloud): Refusal {
  if (error instanceof Refusal) return error;
  if (!(error instanceof BusinessError)) return bug(error, cloud);
  const { code, names } = error;
  const row = Object.hasOwn(operation.errors, code) ? operation.errors[code] : gatewayError(code);
  if (!row) return bug(new Error(`${operation.action} does not document ${code}.`, { cause: error }), cloud);
  return new Refusal(code, row.status, fillIn(row.message, names));
}

/** A mistake of ours must be loud, and must not stop the emulator. */
function bug(error: unknown, { options }: Cloud): Refusal {
  options.onBug(error);
  return refuse('InternalError');
}

/** Completes the log's entry with what the client gets; a reply that never arrives has no status. */
function noted(call: OpenCall, reply: Reply, code: string | null): Reply {
  const arrives = reply.delivery === 'whole' || reply.delivery === 'resetInBody';
  call.status = arrives ? reply.status : null;
  call.code = code;
  return reply;
}
