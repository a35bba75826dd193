import { da } from './words/da.js';
import { en } from './words/en.js';

export const languages = { da, en };
let locale = 'da';
export const setLocale = (next) => (locale = next);
export const getLocale = () => locale;

export const tr = (key, params = {}) =>
  (languages[locale][key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(params[name] ?? ''));

const zone = { timeZone: 'Europe/Copenhagen' };
const tag = () => (locale === 'da' ? 'da-DK' : 'en-GB');
const format = (iso, options) =>
  new Intl.DateTimeFormat(tag(), { ...zone, ...options }).format(new Date(iso));

export const clockTime = (iso) => format(iso, { hour: '2-digit', minute: '2-digit' });
export const dayAndTime = (iso) =>
  format(iso, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
export const longDay = (iso) =>
  format(iso, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
/** The time of day for today, else the date. */
export const shortTime = (iso, now) =>
  dayOf(iso) === dayOf(now) ? clockTime(iso) : format(iso, { day: 'numeric', month: 'short' });
export const dayOf = (iso) =>
  new Intl.DateTimeFormat('sv-SE', { ...zone, dateStyle: 'short' }).format(new Date(iso));
