import type { KeyboardEvent } from 'react';
import { dispositions } from './matrix.ts';
import type { MatrixState } from './useMatrix.ts';

const typing = (target: EventTarget): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type));

const onRadio = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement && target.type === 'radio';

/** j/k or arrows move, x picks, 1–4 choose. Only with focus inside the matrix, and never while typing. */
export function matrixKeys(state: MatrixState, choose: (index: number) => void) {
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const { comment } = state;
    const arrows = !onRadio(event.target);
    const number = Number(event.key);
    if (event.key === 'j' || (arrows && event.key === 'ArrowDown')) state.move(1);
    else if (event.key === 'k' || (arrows && event.key === 'ArrowUp')) state.move(-1);
    else if (event.key === 'x' && comment) state.pick(comment.id);
    else if (number >= 1 && number <= dispositions.length) choose(number - 1);
    else return;
    event.preventDefault();
  };
}
