import { failStart } from './process/failStart';
import { readEnvironment } from './readEnvironment';

/** `npm start`: the gateway, on the emulator unless UPSTREAM says otherwise, until it is stopped. */

void start();

async function start(): Promise<void> {
  const { settings, problems, ...upstream } = await readEnvironment(process.env);
  if (settings === undefined) {
    failStart(problems);
    return;
  }
  // Loaded if the settings are right. It takes a second, in which nobody should wait to learn that they are wrong.
  const { runGateway } = await import('./runGateway.js');
  await runGateway(settings, upstream, process.env.npm_lifecycle_event !== undefined);
}
