import { calm, type Ground } from './ground.ts';
import { Desk } from './desk.ts';
import { Onlooker } from './player.ts';
import { recount } from './recount.ts';
import { Contact, Staff } from './staff.ts';
import { Deputy, Representative } from './voters.ts';

/** How many secretaries are at their desks, beside the one who tells the stories. */
const desks = 2;

/** Everybody but who tells the stories, each at their own pace, until the play is over. */
export function everybody(ground: Ground, pauseMs: number): Promise<unknown> {
  const { members, outsiders } = ground.stage;
  const ofMembers = members.flatMap((member, index) => {
    const staff = new Staff(ground, index);
    const contact = new Contact(ground, `contact ${index}`);
    const representative = new Representative(ground, 'representative', index);
    const deputy = new Deputy(ground, 'deputy', index);
    return [
      staff.play(() => staff.turn(), pauseMs),
      contact.play(() => contact.turn(index, member), pauseMs * 2),
      representative.play(() => representative.turn(), pauseMs),
      deputy.play(() => deputy.turn(), pauseMs * 4),
    ];
  });
  const atDesks = Array.from({ length: desks }, (_, which) => {
    const desk = new Desk(ground, which);
    return desk.play(() => desk.turn(), pauseMs * 2);
  });
  const looking = outsiders.map((who, which) => {
    const outsider = new Onlooker(ground, `outsider ${which}`);
    return outsider.play(() => outsider.turn(who), pauseMs * 4);
  });
  return Promise.all([...ofMembers, ...atDesks, ...looking]);
}

/** Nothing more is done, nothing fails any more; then everything is counted again from outside. */
export async function reckon(ground: Ground): Promise<void> {
  await calm(ground);
  await recount(ground);
}
