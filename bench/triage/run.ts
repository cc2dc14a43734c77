import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { projectFile } from '@app/config';
import { readCorpus } from '@app/learning';
import { BASELINES, createClassifier, createFactFinder, createTriage, loadModel } from '@app/triage';
import {
  DEFAULT_SET,
  shippedGazetteer,
  shippedPlaceNames,
  shippedTaxonomy,
} from '../../apps/runtime/src/shipped-triage.js';

/** Characters of a message; longer texts of the corpus are cut, shorter ones joined. */
const LENGTH = 200;
const MESSAGES = 4_000;
const SECONDS = 3;

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

const modelFile = projectFile('libs/triage/model/triage-model.bin');
const corpus = readCorpus(projectFile('libs/triage/corpus'));
const messages = cutMessages(corpus.rows.map(({ text }) => text).join('\n'));
const began = performance.now();
const classifier = createClassifier(loadModel(readFileSync(modelFile)));
const loadMs = performance.now() - began;
const placesBegan = process.cpuUsage();
const gazetteer = shippedGazetteer(shippedPlaceNames(DEFAULT_SET));
const gazetteerMs = cpuMilliseconds(placesBegan);
const triage = createTriage(classifier, createFactFinder(shippedTaxonomy(DEFAULT_SET), gazetteer));
const bayes = BASELINES.find(({ name }) => name === 'natural-bayes')?.train(corpus.rows);

const figures = {
  messages: MESSAGES,
  characters: LENGTH,
  modelBytes: readFileSync(modelFile).length,
  loadMs: Math.round(loadMs),
  gazetteerMs: Math.round(gazetteerMs),
  classifier: perCpuSecond(classifier),
  triage: perCpuSecond(triage),
  naturalBayes: bayes ? perCpuSecond(bayes) : 0,
};
process.stdout.write(
  values.json
    ? `${JSON.stringify(figures)}\n`
    : `${MESSAGES} messages of ${LENGTH} characters, one core\n` +
        `  model          ${figures.modelBytes} bytes, loaded in ${figures.loadMs} ms\n` +
        `  classifier     ${figures.classifier}/s with flags, confidence and evidence\n` +
        `  triage         ${figures.triage}/s with topic, agency, places (91,000, loaded in ${figures.gazetteerMs} ms of CPU) and personal data\n` +
        `  natural Bayes  ${figures.naturalBayes}/s, class alone\n`,
);

/** Messages per second of this process's own CPU time: what others do on the machine counts little. */
function perCpuSecond({ classify }: { classify(text: string): unknown }): number {
  for (const message of messages.slice(0, 200)) classify(message);
  const start = process.cpuUsage();
  let done = 0;
  for (;;) {
    for (const message of messages.slice(done % MESSAGES, (done % MESSAGES) + 100)) classify(message);
    done += 100;
    const seconds = cpuMilliseconds(start) / 1_000;
    if (seconds >= SECONDS) return Math.round(done / seconds);
  }
}

function cpuMilliseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
}

function cutMessages(text: string): string[] {
  const stride = Math.max(1, Math.floor((text.length - LENGTH) / MESSAGES));
  return Array.from({ length: MESSAGES }, (_, index) => text.slice(index * stride, index * stride + LENGTH));
}
