import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    // What needs programs of others is a gate of its own.
    exclude: ['tests/readers/**'],
    environment: 'node',
    // Tests share what was loaded: to load the dictionaries anew for each file takes longer than many a test.
    isolate: false,
    restoreMocks: true,
    testTimeout: 20_000,
  },
});
