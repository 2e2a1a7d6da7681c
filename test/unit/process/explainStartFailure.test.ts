import { explainStartFailure } from '../../../src/process/explainStartFailure';

const gateway = { host: 'gateway.example', port: 4000, portSetting: 'PORT' };
const emulator = { host: '127.0.0.1', port: 4010, portSetting: 'EMULATOR_PORT' };

const systemError = (code: string, port?: number) => Object.assign(new Error(`listen ${code}`), { code, port });

it.each([
  [systemError('EADDRINUSE', 4000), 'Port 4000 is in use. Stop the process that listens there, or set PORT.'],
  [systemError('EADDRINUSE', 4010), 'Port 4010 is in use. Stop the process that listens there, or set EMULATOR_PORT.'],
  [systemError('EACCES', 4000), 'This user may not listen on port 4000. Set PORT to a port above 1023.'],
  [systemError('EADDRNOTAVAIL', 4000), 'HOST must be an address of this machine, but got "gateway.example".'],
  [systemError('ENOTFOUND'), 'HOST must be an address of this machine, but got "gateway.example".'],
  [new Error('The world cannot be used.'), 'The world cannot be used.'],
])('names the setting to change: %s', (error, sentence) => {
  expect(explainStartFailure(error, [gateway, emulator])).toBe(sentence);
});
