import { useEffect, useRef, useState } from 'react';
import type { Allowed } from '../../../../bot/views/frame/shapes.ts';
import type { ActInput, ActName } from '../../frame/acts.ts';
import type { Answer } from '../../api.ts';
import { keptOf, subjectOf } from '../../frame/kept.ts';
import { usePress } from '../../frame/press.ts';
import type { Action, ActionOf } from './action.ts';
import { useAnnounce } from '../Announce.tsx';
import { blocked } from './gate.ts';

/** Something of the person's stands in its form that nobody saved. */
export const isWritten = ({ act, input, form, renderForm, keeps }: Action | ActionOf<ActName>): boolean =>
  Boolean(form ?? renderForm) && keptOf(keeps ?? subjectOf(act, input)) !== undefined;

export interface Offer {
  entry: Allowed | undefined;
  /** False: there is no such button for the reader any more. */
  offered: boolean;
  /** Told whether there is something of the person's in it, which only they put away. */
  stand: (stands: boolean) => void;
}

/** One button through its life: stopped, open, busy, done, and focus back where it was. */
export function useAction(action: ActionOf<ActName>, { entry, offered, stand }: Offer) {
  const [opened, setOpened] = useState(false);
  const [done, setDone] = useState(false);
  const [turn, setTurn] = useState(0);
  const say = useAnnounce();
  const { busy, refusal, press, forget } = usePress(action.act);
  const button = useRef<HTMLButtonElement>(null);
  const hasForm = Boolean(action.form ?? action.renderForm);
  const stopped = blocked(entry) && !action.form?.gate;
  // What was typed once is shown, too, where nobody could open the form for it any more.
  const open = opened || ((stopped || !offered) && isWritten(action));
  const stands = open || refusal !== null;
  useEffect(() => stand(stands), [stand, stands]);
  const close = () => {
    setOpened(false);
    forget();
    setTurn(turn + 1);
    (button.current ?? document.getElementById('main'))?.focus();
  };
  const finish = (answer: Answer) => {
    setDone(true);
    say(action.done);
    setTurn(turn + 1);
    if (!action.again) close();
    action.then?.(answer);
  };
  const click = async () => {
    if (stopped) return;
    setDone(false);
    if (hasForm) return setOpened(!opened);
    // Without a form it is whole.
    const answer = await press(action.input as ActInput<ActName>);
    if (answer?.ok) finish(answer);
  };
  return { opened, open, stands, done, turn, busy, refusal, button, hasForm, stopped, close, finish, click };
}
