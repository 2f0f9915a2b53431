#!/usr/bin/env node
import { processIo } from './process-io';
import { run } from './run';

// Not process.exit: what is still in a pipe would be lost.
void run(process.argv.slice(2), processIo()).then((code) => (process.exitCode = code));
