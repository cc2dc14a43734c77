import { parentPort, workerData } from 'node:worker_threads';
import { readCorpus } from './read-corpus.js';
import { trainAndTest } from './train-and-test.js';
import type { TrainingTask } from './training-task.js';

// Runs in a thread of its own: training keeps a processor busy for a minute or two.
const task = workerData as TrainingTask;
const say = (message: object): void => parentPort?.postMessage(message);
say({ step: 'reading' });
say({ result: trainAndTest(task, readCorpus(task.corpusFolder), (step) => say({ step })) });
