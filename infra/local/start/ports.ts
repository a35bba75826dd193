import { createServer, type AddressInfo } from 'node:net';

function tryPort(port: number): Promise<number | null> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(null));
    probe.listen(port, '127.0.0.1', () => {
      const { port: taken } = probe.address() as AddressInfo;
      probe.close(() => done(taken));
    });
  });
}

/** The wanted port, or any other when it is taken. */
export const freePort = async (wanted: number): Promise<number> =>
  (await tryPort(wanted)) ?? (await tryPort(0)) ?? 0;

/** For the app: the one before the stand-in's, which nobody else has. Two that start at once do not want the same. */
export const portBeside = (port: number): Promise<number> => freePort(port - 1);
