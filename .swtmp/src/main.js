"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
const _ClientError = require("./errors/ClientError");
const _RpcError = require("./errors/RpcError");
const _AuditLog = require("./observability/AuditLog");
const _logger = require("./observability/logger");
const _openDoor = require("./openDoor");
const _operations = require("./operations");
const _explainStartFailure = require("./process/explainStartFailure");
const _fail = require("./process/fail");
const _loopback = require("./process/loopback");
const _stopOnSignal = require("./process/stopOnSignal");
const _readEnvironment = require("./readEnvironment");
const _startServer = require("./server/startServer");
const _upstream = require("./upstream");
/** `npm start`: the gateway, on the emulator unless UPSTREAM says otherwise, until it is stopped. */ void start();
async function start() {
    const { settings, embedded, problems } = await (0, _readEnvironment.readEnvironment)(process.env);
    if (settings) await run(settings, embedded);
    else (0, _fail.fail)(problems);
}
async function run(settings, embedded) {
    const logger = (0, _logger.createLogger)(settings.logLevel, settings.upstream);
    const own = embedded?.settings;
    if (settings.port === own?.port && settings.port !== 0) {
        (0, _fail.fail)([
            `PORT and EMULATOR_PORT must differ, but both are ${settings.port}.`
        ]);
        return;
    }
    let emulator;
    let upstream;
    try {
        // After a step of the world's clock nobody wants to see what was read before.
        const onControl = ()=>upstream?.forget();
        emulator = await embedded?.start({
            ...embedded.settings,
            onControl
        });
        // An emulator of our own without quotas has none to keep.
        upstream = upstreamOf(settings, own?.quotas ?? true, emulator);
        const door = await (0, _openDoor.openDoor)(settings.access);
        const auditLog = (0, _AuditLog.createAuditLog)(settings.auditTarget);
        const server = await (0, _startServer.startServer)({
            ...settings,
            door,
            upstream,
            logger,
            auditLog
        });
        // Before its address is printed: a signal may follow at once.
        (0, _stopOnSignal.stopOnSignal)(async (reason)=>{
            // Nobody balances requests to a process at a terminal.
            logger.info({
                reason
            }, 'gateway stops');
            await server.stop({
                drain: reason === 'SIGTERM'
            });
            await emulator?.close();
            logger.info('gateway stopped');
        }, process.env.npm_lifecycle_event !== undefined);
        if (process.stdout.isTTY) process.stdout.write(banner(settings, server.url, emulator));
        else logger.info(startOf(settings, server.url, emulator), 'gateway started');
        if (emulator === undefined) void announceCaller(upstream, logger);
    } catch (error) {
        await emulator?.close();
        const { host, port } = settings;
        const gateway = {
            host,
            port,
            portSetting: 'PORT'
        };
        (0, _fail.fail)([
            (0, _explainStartFailure.explainStartFailure)(error, [
                gateway,
                {
                    host,
                    port: own?.port ?? port,
                    portSetting: 'EMULATOR_PORT'
                }
            ])
        ]);
    }
}
/** Says at the start what would otherwise show with the first query: no network, no credentials, wrong ones. */ async function announceCaller({ rpc }, logger) {
    try {
        const { AccountId, Arn } = await rpc.call(_operations.GetCallerIdentity, {});
        logger.info({
            accountId: AccountId,
            caller: Arn
        }, 'upstream answers');
    } catch (error) {
        const { code, message } = (0, _ClientError.toClientError)(error, 'en');
        logger.warn({
            code,
            detail: error instanceof _RpcError.RpcError ? error.message : undefined
        }, `upstream does not answer: ${message}`);
    }
}
function upstreamOf(settings, keepsQuota, emulator) {
    if (settings.upstream === 'alibaba-cloud') return (0, _upstream.alibabaCloudUpstream)(settings);
    return (0, _upstream.emulatorUpstream)({
        ...settings,
        url: emulator?.url ?? settings.emulatorUrl ?? '',
        accessKeyId: settings.emulatorAccessKeyId,
        accessKeySecret: settings.emulatorAccessKeySecret,
        quota: keepsQuota ? settings.quota : undefined,
        now: emulator && (()=>emulator.world.clock.now())
    });
}
/** What the banner tells people at a terminal, for the log. */ function startOf({ mutations, site, emulatorUrl }, url, emulator) {
    const own = emulator && {
        emulatorUrl: emulator.url,
        world: emulator.world.name
    };
    return {
        url,
        mutations,
        site,
        emulatorUrl,
        ...own
    };
}
function banner(settings, url, emulator) {
    const upstream = settings.upstream === 'alibaba-cloud' ? `Alibaba Cloud, ${settings.site} site; mutations are ${settings.mutations ? 'ON' : 'off'}` : `EMULATOR, demo data only: ${emulator === undefined ? String(settings.emulatorUrl) : `${emulator.url}, world ${emulator.world.name}, whose clock says ${new Date(emulator.world.clock.now()).toISOString()}`}`;
    return `
Alibaba Cloud governance gateway
  GraphQL and Apollo Sandbox  ${url}/graphql
  GraphiQL, works offline     ${url}/graphiql
  upstream                    ${upstream}
  authentication              ${authenticationOf(settings)}

Try: { currentAccount { accountId configurationRecorder { status } } }

`;
}
function authenticationOf({ access: { authentication, issuer }, host }) {
    if (authentication === 'none') {
        return (0, _loopback.isLoopbackName)(host) ? 'none: programs on this machine may do everything' : `NONE: ANYONE WHO REACHES ${host} MAY DO EVERYTHING`;
    }
    if (authentication === 'router') return 'a secret of the router, which may do everything';
    const tokens = issuer === undefined ? 'tokens of `npm run token`' : `tokens of ${issuer}`;
    return authentication === 'oidc' ? tokens : `a secret of the router, and ${tokens}`;
}
