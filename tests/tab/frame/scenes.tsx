import type { ReactNode } from 'react';
import type { ActName, FieldOf, PartOf } from '../../../tab/src/frame/acts.ts';
import type { FieldSpec } from '../../../tab/src/parts/form/fields.ts';
import type { ActionOf } from '../../../tab/src/parts/form/action.ts';
import { both, type Locale } from '../../../bot/i18n/index.ts';
import { closedVote, commentView, idOf, type Typed } from '../../support/views/views.ts';
import {
  casePath,
  deliveryView,
  groupView,
  hearingFor,
  memberView,
  revisionView,
  rulesView,
  voteFor,
  world,
} from '../case/cases.ts';
import { gated, me, missing, roles } from './readers.ts';
import { meetingView, searchView } from './timeCases.ts';
import { heldPlan, newcomerView, sourceView } from '../reach/setupCases.ts';
import { part, visit, type Answers, type Shown } from './show.tsx';
import { states } from './states.ts';

const { ActForm } = await import('../../../tab/src/parts/form/ActForm.tsx');
const { AddVersion } = await import('../../../tab/src/draft/AddVersion.tsx');
const { Compare } = await import('../../../tab/src/draft/Compare.tsx');
const { DeliveryTable } = await import('../../../tab/src/reach/DeliveryTable.tsx');
const { DisposeMany } = await import('../../../tab/src/hearing/comments/DisposeMany.tsx');
const { OnBehalf } = await import('../../../tab/src/vote/OnBehalf.tsx');
const { Outside } = await import('../../../tab/src/people/outsidePage.tsx');
const { useDeadlineActs } = await import('../../../tab/src/hearing/hearingActs.ts');
const { useMailActs } = await import('../../../tab/src/hearing/mailActs.ts');
const { useSeatActions } = await import('../../../tab/src/group/groupActs.ts');
const { useMatrix } = await import('../../../tab/src/hearing/comments/useMatrix.ts');
const { useMeetingFields } = await import('../../../tab/src/meeting/meetingFields.ts');
const { useSearchActs } = await import('../../../tab/src/scheduling/searchActs.ts');
const { useSearchFields } = await import('../../../tab/src/scheduling/searchFields.ts');
const { useNewcomerAct } = await import('../../../tab/src/people/newcomerActs.ts');
const { useMemberActions } = await import('../../../tab/src/people/memberActs.ts');
const { useMeetingActs } = await import('../../../tab/src/meeting/meetingActs.ts');
const { useOpeningFields } = await import('../../../tab/src/hearing/openingFields.ts');
const { useConfirmAct } = await import('../../../tab/src/reach/syncActs.ts');
const { useSubmitAct } = await import('../../../tab/src/hearing/submitAct.ts');
const { useVoteActs } = await import('../../../tab/src/vote/voteActs.ts');
const { useVoteFields } = await import('../../../tab/src/vote/voteFields.ts');
const { useWords } = await import('../../../tab/src/frame/words.ts');
const { memberFields } = await import('../../../tab/src/people/memberFields.ts');
const { ruleFields } = await import('../../../tab/src/vote/ruleFields.ts');
const { default: StartRevision } = await import('../../../tab/src/case/startRevisionPage.tsx');

/** Something that can be on the screen: an address with what the server answers, or a part on its own. */
export interface Scene {
  answers: Answers;
  path?: string;
  part?: ReactNode;
}
export const look = ({ path, part: what, answers }: Scene, locale: Locale): Promise<Shown> =>
  path === undefined ? part(what, answers, locale) : visit(path, answers, locale);

const nothing = (): void => undefined;
const parts = ['', '/group', '/documents', '/hearing', '/comments', '/vote', '/trail'];
const pages = [
  '/',
  '/tasks',
  '/meetings',
  `/meeting/${idOf('meeting')}`,
  `/scheduling/${idOf('search')}`,
  '/members',
  '/rules',
  '/setup',
  '/configure',
  '/nowhere',
];

const settings = (local: boolean): object => ({ appId: 'app', partnership: both('partnership'), local });

interface Acts {
  actions: ActionOf<ActName>[];
}
/** Every form of these acts, as if each button had been pressed. */
const Opened = ({ actions }: Acts): ReactNode =>
  actions.map(
    ({ form, ...action }) =>
      form && (
        <ActForm
          key={action.act}
          base={action.input}
          onDone={nothing}
          onCancel={nothing}
          {...action}
          {...form}
        />
      ),
  );

