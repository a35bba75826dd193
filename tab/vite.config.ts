import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env['PUBLIC_URL'] ?? 'http://127.0.0.1:3978';

export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [react()],
  server: { proxy: { '/api': server, '/tab/settings.json': server } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // Libraries change seldom: apart from our code they stay in the browser's cache from release to release.
        // What the first page needs of either is one file, for each costs a request and is zipped on its own.
        codeSplitting: {
          groups: [
            { name: 'libraries', test: /node_modules/, tags: ['$initial'], priority: 2 },
            { name: 'first', tags: ['$initial'], priority: 1 },
          ],
        },
      },
    },
  },
});
