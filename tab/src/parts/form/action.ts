import type { ReactNode } from 'react';
import type { Allowed } from '../../../../bot/views/frame/shapes.ts';
import type { Answer } from '../../api.ts';
import type { Params } from '../../frame/views.ts';
import type { FormSpec } from './formSpec.ts';

export interface Handlers {
  entry: Allowed | undefined;
  onDone: (answer: Answer) => void;
  onCancel: () => void;
}
export interface Action {
  act: string;
  label: string;
  input: object;
  primary?: boolean;
  /** Whether it may be done depends on more than the view knew: ask for this input. */
  ask?: Params;
  /** Inputs to fill or, without fields, a sentence to confirm; absent: one press does it. */
  form?: FormSpec;
  /** A form of its own, where fields in a list are not enough. */
  renderForm?: (handlers: Handlers) => ReactNode;
  /** What `renderForm` keeps its words under, where it keeps any. */
  keeps?: string;
  /** The form stays open for the next one. */
  again?: boolean;
  /** Said when it is done. */
  done: string;
  /** What was done is over since: it is not said any more. */
  past?: boolean;
  then?: (answer: Answer) => void;
}
