import { typedFields, type Typed } from '../../cards/index.ts';
import { textOf, type Click } from './click.ts';

/** What a person wrote in the form: never lost because the answer is no. */
export const typedIn = (data: Click['data']): Typed =>
  Object.fromEntries(typedFields.flatMap((field) => (textOf(data[field]) ? [[field, data[field]]] : [])));
