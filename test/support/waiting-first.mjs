import Sequencer from '@jest/test-sequencer';

/** Kinds of test by how much of their time they wait for something else than the processor. */
const ORDER = ['faults', 'e2e', 'integration', 'contract', 'unit'];

/**
 * A clean clone has no timings to sort by. What waits most begins first, so that the many small tests fill the
 * gaps and no long one is left for the end.
 */
export default class WaitingFirst extends Sequencer {
  sort(tests) {
    const rank = ({ context }) => ORDER.indexOf(context.config.displayName.name);
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
}
