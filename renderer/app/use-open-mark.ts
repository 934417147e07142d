import { useServices } from '../services';
import type { PendingLink } from './use-links';
import { useNewest } from './use-newest';

/** Opens a mark by its id, on whichever text it is; `jump` opens one of this text. */
export function useOpenMark(textId: string, jump: (id: string) => void, pending: PendingLink): (id: string) => void {
  const { annotations } = useServices();
  return useNewest((id: string) => {
    const mark = annotations.find(id);
    if (mark === undefined || mark.textId === textId) jump(id);
    else pending.wait({ markId: id, textId: mark.textId, quote: mark.quote.exact }, mark.textId);
  });
}
