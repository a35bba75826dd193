import type { ConnectionsView } from '../../../bot/views/reach/shapes.ts';

export type Source = ConnectionsView['sources'][number];
export type Plan = NonNullable<Source['plan']>;
export type GraphCall = ConnectionsView['calls'][number];
