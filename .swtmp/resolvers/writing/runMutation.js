"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "runMutation", {
    enumerable: true,
    get: function() {
        return runMutation;
    }
});
const _GovernanceError = require("../../schema/writing/GovernanceError");
const _ClientError = require("../../src/errors/ClientError");
const _RpcError = require("../../src/errors/RpcError");
const _UserError = require("../../src/errors/UserError");
const _mutationErrors = require("../../src/errors/mutationErrors");
const _lookUps = require("./lookUps");
const _outcomes = require("./outcomes");
const runMutation = async (context, operation, plan)=>{
    if (plan.dryRun) return run(context, operation, plan, unaudited);
    const audit = context.audit(operation);
    try {
        const { failure, ...done } = await run(context, operation, plan, audit);
        const { outcome, errors, requestId } = done.result;
        await audit.end({
            outcome,
            code: errors[0]?.code,
            upstreamRequestId: requestId,
            failure
        });
        return done;
    } catch (error) {
        await audit.end({
            outcome: 'FAILED',
            failure: error
        });
        throw error;
    }
};
/** A dry run sends nothing. */ const unaudited = {
    intend: ()=>Promise.resolve()
};
const run = async (context, operation, plan, audit)=>{
    let lookUps = ()=>Promise.resolve([]);
    try {
        if (!context.mutations) throw mutationsAreOff();
        if (!plan.dryRun && context.writes.unknown !== undefined) throw notSent(context.writes.unknown);
        if (context.isStopping()) throw gatewayIsStopping();
        const request = await plan.prepare();
        context.rpc.check(operation, request);
        const accountId = plan.account?.();
        const options = accountId === undefined ? {} : await context.callOptions(accountId);
        lookUps = async ()=>{
            const actingAccountId = await context.rpc.rehearse(operation, request, options);
            return plan.lookUps?.(request, actingAccountId ?? await context.currentAccountId()) ?? [];
        };
        if (plan.dryRun) return {
            result: validated(await (0, _lookUps.findAll)(await lookUps()), context.language)
        };
        await audit.intend(request, accountId ?? await ownAccount(context));
        // Preparing it may have taken a while.
        if (context.isStopping()) throw gatewayIsStopping();
        try {
            const response = await context.rpc.call(operation, request, options);
            return {
                result: {
                    outcome: plan.outcome(response),
                    errors: [],
                    requestId: response.RequestId
                },
                response
            };
        } finally{
            // Which answers a write makes stale is not documented: nothing that the request has loaded is taken for true.
            context.forget();
        }
    } catch (error) {
        const outcome = (0, _outcomes.outcomeOfFailure)(error, operation);
        if (outcome === undefined) throw error;
        const requestId = error instanceof _RpcError.RpcError ? error.requestId ?? null : null;
        const end = await explain(error, outcome, context, operation, plan, lookUps);
        if (end.outcome === 'UNKNOWN') context.writes.unknown ??= plan.readFirst;
        return {
            result: {
                outcome: end.outcome,
                errors: [
                    _GovernanceError.GovernanceError.from(end.error)
                ],
                requestId
            },
            failure: error
        };
    }
};
/** The account of the gateway's credentials. Undefined if it cannot be read: the mutation then fails by itself. */ const ownAccount = async ({ currentAccountId })=>{
    try {
        return await currentAccountId();
    } catch (error) {
        if (error instanceof _RpcError.RpcError || error instanceof _UserError.UserError) return undefined;
        throw error;
    }
};
const explain = async (error, outcome, { language }, { action }, { outcomeOfCode = {}, fieldOf, readFirst, riskOfRepeating }, lookUps)=>{
    const told = (0, _ClientError.toClientError)(error, language);
    if (!(error instanceof _RpcError.RpcError) || error.action !== action) return {
        outcome,
        error: told
    };
    if (outcome === 'UNKNOWN') {
        return {
            outcome,
            error: (0, _mutationErrors.toUnknownOutcome)(error, language, readFirst, riskOfRepeating)
        };
    }
    const { code = '', parameter } = error;
    const ofCode = Object.hasOwn(outcomeOfCode, code) ? outcomeOfCode[code] : undefined;
    if (ofCode !== undefined) return {
        outcome: ofCode,
        error: told
    };
    const field = parameter === undefined ? undefined : fieldOf?.(parameter);
    if (field !== undefined) return {
        outcome,
        error: namingField(told, field, language)
    };
    const finding = await (0, _lookUps.explainRefusal)(lookUps, code);
    if (finding === undefined) return {
        outcome,
        error: told
    };
    const found = finding.error.in(language);
    // The explanation of a refusal may advise to try again, which does not fit what is being done already.
    const message = finding.outcome === 'REJECTED' ? joined(told.message, found, language) : found;
    return {
        outcome: finding.outcome,
        error: {
            ...told,
            message,
            field: finding.error.field
        }
    };
};
const joined = (one, other, language)=>language === 'en' ? `${one} ${other}` : `${one}${other}`;
/** A refusal with the input field that the upstream named. */ const namingField = (error, field, language)=>{
    const name = field.join('.');
    const named = {
        en: `The upstream names ${name}.`,
        zh: `上游指出的字段：${name}。`
    };
    return {
        ...error,
        field,
        message: joined(error.message, named[language], language)
    };
};
const validated = (findings, language)=>{
    const [first] = findings;
    const rejecting = findings.filter(({ outcome })=>outcome === 'REJECTED');
    const decisive = rejecting.length > 0 ? rejecting : findings;
    return {
        outcome: rejecting.length > 0 ? 'REJECTED' : first?.outcome ?? 'VALIDATED',
        errors: decisive.map(({ error })=>_GovernanceError.GovernanceError.from((0, _ClientError.toClientError)(error, language))),
        requestId: null
    };
};
const gatewayIsStopping = ()=>new _UserError.UserError('OVERLOADED', {
        en: 'This gateway process is stopping and begins no mutation. Nothing was sent. Try again later.',
        zh: '此网关进程正在停止，不再开始新的变更操作。未发送任何请求，请稍后重试。'
    }, undefined, true);
const mutationsAreOff = ()=>new _UserError.UserError('FORBIDDEN', {
        en: 'Mutations are switched off in this deployment. Its operator can set MUTATIONS=on.',
        zh: '此部署已关闭变更操作。运维人员可设置 MUTATIONS=on 开启。'
    });
const notSent = (readFirst)=>new _UserError.UserError('CONFLICT', {
        en: `This mutation was not sent, because the outcome of an earlier one of the same document is UNKNOWN. Read \`${readFirst}\` first, then send this mutation in a document of its own.`,
        zh: `此变更未发送，因为同一文档中先前变更的结果为 UNKNOWN。请先查询 \`${readFirst}\`，再单独发送此变更。`
    });
