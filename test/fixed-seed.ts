import fc from 'fast-check';

// A run finds the same every time, so that it fails for a change and not for its luck. `SEED=$RANDOM npx jest` looks elsewhere.
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 1) });
