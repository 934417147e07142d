import { defineConfig } from 'vitest/config';

/** What we write, read by programs of others. LibreOffice takes its time to start. */
export default defineConfig({
  test: {
    include: ['tests/readers/**/*.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
