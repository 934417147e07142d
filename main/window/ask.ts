import { dialog, type BrowserWindow, type MessageBoxOptions } from 'electron';

/** A question with two answers. */
interface Question extends Pick<MessageBoxOptions, 'type' | 'message' | 'detail' | 'signal'> {
  readonly buttons: [first: string, second: string];
}

/** Asks the person, and resolves to whether they chose the second answer; Escape, Enter and a signal mean the first. */
export async function isSecondChosen(window: BrowserWindow, question: Question): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, { ...question, defaultId: 0, cancelId: 0 });
  return response === 1;
}
