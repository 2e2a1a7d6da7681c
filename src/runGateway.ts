import { performance } from 'node:perf_hooks';
import type { Logger } from 'pino';
import type { Emulator } from './emulator';
import { toClientError } from './errors/ClientError';
import { RpcError } from './errors/RpcError';
import { openLedger } from './ledger/openLedger';
import { logAlarms } from './observability/Alarm';
import { createAuditLog } from './observability/AuditLog';
import { createLogger } from './observability/logger';
import { Metrics } from './observability/metrics/Metrics';
import { countAlarms } from './observability/metrics/countAlarms';
import { openTracing } from './observability/tracing/openTracing';
import { openDoor } from './openDoor';
import { GetCallerIdentity } from './operations';
import { explainStartFailure } from './process/explainStartFailure';
import { failStart } from './process/failStart';
import { isLoopbackName } from './process/loopback';
import { stopOnCrash } from './process/stopOnCrash';
import type { StopReason } from './process/stopOnSignal';
import { stopOnSignal } from './process/stopOnSignal';
import type { ReadEnvironment } from './readEnvironment';
import type { RedisClient } from './redis/RedisClient';
import { openRedis } from './redis/openRedis';
import type { Server } from './server/startServer';
import { startServer } from './server/startServer';
import type { Settings } from './settings';
import { explainOpenAccess } from './settings/explainOpenAccess';
import { alibabaCloudUpstream, emulatorUpstream } from './upstream';
import type { ClientOptions, Upstream } from './upstream';

/** Runs the gateway until it is stopped. If it has started an emulator, that stops with it. */
export async function runGateway(
  settings: Settings,
  { embedded, hasQuotas }: Pick<ReadEnvironment, 'embedded' | 'hasQuotas'>,
  isStartedByNpm: boolean,
): Promise<void> {
  const { admin } = settings;
  const metrics = admin === undefined ? undefined : await Metrics.create();
  const logger = createLogger(settings.logLevel, settings.upstream, metrics);
  const own = embedded?.settings;
  let emulator: Emulator | undefined;
  let upstream: Upstream | undefined;
  let redis: RedisClient | undefined;
  try {
    redis = await openRedis(settings, logger);
    const tracing = await openTracing(settings.telemetry, logger, metrics);
    const ledger = await openLedger(settings.mutationLedger, redis);
    // After the world's clock has moved, cached answers are out of date.
    const onControl = () => upstream?.forget();
    // A new world does not have what was done in the last one.
    const onReset = () => {
      ledger.clear().catch((error: unknown) => {
        logger.error({ code: (error as { code?: unknown }).code }, 'mutation ledger cannot be written');
      });
    };
    emulator = await embedded?.start({ ...embedded.settings, onControl, onReset });
    upstream = upstreamOf(
      {
        ...settings,
        metrics,
        onAlarm: countAlarms(metrics, logAlarms(logger)),
        onAttempt:
          tracing &&
          ((attempt) => {
            tracing.call(attempt);
          }),
        redis,
        cacheSecrets: settings.redisAccess.secrets,
      },
      hasQuotas,
      emulator,
    );
    const door = await openDoor(settings.access);
    const auditLog = createAuditLog(settings.auditTarget);
    const server = await startServer({
      ...settings,
      door,
      upstream,
      logger,
      auditLog,
      ledger,
      metrics,
      tracing,
      redis,
    });
    const stop = async (reason: StopReason | 'CRASH') => {
      logger.info({ reason }, 'gateway stops');
      const endsAt = performance.now() + settings.stopTimes.stopMs;
      // Nobody balances requests to a process at a terminal.
      await server.stop({ drain: reason === 'SIGTERM' });
      await emulator?.close();
      await ledger.close();
      await redis?.close();
      const isExported = await tracing?.stop(Math.max(0, endsAt - performance.now()));
      logger.info('gateway stopped');
      // A collector that is slow would keep the process until it gives up.
      if (isExported === false && reason !== 'CRASH') process.exit();
    };
    // Before its address is printed: a signal may follow at once.
    stopOnSignal(stop, isStartedByNpm);
    stopOnCrash(logger, () => stop('CRASH'));
    const danger = explainOpenAccess(settings);
    if (danger !== undefined) logger.warn(danger);
    if (process.stdout.isTTY) process.stdout.write(banner(settings, server, emulator));
    else logger.info(startOf(settings, server, emulator), 'gateway started');
    if (emulator === undefined) void announceCaller(upstream, logger);
  } catch (error) {
    await emulator?.close();
    await redis?.close();
    const { host, port } = settings;
    failStart([
      explainStartFailure(error, [
        { host, port, portSetting: 'PORT' },
        { host, port: own?.port ?? port, portSetting: 'EMULATOR_PORT' },
        ...(admin === undefined ? [] : [{ ...admin, portSetting: 'ADMIN_PORT', hostSetting: 'ADMIN_HOST' }]),
      ]),
    ]);
  }
}

