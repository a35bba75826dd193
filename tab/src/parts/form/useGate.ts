import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { Allowed } from '../../../../bot/views/frame/shapes.ts';
import type { ActName, PartOf } from '../../frame/acts.ts';
import { mayI } from '../../api.ts';
import type { Refused } from '../../frame/refused.ts';
import { asked } from './fields.ts';

/** What the guard says of the inputs as they stand; asked again while they change. */
export function useGate<N extends ActName>(
  act: N,
  input: Record<string, unknown>,
  names: string[] | undefined,
  entry: Allowed | undefined,
) {
  const params = useDeferredValue(JSON.stringify(asked(input, names ?? [])));
  const query = useQuery<Allowed, Refused>({
    queryKey: ['allowed', act, params],
    queryFn: ({ signal }) => mayI(act, JSON.parse(params) as PartOf<N>, signal),
    enabled: Boolean(names),
    placeholderData: keepPreviousData,
  });
  return (names && query.data) || entry;
}
