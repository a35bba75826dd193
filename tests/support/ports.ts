import { randomInt } from 'node:crypto';
import { freePort as freeOrAnother } from '../../infra/local/start/ports.ts';

/**
 * For something that is started in a moment. Below those from which the machine serves outgoing connections: of them, one
 * that is free now may be taken by then, and so may the one before it, which an app beside its stand-in is given.
 */
export const freePort = (): Promise<number> => freeOrAnother(randomInt(10_001, 32_000));
