import { z } from 'zod';
import { parseInstant } from '../../process/frame/calendar.ts';

/** PostgreSQL text and JSON hold neither NUL nor half a surrogate pair. */
export const storable = (value: string): boolean => !value.includes('\u0000') && value.isWellFormed();

/** Text that a person types: trimmed, never empty, at most so many characters. */
export const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine(storable, { params: { problem: 'unreadable' } });

/** Cards send an empty field as an empty string; it means the same as leaving it out. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value: z.input<T> | '' | null | undefined) => (value === '' || value === null ? undefined : value),
    schema.optional(),
  );

/** The same in capitals; what is compared, recorded and told again is written alike. */
export const id = z.uuid().toLowerCase();
export const longText = words(10_000);
export const title = words(300);
/** What was before the eyes of whoever pressed, as a view gave it. */
export const seen = optional(words(100));
export const reason = optional(words(2_000));

/** ISO 8601; without an offset it is Copenhagen wall time. */
export const moment = z
  .string()
  .max(40)
  .refine((value) => parseInstant(value) !== null, { params: { problem: 'time' } })
  .meta({ description: 'ISO 8601; without an offset it is wall time in Europe/Copenhagen' });

/** From the platform only: when it happened by Teams' own clock. Events come late, and in any order. */
export const toldAt = optional(moment);

export const toDate = (value: string): Date => parseInstant(value)!;
