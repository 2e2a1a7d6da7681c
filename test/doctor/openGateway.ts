import type { Finding } from '../../src/doctor/Finding';
import type { Report } from '../../src/doctor/examine';
import { examine } from '../../src/doctor/examine';
import type { ProbeAccess } from '../../src/doctor/openProbe';
import { openProbe } from '../../src/doctor/openProbe';
import type { Emulator, EmulatorOptions } from '../../src/emulator';
import { startEmulator } from '../../src/emulator';
import { parseSettings } from '../../src/settings';
import { startLeakGuard } from '../support/leakGuard';
import { waitingTime } from '../support/waitingTime';

export interface Examination {
  readonly report: Report;
  /** The findings of one check, the emulator's address replaced by `emulator`. */
  readonly of: (check: string) => Finding[];
  readonly emulator: Emulator;
}

interface Options extends Omit<Partial<ProbeAccess>, 'settings'> {
  readonly emulator?: EmulatorOptions;
  /** Something to do to the emulator before it is called. */
  readonly prepare?: (emulator: Emulator) => void;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Examines a gateway with these settings over an emulator of its own. Fails if the report holds a secret of its
 * settings or a signature, or if anything but a read was called.
 */
export const examineGateway = async ({
  emulator: options = {},
  prepare,
  environment = {},
  ...access
}: Options = {}): Promise<Examination> => {
  const { settings, problems } = parseSettings(environment);
  if (!settings) throw new Error(problems.join('\n'));
  const { externalId, externalIdOverrides } = settings.roles;
  const secrets = [settings.emulatorAccessKeySecret, externalId, ...externalIdOverrides.values()];
  const guard = startLeakGuard(secrets.filter((secret) => secret !== undefined));
  const emulator = await startEmulator({ quotas: false, ...options });
  const open = openProbe({ settings, emulatorUrl: emulator.url, clock: waitingTime, random: () => 0, ...access });
  try {
    prepare?.(emulator);
    const report = await examine(open.probe);
    guard.check('the report', JSON.stringify(report));
    const host = new URL(emulator.url).host;
    const plain = (text: string) => text.replaceAll(host, 'emulator').replace(/\b\d+ ms\b/g, '… ms');
    return {
      report,
      emulator,
      of: (check) =>
        report.findings
          .filter((finding) => finding.check === check)
          .map(({ status, message, remedy }) => ({
            status,
            message: plain(message),
            ...(remedy !== undefined && { remedy }),
          })),
    };
  } finally {
    guard.stop();
    await open.close();
    await emulator.close();
  }
};