/** Says at the start what would otherwise show with the first query: no network, no credentials, wrong ones. */
async function announceCaller({ rpc }: Upstream, logger: Logger): Promise<void> {
  try {
    const { AccountId, Arn } = await rpc.call(GetCallerIdentity, {});
    logger.info({ accountId: AccountId, caller: Arn }, 'upstream answers');
  } catch (error) {
    const { code, message } = toClientError(error, 'en');
    logger.warn(
      { code, detail: error instanceof RpcError ? error.message : undefined },
      `upstream does not answer: ${message}`,
    );
  }
}

function upstreamOf(
  settings: Settings & Pick<ClientOptions, 'onAlarm' | 'onAttempt' | 'metrics' | 'redis' | 'cacheSecrets'>,
  hasQuotas: boolean | undefined,
  emulator: Emulator | undefined,
): Upstream {
  if (settings.upstream === 'alibaba-cloud') return alibabaCloudUpstream(settings);
  return emulatorUpstream({
    ...settings,
    url: emulator?.url ?? settings.emulatorUrl ?? '',
    accessKeyId: settings.emulatorAccessKeyId,
    accessKeySecret: settings.emulatorAccessKeySecret,
    quota: hasQuotas ? settings.quota : undefined,
    now: emulator && (() => emulator.world.clock.now()),
  });
}

/** The content of the banner that people see at a terminal, for the log. */
function startOf(
  { mutations, site, emulatorUrl, access }: Settings,
  { url, adminUrl }: Server,
  emulator: Emulator | undefined,
): object {
  const own = emulator && { emulatorUrl: emulator.url, world: emulator.world.name };
  return { url, adminUrl, mutations, site, authentication: access.authentication, emulatorUrl, ...own };
}

function banner(settings: Settings, { url, adminUrl }: Server, emulator: Emulator | undefined): string {
  const metrics = adminUrl === undefined ? '' : `\n  metrics and probes          ${adminUrl}/metrics`;
  const upstream =
    settings.upstream === 'alibaba-cloud'
      ? `Alibaba Cloud, ${settings.site} site; mutations are ${settings.mutations ? 'ON' : 'off'}`
      : `EMULATOR, demo data only: ${emulator === undefined ? String(settings.emulatorUrl) : `${emulator.url}, world ${emulator.world.name}, whose clock says ${new Date(emulator.world.clock.now()).toISOString()}`}`;
  return `
Alibaba Cloud governance gateway
  GraphQL and Apollo Sandbox  ${url}/graphql
  GraphiQL, works offline     ${url}/graphiql
  upstream                    ${upstream}
  authentication              ${authenticationOf(settings)}${metrics}

Try: { currentAccount { accountId configurationRecorder { status } } }

`;
}

function authenticationOf({ access: { authentication, issuer }, host }: Settings): string {
  if (authentication === 'none') {
    return isLoopbackName(host)
      ? 'none: programs on this machine may do everything'
      : `NONE: ANYONE WHO REACHES ${host} MAY DO EVERYTHING`;
  }
  if (authentication === 'router') return 'a secret of the router, which may do everything';
  const tokens = issuer === undefined ? 'tokens of `npm run token`' : `tokens of ${issuer}`;
  return authentication === 'oidc' ? tokens : `a secret of the router, and ${tokens}`;
}
