#!/usr/bin/env node
process.stderr.write('The deskkit command has nothing to run yet.\n');
process.exitCode = 1;
