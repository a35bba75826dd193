import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RevisionView } from '../../../bot/views/case/shapes.ts';
import type { Refusal } from '../frame/refused.ts';
import { upload } from './upload.ts';
import { ownText, useWords } from '../frame/words.ts';

/** One file on its way in: how far it has come, and how it ended. */
export function useUpload({ id: revisionId, largestFile }: RevisionView) {
  const { bytes } = useWords();
  const queries = useQueryClient();
  const [sent, setSent] = useState<number | null>(null);
  const [away, setAway] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  /** Said before anything is sent. */
  const unfit = ({ size }: File): Refusal | null => {
    if (size === 0) return { code: 'empty', message: ownText('tab.file.empty') };
    const message = ownText('tab.file.tooLarge', { size: bytes(size), most: bytes(largestFile) });
    return size > largestFile ? { code: 'tooLarge', message } : null;
  };
  const send = async (file: File, versionId: string): Promise<boolean> => {
    setAdded(null);
    const no = unfit(file);
    setRefusal(no);
    if (no) return false;
    setSent(0);
    const about = { revisionId, ...(versionId && { versionId }) };
    const ended = await upload(file, about, { sent: setSent, waiting: setAway });
    setSent(null);
    setRefusal(ended.refusal);
    if (ended.refusal) return false;
    setAdded(file.name);
    await queries.invalidateQueries();
    return true;
  };
  return { sent, away, refusal, added, send };
}
