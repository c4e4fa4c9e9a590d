#!/usr/bin/env node
// Runs the program, which is in a package of its own for each kind of machine; npm installs the one that fits.
"use strict";
const { spawn } = require("node:child_process");

const ending = process.platform === "win32" ? ".exe" : "";
const name = `cxm-${process.platform}-${process.arch}`;
let program;
try {
  program = require.resolve(`${name}/cxm${ending}`);
} catch {
  console.error(`error: the package ${name} is not installed; either npm left it out (--omit=optional), or there is none for this machine`);
  process.exit(3);
}

const child = spawn(program, process.argv.slice(2), { stdio: "inherit" });
child.on("error", (error) => {
  console.error(`error: ${program} does not start: ${error.message}`);
  process.exitCode = 3;
});
// What is typed at a terminal reaches the program by itself; it ends as it sees fit, and this after it.
process.on("SIGINT", () => {});
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => {
  if (signal === null) {
    process.exitCode = code;
  } else {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  }
});
