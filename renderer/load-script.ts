import { compileAhead, loadConversion as loadWhole, type TextConversion } from '#core/script/conversion';
import type { Conversion } from '#core/script/conversion-table';
import type { ScriptMode, SourceScript } from '#core/script/mode';
import type { Projector } from '#core/script/projection';
import { loadProjector as loadAll, projectorSteps } from '#core/script/projector';
import { inSlices } from './slices';

// To compile dictionaries takes up to 0.1 s; in slices frames are drawn meanwhile.

/** As core's, in slices. */
export async function loadProjector(source: SourceScript, mode: ScriptMode, careful = false): Promise<Projector> {
  await inSlices(await projectorSteps(source, mode));
  return loadAll(source, mode, careful);
}

/** As core's, in slices. */
export async function loadConversion(name: Conversion): Promise<TextConversion> {
  await inSlices(await compileAhead([name]));
  return loadWhole(name);
}
