import { get } from './api.js';
import { newest } from './newest.js';
import { setLocale } from './text.js';

const kept = JSON.parse(localStorage.getItem('pogi') ?? '{}');
const asked = new URLSearchParams(location.search);
/** Who was chosen before; nobody on a first visit. */
const chosen = asked.get('as') ?? kept.persona ?? null;

/** What the page knows; whoever changes it calls `tell`. */
export const store = {
  persona: chosen,
  recent: kept.recent ?? [],
  locale: asked.get('lang') ?? kept.locale ?? 'da',
  theme: asked.get('theme') ?? kept.theme ?? 'default',
  view: location.hash.slice(1) || 'chat',
  conversationId: null,
  seen: kept.seen ?? {},
  overview: {
    personas: [],
    meetings: [],
    teams: [],
    faults: [],
    limits: {},
    mails: 0,
    botName: 'POGI',
  },
  chats: [],
};
setLocale(store.locale);

const listeners = new Set();
export const listen = (listener) => listeners.add(listener);
export const tell = (what) => listeners.forEach((listener) => listener(what));

export function keep() {
  const { persona, recent, locale, theme, seen } = store;
  localStorage.setItem('pogi', JSON.stringify({ persona, recent, locale, theme, seen }));
}

export const personaOf = (objectId) => store.overview.personas.find((p) => p.objectId === objectId);
export const me = () => personaOf(store.persona);

const newestOverview = newest();
export async function loadOverview() {
  const overview = await newestOverview(() => get('/state'));
  if (!overview) return;
  store.overview = overview;
  if (!me()) store.persona = personaOf(chosen)?.objectId ?? null;
}

/** Nobody is chosen, and nobody who was is still to come: while a scenario loads, people arrive one by one. */
export const isFirstVisit = () =>
  !me() && store.overview.personas.length > 0 && (chosen === null || store.overview.scenario !== null);

const chatsOf = (objectId) => (objectId ? get(`/chats?as=${objectId}`) : []);

function takeChats(chats) {
  store.chats = chats.sort((a, b) => (b.lastId ?? '0').localeCompare(a.lastId ?? '0'));
  if (!chats.some((c) => c.id === store.conversationId)) store.conversationId = null;
}

export async function loadChats() {
  const asWhom = store.persona;
  const chats = await chatsOf(asWhom);
  if (asWhom === store.persona) takeChats(chats);
}

let turns = 0;
/** Who somebody is changes together with their chats: nobody is ever asked for a conversation of the one before. */
export async function become(objectId) {
  const turn = (turns += 1);
  const chats = await chatsOf(objectId);
  if (turn !== turns) return;
  store.persona = objectId;
  store.recent = [objectId, ...store.recent.filter((id) => id !== objectId)].slice(0, 6);
  keep();
  takeChats(chats);
  tell('persona');
}

export function show(view) {
  store.view = view;
  history.replaceState(null, '', `#${view}`);
  tell('page');
}