function HearingForms({ typed }: { typed: Typed }) {
  const hearing = hearingFor('secretariat', typed);
  const mine = hearingFor('contact', typed);
  const options = [{ value: 'o', label: typed('Odense Kommune') }];
  const acts = [
    ...useDeadlineActs(hearing),
    ...useMailActs(hearing, options),
    useSubmitAct(mine, mine.mine!),
  ];
  return <Opened actions={acts} />;
}
function OtherForms({ typed }: { typed: Typed }) {
  const { t } = useWords();
  const revision = revisionView('secretariat', typed);
  const tie = closedVote(typed, 19, { outcome: 'tied', carried: null });
  const form = <N extends ActName>(act: N, fields: FieldSpec<FieldOf<N>>[]): ActionOf<N> => ({
    act,
    label: t('tab.save'),
    input: {} as PartOf<N>,
    done: '',
    form: { fields },
  });
  const acts = [
    ...useVoteActs(voteFor('secretariat', typed)),
    ...useVoteActs(tie),
    ...useMeetingActs(meetingView('secretariat', typed)).all,
    ...useSearchActs(searchView('secretariat', typed)),
    ...useMemberActions(memberView(typed)),
    ...useSeatActions(revision, groupView('secretariat', typed)),
    useConfirmAct(sourceView(typed), heldPlan(typed), nothing),
    form('callMeeting', useMeetingFields()),
    form('findTime', useSearchFields()),
    form('openHearing', useOpeningFields(revision)),
    form('openVote', useVoteFields(revision, [meetingView('secretariat', typed)])),
    form('registerMember', memberFields(t)),
    form('confirmRules', ruleFields(t, { ...rulesView('secretariat').current, quorum: 0.4 })),
  ];
  return <Opened actions={acts} />;
}
function Newcomer({ typed }: { typed: Typed }) {
  return <Opened actions={[useNewcomerAct(newcomerView(typed), [memberView(typed)], nothing)]} />;
}
function Picked({ typed }: { typed: Typed }) {
  const comments = [commentView(typed), commentView(typed, { id: idOf('c2'), ref: 'H12-035' })];
  return <DisposeMany comments={comments} state={useMatrix(comments)} entry={undefined} />;
}

function afterClicks(typed: Typed): Record<string, Scene> {
  const answers = world('secretariat', typed, { allowed: (act) => gated(act, missing(true), missing()) });
  const vote = voteFor('secretariat', typed);
  const revision = revisionView('secretariat', typed);
  const changed = revision.versions.map((version, index) => ({
    ...version,
    clauses: version.clauses.slice(index).map((one) => ({ ...one, text: typed(`Tekst${index}`) })),
  }));
  const scene = (what: ReactNode): Scene => ({ part: what, answers });
  return {
    'the forms of a hearing': scene(<HearingForms typed={typed} />),
    'the other forms': scene(<OtherForms typed={typed} />),
    'somebody new in the team': scene(<Newcomer typed={typed} />),
    'a new version': scene(
      <AddVersion revision={revision} entry={undefined} onDone={nothing} onCancel={nothing} />,
    ),
    'a new revision': scene(<StartRevision me={me('secretariat')} close={nothing} />),
    'a ballot on behalf': scene(<OnBehalf vote={vote} seat={vote.turnout[0]!} close={nothing} />),
    'versions that differ': scene(<Compare versions={changed} />),
    'messages that did not arrive': scene(
      <DeliveryTable
        items={[
          deliveryView(typed),
          deliveryView(typed, { id: '2', state: 'uncertain', personName: null, channel: 'team' }),
        ]}
      />,
    ),
    'an answer to several comments': scene(<Picked typed={typed} />),
    'outside Teams': { part: <Outside />, answers: { settings: settings(false) } },
    'outside Teams, on a machine of one’s own': { part: <Outside />, answers: { settings: settings(true) } },
    'outside Teams, and nobody answers': { part: <Outside />, answers: {} },
  };
}

/** Every page for every role, every state, and what opens after a click. */
export function scenes(typed: Typed): Record<string, Scene> {
  const all: Record<string, Scene> = { ...states(typed), ...afterClicks(typed) };
  for (const role of roles) {
    for (const path of parts)
      all[`${role}: a case ${path}`] = { path: casePath + path, answers: world(role, typed) };
    for (const path of pages) all[`${role}: ${path}`] = { path, answers: world(role, typed) };
  }
  return all;
}
