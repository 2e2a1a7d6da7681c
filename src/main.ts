import type { Logger } from 'pino';
import { startEmulator } from './emulator/emulator';
import type { Emulator } from './emulator/emulator';
import type { EmulatorSettings } from './emulator/settings';
import { parseEmulatorSettings } from './emulator/settings';
import { toClientError } from './errors/ClientError';
import { RpcError } from './errors/RpcError';
import { createLogger } from './observability/logger';
import { GetCallerIdentity } from './operations';
import { explainStartFailure } from './process/explainStartFailure';
import { onceToldToStop } from './process/stopOnSignal';
import { startServer } from './server/startServer';
import type { Settings } from './settings';
import { parseSettings } from './settings';
import { alibabaCloudUpstream, emulatorUpstream } from './upstream';
import type { Upstream } from './upstream';

/** `npm start`: the gateway, over the emulator where nothing else is named, until it is told to stop. */

const gateway = parseSettings(process.env);
const embedded = parseEmulatorSettings(process.env);
if (gateway.settings && embedded.settings) void run(gateway.settings, embedded.settings);
else fail([...gateway.problems, ...embedded.problems]);

async function run(settings: Settings, emulatorSettings: EmulatorSettings): Promise<void> {
  const logger = createLogger(settings.logLevel, settings.upstream);
  const startsEmulator = settings.upstream === 'emulator' && settings.emulatorUrl === undefined;
  if (startsEmulator && settings.port === emulatorSettings.port && settings.port !== 0) {
    fail([`PORT and EMULATOR_PORT must differ, but both are ${settings.port}.`]);
    return;
  }
  let emulator: Emulator | undefined;
  let upstream: Upstream | undefined;
  try {
    // Whoever steps the world's clock wants to see what has changed, not what was read before.
    const onControl = () => upstream?.forget();
    if (startsEmulator) emulator = await startEmulator({ ...emulatorSettings, onControl });
    upstream = upstreamOf(settings, emulatorSettings, emulator);
    const server = await startServer({ ...settings, upstream, logger });
    // Before anybody is told that it is there.
    onceToldToStop(async () => {
      await server.stop();
      await emulator?.close();
    }, process.env.npm_lifecycle_event !== undefined);
    process.stdout.write(banner(settings, server.url, emulator));
    if (emulator === undefined) void announceCaller(upstream, logger);
  } catch (error) {
    await emulator?.close();
    fail([explainStartFailure(error, settings)]);
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

function upstreamOf(settings: Settings, emulatorSettings: EmulatorSettings, emulator: Emulator | undefined): Upstream {
  if (settings.upstream === 'alibaba-cloud') return alibabaCloudUpstream(settings);
  // An emulator of our own without quotas has none to keep.
  const keepsQuota = emulator === undefined || emulatorSettings.quotas;
  return emulatorUpstream({
    ...settings,
    url: emulator?.url ?? settings.emulatorUrl ?? '',
    accessKeyId: settings.emulatorAccessKeyId,
    accessKeySecret: settings.emulatorAccessKeySecret,
    quota: keepsQuota ? settings.quota : undefined,
    now: emulator && (() => emulator.world.clock.now()),
  });
}

function banner(settings: Settings, url: string, emulator: Emulator | undefined): string {
  const upstream =
    settings.upstream === 'alibaba-cloud'
      ? `Alibaba Cloud, ${settings.site} site; mutations are ${settings.mutations ? 'ON' : 'off'}`
      : `EMULATOR, demo data only: ${emulator === undefined ? String(settings.emulatorUrl) : `${emulator.url}, world ${emulator.world.name}, whose clock says ${new Date(emulator.world.clock.now()).toISOString()}`}`;
  return `
Alibaba Cloud governance gateway
  GraphQL and Apollo Sandbox  ${url}/graphql
  GraphiQL, works offline     ${url}/graphiql
  upstream                    ${upstream}

Try: { currentAccount { accountId configurationRecorder { status } } }

`;
}

function fail(lines: readonly string[]): void {
  process.stderr.write(lines.map((line) => `${line}\n`).join(''));
  process.exitCode = 1;
}
