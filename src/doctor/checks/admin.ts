import { once } from 'node:events';
import { createServer, get } from 'node:http';
import { connect } from 'node:net';
import { isLoopbackName } from '../../process/loopback';
import type { Check } from '../Check';
import type { Finding } from '../Finding';
import { ok, problem, warning } from '../Finding';

/** How long to wait for an answer, milliseconds. */
const patienceMs = 3000;

/** Whether the admin port is free, or a gateway is there already. */
export const adminCheck: Check = {
  name: 'admin port',
  about: 'whether metrics and probes can be served',
  run: async ({ settings: { admin } }) => {
    if (admin === undefined) {
      return [ok('ADMIN_PORT is not set: no metrics are kept.')];
    }
    const { host, port } = admin;
    const code = await listenCode(host, port);
    if (code === 'EADDRINUSE' && (await isGateway(host, port))) {
      return [ok(`A gateway answers at port ${port} (ADMIN_PORT) already.`)];
    }
    if (code !== undefined) return [cannotListen(code, host, port)];
    const who = isLoopbackName(host)
      ? 'for this machine alone'
      : 'for other machines, too: let only your monitoring reach it';
    return [ok(`Port ${port} (ADMIN_PORT) of ${host} is free, ${who}.`)];
  },
};

/** Whether the collector of traces accepts connections. */
export const tracesCheck: Check = {
  name: 'traces',
  about: 'whether the collector of OpenTelemetry can be reached',
  run: async ({ settings: { telemetry } }) => {
    const { endpoint, isDisabled } = telemetry;
    if (endpoint === undefined || isDisabled) {
      return [ok('OTEL_EXPORTER_OTLP_ENDPOINT is not set, or OTEL_SDK_DISABLED is true: no traces are made.')];
    }
    const { host, hostname, port, protocol } = new URL(endpoint);
    const code = await connectCode(hostname, Number(port || (protocol === 'https:' ? 443 : 80)));
    return [
      code === undefined
        ? ok(`The collector ${host} accepts connections.`)
        : warning(
            `The collector ${host} cannot be reached (${code}): spans would be dropped.`,
            'Check OTEL_EXPORTER_OTLP_ENDPOINT and the network. The port of OTLP over HTTP is usually 4318.',
          ),
    ];
  },
};

function cannotListen(code: string, host: string, port: number): Finding {
  switch (code) {
    case 'EADDRINUSE':
      return problem(
        `Port ${port} (ADMIN_PORT) is in use by something else than a gateway.`,
        'Stop what listens there, or set ADMIN_PORT to another port.',
      );
    case 'EACCES':
      return problem(`This user may not listen on port ${port}.`, 'Set ADMIN_PORT to a port above 1023.');
    default:
      return problem(
        `ADMIN_HOST ${JSON.stringify(host)} cannot be listened on (${code}).`,
        'Set ADMIN_HOST to an address of this machine, or to 0.0.0.0.',
      );
  }
}

/** Listens for a moment. @returns the code of the system if that fails. */
async function listenCode(host: string, port: number): Promise<string | undefined> {
  const server = createServer();
  try {
    server.listen({ host, port });
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}

/** Whether a gateway answers at a port. */
const isGateway = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const request = get({ host, port, path: '/livez', timeout: patienceMs, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200 && response.headers['x-upstream'] !== undefined);
    });
    request.on('error', () => {
      resolve(false);
    });
    request.on('timeout', () => {
      request.destroy();
      resolve(false);
    });
  });

/** Connects for a moment. @returns a code if that fails. */
const connectCode = (host: string, port: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    // The name of an IPv6 address has brackets in a URL.
    const socket = connect({ host: host.replace(/^\[|\]$/g, ''), port, timeout: patienceMs });
    const end = (code?: string) => {
      socket.destroy();
      resolve(code);
    };
    socket
      .once('connect', () => {
        end();
      })
      .once('timeout', () => {
        end('TIMEOUT');
      })
      .once('error', (error) => {
        end(codeOf(error));
      });
  });

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code);
