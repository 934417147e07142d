import { loadConversion } from '#core/script/conversion';
import type { Conversion } from '#core/script/conversion-table';
import { loadPreset } from '#core/script/preset';
import { oracle } from '../tests/support/oracle';

// A process of its own for the engine's bench: builds ten directions and says what that took.

const DIRECTIONS: readonly Conversion[] = [
  ...(['s2t', 's2tw', 's2twp', 's2hk', 't2s', 'tw2s', 'tw2sp', 'hk2s', 't2tw', 't2hk'] as const),
];

/** Bytes in use once what can be collected is. */
function bytesInUse(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function main(): Promise<void> {
  // The dictionaries as text are there in both cases, and not what is measured.
  await Promise.all([loadPreset('cn2t'), loadPreset('t2cn')]);
  const before = bytesInUse();
  const from = performance.now();
  const built: unknown[] = [];
  for (const name of DIRECTIONS) {
    if (process.argv[2] === 'ours') {
      const conversion = await loadConversion(name);
      built.push(conversion, conversion.convert('一'));
    } else {
      const converter = oracle(name);
      built.push(converter, converter('一'));
    }
  }
  const ms = performance.now() - from;
  const bytes = bytesInUse() - before;
  process.stdout.write(JSON.stringify({ ms, bytes, built: built.length }));
}

void main();
