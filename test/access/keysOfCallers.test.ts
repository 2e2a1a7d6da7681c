import { withGateway } from '../support/startGateway';
import { bearer, token, tokenDoor } from './tokens';

it('the idempotency key of one caller means nothing for another', async () =>
  withGateway({ door: await tokenDoor() }, async (gateway) => {
    const of = async (sub: string) =>
      bearer(await token({ claims: { sub, scope: 'governance:recorder', accounts: '*' } }));
    const start = async (sub: string) => {
      const { data } = await gateway.query<{ startConfigurationRecorder: { outcome: string; requestId: string } }>(
        'mutation { startConfigurationRecorder(input: { idempotencyKey: "key-of-alice-0001" }) { outcome requestId } }',
        {},
        await of(sub),
      );
      return data?.startConfigurationRecorder;
    };

    const [first, again, other] = [await start('alice'), await start('alice'), await start('bob')];

    expect(first?.outcome).toBe('SUCCEEDED');
    expect(again).toEqual(first);
    expect(other?.outcome).toBe('SUCCEEDED');
    expect(other?.requestId).not.toBe(first?.requestId);
    expect(gateway.emulator.calls.byAction).toMatchObject({ StartConfigurationRecorder: 2 });
  }));
