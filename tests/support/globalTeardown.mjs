export { putAway as default } from './prepare.ts';
