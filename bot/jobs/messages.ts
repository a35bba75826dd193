import type { MessageKind } from '../process/reach/messages.ts';
import type { Composing, Making } from './frame/making.ts';
import { hearingMessages } from './hearing/messages.ts';
import { meetingMessages } from './meeting/messages.ts';
import { peopleMessages } from './people/messages.ts';
import { schedulingMessages } from './scheduling/messages.ts';
import { voteMessages } from './vote/messages.ts';

/** One for each kind: a message that has none does not compile, and is sent as no other. */
export const messagesOf = (composing: Composing): Record<MessageKind, Making> => ({
  ...peopleMessages,
  ...hearingMessages(composing),
  ...schedulingMessages,
  ...meetingMessages,
  ...voteMessages(composing),
});
