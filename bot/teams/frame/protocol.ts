import type { ChatMessage } from '../../ports.ts';

/** The body of an invoke's answer (Adaptive Cards universal action model). */
export interface InvokeBody {
  statusCode: number;
  type: string;
  value: unknown;
  /** The value as JSON, where a card comes with it. */
  json?: string | undefined;
}

/** The body of a search's answer (platform: message extensions). */
export interface SearchBody {
  composeExtension: object;
}

/** The body as it goes over the wire. */
export const bodyText = (body: InvokeBody | SearchBody): string =>
  'composeExtension' in body ? JSON.stringify(body) : cardText(body);

const cardText = ({ statusCode, type, value, json = JSON.stringify(value) }: InvokeBody): string =>
  `{"statusCode":${statusCode},"type":${JSON.stringify(type)},"value":${json}}`;

/** A card that takes the message's place for the one who clicked. */
export const cardAnswer = ({ card, json }: ChatMessage): InvokeBody => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: card,
  json,
});

export const errorAnswer = (statusCode: number, code: string, message: string): InvokeBody => ({
  statusCode,
  type: 'application/vnd.microsoft.error',
  value: { code, message },
});

/** A line that a client shows for a moment, where there is no card to show. */
export const messageAnswer = (value: string): InvokeBody => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value,
});
