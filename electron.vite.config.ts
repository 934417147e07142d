import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';
import { loadBeside } from './scripts/load-beside';
import { version } from './package.json';

const from = (path: string): string => resolve(__dirname, path);

/**
 * Targets are set by hand: the host runs main on the installed Node, so main keeps to Node 20's API, and
 * electron-vite does not know Electron 45. Nothing stays external but Electron itself: a sandboxed preload
 * may require nothing else, and nothing but `out` and `resources` is shipped.
 */
export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      target: 'node20',
      outDir: 'out/main',
      rolldownOptions: {
        // The second is the thread that makes the bytes of files.
        input: { index: from('main/index.ts'), 'export-worker': from('main/export/export-worker.ts') },
        // Chunks lie beside them: all of main finds its files from its own folder.
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      target: 'node20',
      outDir: 'out/preload',
      rolldownOptions: { input: from('preload/index.ts'), output: { format: 'cjs', entryFileNames: 'index.js' } },
    },
  },
  renderer: {
    root: from('renderer'),
    plugins: [react(), loadBeside([from('renderer/application.ts'), from('renderer/app/mount.tsx')])],
    define: { __ZHUPI_VERSION__: JSON.stringify(version) },
    build: {
      target: 'chrome156',
      outDir: from('out/renderer'),
      emptyOutDir: true,
      minify: true,
      // A font inlined as a data: URL would need a hole in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1500,
      rolldownOptions: { input: { index: from('renderer/index.html'), print: from('renderer/print.html') } },
    },
  },
});
