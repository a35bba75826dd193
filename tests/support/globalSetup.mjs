// Not TypeScript: Jest would load that as CommonJS, and what it needs exists as ES modules only.
export { prepare as default } from './prepare.ts';
