import { useRef, useState } from 'react';
import type { Allowed } from '../../../bot/views/shapes/common.ts';
import type { Answer } from '../api.ts';
import { usePress } from '../press.ts';
import type { Action } from './action.ts';
import { useAnnounce } from './Announce.tsx';
import { blocked } from './gate.ts';

/** One button through its life: stopped, open, busy, done, and focus back where it was. */
export function useAction(action: Action, entry: Allowed | undefined) {
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  const [turn, setTurn] = useState(0);
  const say = useAnnounce();
  const { busy, refusal, press } = usePress(action.act);
  const button = useRef<HTMLButtonElement>(null);
  const hasForm = Boolean(action.form ?? action.renderForm);
  const stopped = blocked(entry) && !action.form?.gate;
  const close = () => {
    setOpen(false);
    button.current?.focus();
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
    if (hasForm) return setOpen(!open);
    const answer = await press(action.input);
    if (answer?.ok) finish(answer);
  };
  return { open, done, turn, busy, refusal, button, hasForm, stopped, close, finish, click };
}
