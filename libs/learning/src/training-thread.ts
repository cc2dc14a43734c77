import { parentPort, workerData } from 'node:worker_threads';
import { readCorpus } from './read-corpus.js';
import { trainAndTest } from './train-and-test.js';
import type { TrainingTask } from './training-task.js';

/** A file in another format has one problem a line. */
const MOST_TOLD = 3;

// Runs in a thread of its own: training keeps a processor busy for a minute or two.
const task = workerData as TrainingTask;
const say = (message: object): void => parentPort?.postMessage(message);
say({ step: 'reading' });
const { rows, problems } = readCorpus(task.corpusFolder);
if (problems.length > 0)
  throw new Error(`The corpus cannot be read: ${problems.slice(0, MOST_TOLD).join(', ')}`);
say({ result: trainAndTest(task, rows, (step) => say({ step })) });
