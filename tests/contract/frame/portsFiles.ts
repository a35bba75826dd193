import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Asked, CopyOf, KeptCopy } from '../../../bot/ports.ts';
import { partSize } from '../../../bot/process/draft/file.ts';
import type { Ground } from './tenants.ts';

/** A file as the app hands it on: in parts of one size, but for the last. */
function fileOf(name: string, content: Buffer, over: CopyOf['over'] = null): CopyOf & { gone: number[] } {
  const gone: number[] = [];
  return {
    name,
    size: content.length,
    over,
    gone,
    async *parts() {
      for (let from = 0; from < content.length; from += partSize)
        yield content.subarray(from, from + partSize);
    },
    sent: async (bytes) => void gone.push(bytes),
  };
}

const doneOf = <T>(asked: Asked<T>): T => {
  if (!('done' in asked)) throw new Error(`Graph refused: ${asked.refused}`);
  return asked.done;
};

/** A file in the general channel's folder; it stays there, since the app deletes nothing. */
export function filePromises(ground: Ground): void {
  describe('Files', () => {
    const name = `CONTRACT-${Date.now()}.txt`;
    const put = async (file: CopyOf): Promise<Asked<KeptCopy>> =>
      ground.files.put(doneOf(await ground.files.folder(ground.teamId, null)), file);

    test('keeps a file under its name, changes it as its next version, and never over what is there', async () => {
      const first = doneOf(await put(fileOf(name, Buffer.from('ét'))));
      expect(await ground.files.etag(first)).toBe(first.etag);
      expect(await put(fileOf(name, Buffer.from('andet')))).toEqual({ refused: 'nameTaken' });
      const second = doneOf(await put(fileOf(name, Buffer.from('to'), first)));
      expect(second.itemId).toBe(first.itemId);
      expect(second.etag).not.toBe(first.etag);
      expect(await put(fileOf(name, Buffer.from('tre'), first))).toEqual({ refused: 'changed' });
    });

    test('takes a large one in slices, and says how far it has come', async () => {
      const file = fileOf(`CONTRACT-${Date.now()}-large.bin`, randomBytes(5 * 1024 * 1024));
      doneOf(await put(file));
      expect(file.gone.at(-1)).toBe(file.size);
      expect(file.gone.toSorted((a, b) => a - b)).toEqual(file.gone);
    });

    test('knows nothing of a file that is not there', async () => {
      const { driveId } = doneOf(await ground.files.folder(ground.teamId, null));
      expect(
        await ground.files.etag({ driveId, itemId: `01${randomUUID().replaceAll('-', '')}` }),
      ).toBeNull();
    });
  });
}

export function feedPromises(ground: Ground): void {
  test('Feed.notify shows a line to somebody of the team, and says so when Teams would not', async () => {
    const { objectId } = await ground.person();
    const link = `https://teams.microsoft.com/l/entity/${ground.appId}/cases`;
    const notice = {
      kind: 'hearing' as const,
      text: 'Prøve af forbindelsen. Du skal ikke gøre noget.',
      link,
    };
    expect(await ground.feed.notify(ground.teamId, objectId, notice)).toMatchObject({ sent: true });
    expect(await ground.feed.notify(ground.teamId, randomUUID(), notice)).toMatchObject({ sent: false });
  });
}
