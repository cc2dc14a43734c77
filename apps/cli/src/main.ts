import 'reflect-metadata';
import { wadahCommands } from './commands.js';

try {
  await wadahCommands().parseAsync(process.argv);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
