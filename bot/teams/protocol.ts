import type { ChatMessage } from '../ports.ts';

/** The body of an invoke's answer (Adaptive Cards universal action model). */
export interface InvokeBody {
  statusCode: number;
  type: string;
  value: unknown;
}

/** A card that takes the message's place for the one who clicked. */
export const cardAnswer = ({ card }: ChatMessage): InvokeBody => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: card,
});

export const errorAnswer = (statusCode: number, code: string, message: string): InvokeBody => ({
  statusCode,
  type: 'application/vnd.microsoft.error',
  value: { code, message },
});
