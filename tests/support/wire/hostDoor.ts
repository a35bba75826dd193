import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** The host's socket of one worker; globalSetup starts as many hosts as there are workers. */
export const hostSocket = (folder: string, worker: string | number): string =>
  `${folder}/host-${worker}.sock`;

function post(socketPath: string, order: string, asked: object): Promise<string> {
  return new Promise((done, fail) => {
    const sent = request({ socketPath, path: `/${order}`, method: 'POST', agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => done(text));
    });
    sent.on('error', fail);
    sent.end(JSON.stringify(asked));
  });
}

const notYet = new Set(['ENOENT', 'ECONNREFUSED']);

/** One order to this worker's host. Its answer, or the error that it met there. */
export async function tellHost<T>(order: string, asked: object): Promise<T> {
  const socket = hostSocket(process.env['TEST_HOSTS'] ?? '', process.env['JEST_WORKER_ID'] ?? '1');
  for (let tries = 0; ; tries += 1) {
    try {
      const { result, error } = JSON.parse(await post(socket, order, asked)) as { result: T; error?: string };
      if (error) throw new Error(error);
      return result;
    } catch (error) {
      // A host that has just been started loads the app first.
      if (!notYet.has((error as { code?: string }).code ?? '') || tries > 300) throw error;
      await sleep(100);
    }
  }
}
