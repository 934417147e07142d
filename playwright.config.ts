import { defineConfig } from '@playwright/test';

export default defineConfig({
  ...(process.env['LONG_TESTS'] === undefined && { grepInvert: /@long/ }),
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  outputDir: 'test-results',
});
