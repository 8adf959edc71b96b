#!/usr/bin/env node
import { runDoctor } from './run-doctor.ts';

process.exitCode = runDoctor(process.argv.slice(2));
