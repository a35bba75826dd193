import type { ReactNode } from 'react';
import type { Allowed } from '../../../../bot/views/frame/shapes.ts';
import type { Answer } from '../../api.ts';
import type { ActName, FieldOf, PartOf } from '../../frame/acts.ts';
import type { FieldSpec, Values } from './fields.ts';

export type Change = (more: (before: Values) => Values) => void;
export interface FormSpec<F extends string = string> {
  fields: FieldSpec<F>[];
  intro?: ReactNode;
  /** Inputs the gate depends on: it is asked again while they change. */
  gate?: F[];
  submit?: string;
  /** Stands for what is acted on, as it is now: the act is sent what it was when the form was opened. */
  seen?: string;
  /** Fills in some of it for the person, who may change it and sends it as ever; stands above the fields. */
  renderHelper?: (change: Change) => ReactNode;
  /** It stands open on the page, and does not take the focus when it appears. */
  still?: boolean;
}
export interface ActFormProps<N extends ActName = ActName> extends FormSpec<FieldOf<N>> {
  act: N;
  label: string;
  base: PartOf<N>;
  entry?: Allowed | undefined;
  onDone(answer: Answer<N>): void;
  onCancel?: () => void;
}
