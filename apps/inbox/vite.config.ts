import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { coast } from './build/coast.js';
import { shellWorker } from './build/shell-worker.js';

const here = import.meta.dirname;
const libs = resolve(here, '../../libs');

export default defineConfig({
  root: here,
  base: '/inbox/',
  plugins: [react(), coast(), shellWorker(resolve(here, 'src/shell/worker.ts'))],
  resolve: {
    alias: {
      '@app/api-contract': resolve(libs, 'api-contract/src/index.ts'),
      '@app/report-model': resolve(libs, 'report-model/src/index.ts'),
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  build: {
    outDir: resolve(here, '../../dist/apps/inbox'),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      // The model's and contract's modules only declare: what the screens do not use, zod included, is left out.
      treeshake: { moduleSideEffects: (id) => !id.startsWith(libs) },
    },
  },
});
