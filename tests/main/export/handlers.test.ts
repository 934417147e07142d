import { describe, expect, it } from 'vitest';
import { exportHandlers } from '../../../main/export/handlers';

describe('notes that leave', () => {
  it('ask for no file in a format that is none', async () => {
    const asked: unknown[] = [];
    const handlers = exportHandlers({
      dialogs: {
        place: (...of) => {
          asked.push(of);
          return Promise.resolve(undefined);
        },
      },
      language: () => 'en',
      makers: { worker: '', print: () => Promise.reject(new Error('nothing is printed')) },
      log: () => undefined,
    });
    const request = { suggestedName: 'a', content: { kind: 'text' as const, text: '' } };
    expect(await handlers['export.save']({ ...request, format: 'exe' })).toEqual({
      kind: 'failed',
      reason: 'other',
      fileName: 'a',
    });
    expect(asked).toEqual([]);
    expect(await handlers['export.save']({ ...request, format: 'markdown' })).toEqual({ kind: 'cancelled' });
    expect(asked).toHaveLength(1);
  });
});
