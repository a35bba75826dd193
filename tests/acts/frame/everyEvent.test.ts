import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventTypes } from '../../../bot/process/events.ts';
import { registerCase } from '../../../bot/process/frame/trail.ts';
import { sentenceOf } from '../../../bot/views/case/trail.ts';
import { someone } from '../../support/factories.ts';
import { unfit } from '../../support/holds.ts';
import { useHouse } from '../../support/useHouse.ts';
import { appoints, doer, examples, ready, recorded, seatsBack } from './everyAct.ts';
import { everyone, type World } from './example.ts';

const house = useHouse({ env: { SEND_RATE: '5' } });
let world: World;
beforeAll(async () => void (world = await everyone(house)), 60_000);

/** What comes of something that no person does, or of something else that somebody does. */
const beside =
  'filesClosed guestInvited addedToTeam appInstalled personLeft personReturned secretariatJoined secretariatLeft ' +
  'channelMade fileChanged answerChanged commentsCameLate jointProposed jointDeclined jointLapsed jointEnded answerAlone meetingInCalendar ' +
  'meetingAnswered sessionOver sessionResumed timeSettled eventErased restored sealedAnswersRead';

/** Filled in, with nothing left blank. */
const isWhole = (sentence: string): boolean => sentence.length > 5 && !/\{|  |[ :]$|^ /.test(sentence);

const newest = async (): Promise<number> =>
  Number((await house.sql('select coalesce(max(id), 0) as id from event'))[0]!['id']);

describe('what the trail says of each act', () => {
  test.each(recorded)('%s: one entry, in its case, with what was done and by whom', async (name) => {
    const { type, of, data } = examples[name].says[0]!;
    const input = await ready(name, world);
    const before = await newest();
    const who = doer(world, name);
    const result = (await who.do(name, input as never)) as Record<string, any>;
    const { personId, organisationId } = await someone(house, who.objectId).view('me');
    const added = await house.sql(
      'select case_id, type, data, actor, at from event where id > $1 order by id',
      [before],
    );
    expect(added).toEqual([
      {
        case_id: of ? (result[of] ?? input[of]) : registerCase,
        type,
        data: expect.objectContaining(data(input, result, world)),
        actor: { personId, organisationId },
        at: expect.any(Date),
      },
    ]);
    expect(Math.abs(added[0]!['at'].getTime() - (await house.now()).getTime())).toBeLessThan(30_000);
    const names = new Map([world.one, world.other, world.chair].map((one) => [one.id, one.name]));
    if (result['organisationId']) names.set(result['organisationId'], 'Ny Kommune');
    const said = sentenceOf(type, added[0]!['data'], names);
    expect([said, isWhole(said.da), isWhole(said.en)]).toEqual([said, true, true]);
    if (appoints(name)) await seatsBack(world);
  });

  test('is every event of the list, and each is said by one act', () => {
    const ofActs = Object.values(examples).flatMap(({ says }) => says.map(({ type }) => type));
    const said = [...ofActs, ...beside.split(' ')];
    expect(said.sort()).toEqual([...eventTypes].sort());
  });

  test('and the records are what the trail says of them', async () => {
    expect(await unfit(house)).toEqual([]);
  });
});
