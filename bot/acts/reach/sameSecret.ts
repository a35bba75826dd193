import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** Takes as long for a guess that is nearly right as for any other. Nothing is the same as no secret. */
export const sameSecret = (secret: string | undefined, said: string): boolean =>
  secret !== undefined && timingSafeEqual(digest(secret), digest(said));
