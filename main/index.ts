import { app } from 'electron';
import { argumentsOf, isCommand } from './command/arguments';

// The program is one of two: the application with its window, or a command that ends when it is done. Nothing of the
// one is loaded where the other is asked for.

const args = argumentsOf(process.argv, app.isPackaged);
void (isCommand(args)
  ? import('./command/run-command').then(({ runCommand }) => runCommand(args))
  : import('./application'));
