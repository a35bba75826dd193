import type { ErrandKind, ReasonOf } from '../process/reach/errands.ts';
import type { Bringing } from './frame/bringing.ts';
import { file } from './draft/file.ts';
import { channel } from './group/channel.ts';
import { chat } from './meeting/chat.ts';
import { event } from './meeting/event.ts';
import { app, guest, team } from './people/account.ts';

/** One for each kind: an errand that nobody can do does not compile. */
export const errands: { [K in ErrandKind]: Bringing & { away: ReasonOf<K> } } = {
  event,
  chat,
  channel,
  guest,
  team,
  app,
  file,
};
