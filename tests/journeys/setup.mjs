// Not TypeScript: Jest would load that as CommonJS, and what it needs exists as ES modules only.
export { makeTemplate as default } from './template.ts';
