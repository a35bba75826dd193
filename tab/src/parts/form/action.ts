import type { ReactNode } from 'react';
import type { Allowed } from '../../../../bot/views/frame/shapes.ts';
import type { Answer } from '../../api.ts';
import type { ActName, FieldOf, PartOf } from '../../frame/acts.ts';
import type { FormSpec } from './formSpec.ts';

export interface Handlers<N extends ActName = ActName> {
  entry: Allowed | undefined;
  onDone(answer: Answer<N>): void;
  onCancel: () => void;
}
export interface ActionOf<N extends ActName> {
  act: N;
  label: string;
  input: PartOf<N>;
  primary?: boolean;
  /** Whether it may be done depends on more than the view knew: ask for this input. */
  ask?: PartOf<N>;
  /** Inputs to fill or, without fields, a sentence to confirm; absent: one press does it. */
  form?: FormSpec<FieldOf<N>>;
  /** A form of its own, where fields in a list are not enough. */
  renderForm?(handlers: Handlers<N>): ReactNode;
  /** What `renderForm` keeps its words under, where it keeps any. */
  keeps?: string;
  /** The form stays open for the next one. */
  again?: boolean;
  /** Said when it is done. */
  done: string;
  /** What was done is over since: it is not said any more. */
  past?: boolean;
  then?(answer: Answer<N>): void;
}
/** A button for any of the acts. */
export type Action = { [N in ActName]: ActionOf<N> }[ActName];
