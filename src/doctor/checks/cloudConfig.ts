import type { Check } from '../Check';
import { ok, skipped, warning, problem } from '../Finding';
import { diagnose } from '../diagnose';
import { identityOf, recorderOf, recorderOperation } from '../reads';

/** Whether Cloud Config is activated in the caller's own account, and records. */
export const cloudConfigCheck: Check = {
  name: 'recorder',
  about: 'whether Cloud Config is activated and records',
  run: async (probe) => {
    if (!(await identityOf(probe)).answer) return [skipped('The caller is unknown: see credentials.')];
    const { answer, error } = await recorderOf(probe);
    if (error?.family === 'NOT_ACTIVATED') {
      return [
        problem(
          'Cloud Config is not activated in this account, so it records nothing and has no history.',
          'Activate it in the Cloud Config console, or with the mutation startConfigurationRecorder.',
        ),
      ];
    }
    if (error) return [diagnose(recorderOperation(probe), error, probe)];
    const { ConfigurationRecorderStatus: status, ResourceTypes } = answer.ConfigurationRecorder;
    switch (status) {
      case 'REGISTERED':
        return [ok(`Cloud Config records ${ResourceTypes?.length ?? 'all'} resource types.`)];
      case 'BUILDING':
      case 'REBUILDING':
        return [ok(`Cloud Config is ${status}: it takes some minutes until everything is recorded.`)];
      case 'REGISTRABLE':
        return [
          warning(
            'Cloud Config is activated, but its recorder was not started.',
            'Start it with the mutation startConfigurationRecorder (MUTATIONS=on), or in the console.',
          ),
        ];
      default:
        return [
          warning(
            'Cloud Config returned an undocumented recorder status.',
            'Run doctor with --record and report the file.',
          ),
        ];
    }
  },
};
